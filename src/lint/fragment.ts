import type { Fragment } from '../load/source.ts';
import { isSeen } from '../questions/typed/seen.ts';

/** Nothing to see and nothing to read out: a picture or a formula is something, though it has no text. */
export function isBlank(fragment: Fragment): boolean {
  return !isSeen(fragment.text) && !/<(img|math|video|audio|svg|code)\b/.test(fragment.html);
}
