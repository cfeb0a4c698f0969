import type { Reporter } from './report.ts';

/** Every output format, by its name; the first is the default. Loaded when one is used: their names are needed sooner. */
export const reporters = {
  text: async () => (await import('./text.ts')).text,
  json: async () => (await import('./json.ts')).json,
  github: async () => (await import('./github.ts')).github,
} as const satisfies Record<string, () => Promise<Reporter>>;

export type ReporterName = keyof typeof reporters;

export function isReporter(name: string): name is ReporterName {
  return Object.hasOwn(reporters, name);
}
