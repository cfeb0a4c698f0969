import type { CommandSpec } from './command.ts';
import { init } from './commands/init.ts';

/** Every verb, in the order in which an author meets them. */
export const COMMANDS: readonly CommandSpec[] = [init];
