import { nearest } from '../model/nearest.ts';

/** Each suggestion compares with all names, so a hostile file of 50,000 wrong ones would take minutes. */
const MAX_SUGGESTIONS = 100;

/** `nearest` for one file: the first hundred times; after that undefined. */
export function suggester(): typeof nearest {
  let left = MAX_SUGGESTIONS;
  return (word, candidates) => (left-- > 0 ? nearest(word, candidates) : undefined);
}
