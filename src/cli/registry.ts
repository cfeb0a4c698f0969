import type { CommandSpec } from './command.ts';
import { build } from './commands/build.ts';
import { dev } from './commands/dev.ts';
import { diff } from './commands/diff.ts';
import { explain } from './commands/explain.ts';
import { init } from './commands/init.ts';
import { lock } from './commands/lock.ts';
import { map } from './commands/map.ts';
import { schemas } from './commands/schemas.ts';
import { simulate } from './commands/simulate.ts';
import { validate } from './commands/validate.ts';

/** Every verb, in the order in which an author meets them. */
export const COMMANDS: readonly CommandSpec[] = [
  init,
  validate,
  explain,
  map,
  simulate,
  build,
  lock,
  diff,
  dev,
  schemas,
];
