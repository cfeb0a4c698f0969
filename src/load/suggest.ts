import { ownId } from '../model/edition.ts';
import { nearest } from '../model/nearest.ts';

/** Each suggestion compares with all names, so a hostile file of 50,000 wrong ones would take minutes. */
const MAX_SUGGESTIONS = 100;

/** Names that things had, with those that they got: as course.yaml says under `renamed`, or as the pathway shows. */
export type Renames = ReadonlyMap<string, string>;

/** The known word that was probably meant. */
export type Suggest = typeof nearest;

/** Suggestions for one file, the first hundred times: what has another name now, else `nearest`; after that undefined. */
export function suggester(renamed: Renames = new Map()): Suggest {
  let left = MAX_SUGGESTIONS;
  return (word, candidates) => {
    if (left-- <= 0) return undefined;
    const known = new Set(candidates);
    return nameToday(word, (name) => known.has(name), renamed) ?? nearest(word, known);
  };
}

/** What a name became that is there no more, through as many lines as need be; badges and competencies also by their ids alone. */
export function nameToday(
  name: string,
  isThere: (name: string) => boolean,
  renamed: Renames,
): string | undefined {
  const seen = new Set<string>();
  for (let at: string | undefined = name; at !== undefined && !seen.has(at); ) {
    seen.add(at);
    const next: string | undefined =
      renamed.get(at) ?? renamed.get(`badge:${at}`) ?? renamed.get(`competency:${at}`);
    at = next === undefined ? undefined : ownId(next);
    if (at !== undefined && isThere(at)) return at;
  }
  return undefined;
}
