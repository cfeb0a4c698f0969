import { lookup } from 'mrmime';
import type { OutputFile } from '../../model/output.ts';
import { PORTABLE_ROOT } from '../../model/portable.ts';

/** A file of the author that stands beside the portable edition's own. */
export interface Beside extends OutputFile {
  /** Its path below the course. */
  readonly source: string;
  readonly bytes: number;
}

/** A file that the runtime looks up, since it is named in several places or by the manifest. */
export interface SharedFile {
  readonly place: string;
  readonly type: string;
  readonly base64: string;
}

/** A file is stored once for all places that name it where repeating it would take more bytes than these. */
const REPEATED = 64 * 1024;

/** Where each file of the author goes: into the place that names it, into the file once, or beside it. */
export interface FilePlan {
  /** Places in the site (`media/name`) that something of the file names, each as often as it does. */
  count(places: readonly string[]): void;
  /** Places that the runtime looks up. */
  lookUp(places: readonly string[]): void;
  /** The address of a place, once everything was counted. */
  addressOf(place: string): string;
  /** The same for what shows before a script runs. */
  atOnce(place: string): string;
  /** A style sheet with what it names in it: fonts from a folder are another site's to pages from a disk. */
  inStyle(css: string): string;
  shared(): Iterable<SharedFile>;
  beside(): readonly Beside[];
}

interface Reading {
  readonly read: (path: string) => Uint8Array;
  readonly bytes: (path: string) => number;
  readonly base64: (data: Uint8Array) => string;
}

/** @param sources the author's files: their paths below the course by their places in the site */
export function planFiles(
  sources: ReadonlyMap<string, string>,
  { read, bytes, base64 }: Reading,
  { inlineUpTo, folder }: { readonly inlineUpTo: number; readonly folder: string },
): FilePlan {
  const counts = new Map<string, number>();
  const needed = new Set<string>();
  const sorted = [...sources].sort(([a], [b]) => (a < b ? -1 : 1));
  const isShared = (place: string, source: string) =>
    needed.has(place) || bytes(source) * ((counts.get(place) ?? 0) - 1) > REPEATED;
  // Captions from another file do not show on pages from a disk.
  const isInline = (place: string, source: string) =>
    bytes(source) <= inlineUpTo || needed.has(place) || /\.vtt$/i.test(source);
  const dataOf = (place: string, source: string) => `data:${typeOf(place)};base64,${base64(read(source))}`;

  return {
    count(places) {
      for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1);
    },
    lookUp(places) {
      for (const place of places) needed.add(place);
    },
    addressOf(place) {
      const source = sources.get(place);
      if (source !== undefined && !isInline(place, source))
        return `${encodeURIComponent(folder)}/${nameIn(place)}`;
      return source === undefined || isShared(place, source) ? PORTABLE_ROOT + place : dataOf(place, source);
    },
    atOnce(place) {
      const source = sources.get(place);
      return source === undefined ? PORTABLE_ROOT + place : dataOf(place, source);
    },
    inStyle: (css) =>
      css.replace(/\.\.\/(media\/[^"']+)/g, (whole, place: string) => {
        const source = sources.get(place);
        return source === undefined ? whole : dataOf(place, source);
      }),
    *shared() {
      for (const [place, source] of sorted)
        if (isInline(place, source) && isShared(place, source))
          yield { place, type: typeOf(place), base64: base64(read(source)) };
    },
    beside: () =>
      sorted
        .filter(([place, source]) => counts.has(place) && !isInline(place, source))
        .map(([place, source]) => ({
          path: nameIn(place),
          content: { copy: source },
          source,
          bytes: bytes(source),
        }))
        .sort((a, b) => b.bytes - a.bytes),
  };
}

function nameIn(place: string): string {
  return place.slice(place.lastIndexOf('/') + 1);
}

function typeOf(place: string): string {
  return lookup(place) ?? 'application/octet-stream';
}
