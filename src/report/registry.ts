import { github } from './github.ts';
import { json } from './json.ts';
import type { Reporter } from './report.ts';
import { text } from './text.ts';

/** Every output format, by its name; the first is the default. */
export const reporters = { text, json, github } as const satisfies Record<string, Reporter>;

export type ReporterName = keyof typeof reporters;
