import type { Edition, EditionEntry, EditionName } from '../model/edition.ts';
import type { NameDiff } from './diff.ts';

/** Names that changed places: each stands for what the other stood for. By each of the two the other. */
export function swappedNames(
  names: readonly NameDiff[],
  old: Edition,
): ReadonlyMap<EditionName, EditionName> {
  const was = new Map<string, EditionName>();
  const is = new Map<EditionName, string>();
  for (const each of names) {
    if (each.verdict !== 'reused') continue;
    const entry = old.entries.get(each.name);
    if (entry) was.set(sign(entry), each.name);
    is.set(each.name, sign(each.now));
  }
  const found = new Map<EditionName, EditionName>();
  for (const [name, now] of is) {
    const other = was.get(now);
    const back = other === undefined ? undefined : was.get(is.get(other) ?? '');
    if (other !== undefined && other !== name && back === name) found.set(name, other);
  }
  return found;
}

/** What two editions of one thing have alike. */
function sign(entry: EditionEntry): string {
  if (entry.kind === 'question') return `${entry.type} ${entry.asks}`;
  return `${entry.kind} ${entry.title} ${entry.sketch ?? ''}`;
}
