import type { EditionDiff } from '../../edition/diff.ts';
import type { Terminal } from '../terminal.ts';

export async function writeNames(
  _found: EditionDiff,
  _folder: string,
  _options: { readonly retire: boolean },
  _terminal: Terminal,
): Promise<boolean> {
  return false;
}
