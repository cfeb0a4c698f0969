import type { Edition, EditionEntry, EditionKind, EditionName } from '../model/edition.ts';
import type { Carried } from './fate.ts';
import { fateOf } from './fate.ts';
import { entryText } from './file.ts';
import { judge } from './judge.ts';
import { isSame } from './rule-changes.ts';

/** What a new lock remembers that the old one did not. */
export type LockChange =
  | { readonly type: 'new'; readonly kind: EditionKind; readonly name: EditionName }
  | { readonly type: 'retired'; readonly kind: EditionKind; readonly name: EditionName }
  | {
      readonly type: 'renamed';
      readonly kind: EditionKind;
      readonly name: EditionName;
      readonly to: EditionName;
    }
  /** It was gone. */
  | { readonly type: 'back'; readonly kind: EditionKind; readonly name: EditionName }
  /** A question with another answer key. */
  | { readonly type: 'answer'; readonly kind: EditionKind; readonly name: EditionName }
  /** A question that asks something else. */
  | { readonly type: 'asks'; readonly kind: EditionKind; readonly name: EditionName }
  /** A bank with other questions in it. */
  | { readonly type: 'holds'; readonly kind: EditionKind; readonly name: EditionName }
  /** Other pass marks, attempts or marks of mastery. */
  | { readonly type: 'rules'; readonly kind: EditionKind; readonly name: EditionName }
  /** In another section. */
  | { readonly type: 'moved'; readonly kind: EditionKind; readonly name: EditionName }
  /** Other words for the same. */
  | { readonly type: 'reworded'; readonly kind: EditionKind; readonly name: EditionName }
  /** The same, of which more is written down than an earlier version of the tool did. */
  | { readonly type: 'more'; readonly kind: EditionKind; readonly name: EditionName };

/** What differs between a lock and the one after it, one change a name, in the order of names. */
export function lockChanges(was: Edition | undefined, is: Edition, carried: Carried): LockChange[] {
  const names = [...is.entries.keys()].sort();
  const changes = names.flatMap((name) => {
    const entry = is.entries.get(name);
    return entry ? (changeOf(name, was?.entries.get(name), entry, is, carried) ?? []) : [];
  });
  // What something was renamed to is told of there.
  const targets = new Set(changes.flatMap((change) => (change.type === 'renamed' ? change.to : [])));
  return changes.filter(({ type, name }) => type !== 'new' || !targets.has(name));
}

function changeOf(
  name: EditionName,
  was: EditionEntry | undefined,
  is: EditionEntry,
  next: Edition,
  carried: Carried,
): LockChange | undefined {
  const { kind } = is;
  if (was === undefined) return { type: 'new', kind, name };
  if (is.gone !== was.gone) {
    if (is.gone === 'retired') return { type: 'retired', kind, name };
    if (is.gone === undefined) return { type: 'back', kind, name };
    const fate = fateOf(name, next, carried);
    return { type: 'renamed', kind, name, to: fate.type === 'there' ? fate.to : name };
  }
  if (is.kind === 'question' && was.kind === 'question') {
    if (judge(was, is, true).type === 'changed') return { type: 'asks', kind, name };
    if (is.asks === was.asks && is.answers.join() !== was.answers.join())
      return { type: 'answer', kind, name };
  }
  if (is.kind === 'bank' && was.kind === 'bank' && is.holds?.join() !== was.holds?.join())
    return { type: 'holds', kind, name };
  // As the file has them: the order of their fields hangs on who made them.
  if (entryText(is) === entryText(was)) return undefined;
  if (is.kind !== 'question' && was.kind !== 'question') {
    if (was.rules && !isSame(is.rules, was.rules)) return { type: 'rules', kind, name };
    if (was.in !== undefined && is.in !== was.in) return { type: 'moved', kind, name };
  }
  // A question can say it in other words, or with another picture, that neither its beginning nor its sketch shows.
  const asksAlike = is.kind !== 'question' || was.kind !== 'question' || is.asks === was.asks;
  const isReworded = is.title !== was.title || is.sketch !== was.sketch || !asksAlike;
  return { type: isReworded ? 'reworded' : 'more', kind, name };
}
