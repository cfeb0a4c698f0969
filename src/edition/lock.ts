import type { CarriedNames } from '../load/loaded.ts';
import type { Edition, EditionEntry, EditionName } from '../model/edition.ts';
import { nameInBank } from '../model/edition-names.ts';
import type { QuestionKey } from '../model/ids.ts';
import { type Carried, type Fate, fateOf } from './fate.ts';

/** What course.yaml says about names of earlier editions, without its places. */
export function carriedNames({ renamed, retired }: CarriedNames): Carried {
  return {
    renamed: new Map(renamed.map(({ from, to }) => [from.value, to.value])),
    retired: new Set(retired.map(({ value }) => value)),
  };
}

/**
 * The lock after `now` was published: everything that was ever published, with the answers of each question that were published for
 * what it asks now, the present one first, also those under its earlier names. Of what is gone it remembers why; what is missing
 * without a word stays as it was, so that it is still missed.
 */
export function nextLock(lock: Edition | undefined, now: Edition, carried: Carried): Edition {
  const entries = new Map<EditionName, EditionEntry>(now.entries);
  for (const [name, was] of lock?.entries ?? []) {
    const fate = fateOf(name, now, carried);
    if (fate.type === 'there') entries.set(fate.to, withAnswers(entries.get(fate.to) ?? fate.is, was));
    if (!now.entries.has(name)) entries.set(name, leftBehind(was, fate));
  }
  return { ...now, entries };
}

function leftBehind({ gone, ...was }: EditionEntry, fate: Fate): EditionEntry {
  switch (fate.type) {
    case 'there':
      return { ...was, gone: 'renamed' };
    case 'retired':
      return { ...was, gone: 'retired' };
    case 'missing':
      return gone === undefined ? was : { ...was, gone };
  }
}

function withAnswers(is: EditionEntry, was: EditionEntry): EditionEntry {
  if (is.kind !== 'question' || was.kind !== 'question' || is.asks !== was.asks) return is;
  return { ...is, answers: [...new Set([...is.answers, ...was.answers])] };
}

/**
 * An edition of sources, which also remembers what earlier ones had under other names, or had and have retired: by its lock file and by its lines
 * under `renamed`. An edition after it must not forget that.
 */
export function withPast(now: Edition, lock: Edition | undefined, carried: Carried): Edition {
  const past = new Map<EditionName, EditionEntry>();
  if (lock?.course === now.course)
    for (const [name, entry] of nextLock(lock, now, carried).entries)
      if (entry.gone !== undefined) past.set(name, entry);
  const known = new Set([...past.keys()].map((name) => nameInBank(name) ?? name));
  for (const name of carried.renamed.keys()) {
    const fate = known.has(name) ? undefined : fateOf(name, now, carried);
    if (fate?.type === 'there' && fate.to !== name) past.set(name, { ...fate.is, gone: 'renamed' });
  }
  return past.size === 0 ? now : { ...now, entries: new Map([...now.entries, ...past]) };
}

/** The questions that ask what they asked when another answer key was published: answers to them are to be graded again. */
export function corrected(lock: Edition | undefined, now: Edition, carried: Carried): QuestionKey[] {
  if (lock === undefined) return [];
  const { entries } = nextLock(lock, now, carried);
  return [...now.entries.keys()].filter((name) => {
    const entry = entries.get(name);
    return entry?.kind === 'question' && entry.answers.length > 1;
  });
}
