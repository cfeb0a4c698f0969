import { join } from 'node:path';
import { readPlain } from './plain-file.ts';

/**
 * The file that says "course made this folder". It has no leading dot, since uploads to GitHub Pages drop
 * such files, and lists what was written, so that a file that somebody else put there is noticed.
 */
export const MARKER = 'course-build.json';

/** Of 100,000 files with long names. */
const LARGEST = 64 * 1024 * 1024;

export interface Marker {
  readonly format: 1;
  readonly generator: string;
  /** Every file but the marker itself, sorted. */
  readonly files: readonly string[];
}

/** The marker of a folder; undefined when the folder has none that can be read. */
export function readMarker(folder: string): Marker | undefined {
  // A stranger's course may hold anything of that name: then the folder is not one that course made.
  const bytes = readPlain(join(folder, MARKER), { most: LARGEST });
  return typeof bytes === 'string' ? undefined : parseMarker(bytes.toString('utf8'));
}

/** Reads a marker's text; undefined for anything that is not one. */
export function parseMarker(text: string): Marker | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined; // Not a marker: the folder then counts as somebody else's and is left alone.
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('format' in value) || value.format !== 1) return undefined;
  if (!('generator' in value) || typeof value.generator !== 'string') return undefined;
  if (!('files' in value) || !Array.isArray(value.files)) return undefined;
  const files = value.files.filter((file): file is string => typeof file === 'string');
  return { format: 1, generator: value.generator, files };
}

/** A marker as text: one file a line, the same bytes for the same files. */
export function markerText(generator: string, files: readonly string[]): string {
  const list = [...files].sort().map((file) => `    ${JSON.stringify(file)}`);
  return `{\n  "format": 1,\n  "generator": ${JSON.stringify(generator)},\n  "files": [\n${list.join(',\n')}\n  ]\n}\n`;
}
