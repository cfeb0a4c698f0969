import type { Competency, Course, Item } from '../model/course.ts';
import {
  type Edition,
  type EditionEntry,
  type EditionName,
  editionName,
  type PublishedItem,
} from '../model/edition.ts';
import { holders } from '../model/edition-names.ts';

/** What can be said of an edition by its manifest alone: its names, what questions ask, and the rules that an edition tells; no texts. */
export function editionOfCourse({ id, title, language, items, badges, competencies }: Course): Edition {
  const entries = new Map<EditionName, EditionEntry>();
  for (const item of items) {
    entries.set(item.id, itemEntry(item));
    if (item.kind === 'section') continue;
    for (const { key, asks = '', answer = '' } of item.questions) {
      const local = key.slice(key.indexOf('#') + 1);
      entries.set(key, { kind: 'question', type: '', title: local, asks, answers: [answer] });
      // A bank has no entry of its own in a manifest; what draws take from it has its name.
      for (const bank of holders(key).slice(1)) entries.set(bank, { kind: 'bank', title: bank });
    }
  }
  for (const badge of badges)
    entries.set(editionName('badge', badge.id), { kind: 'badge', title: badge.title });
  for (const each of competencies) entries.set(editionName('competency', each.id), competencyEntry(each));
  return { course: id, title, language, entries };
}

function itemEntry(item: Item): PublishedItem {
  const { kind, title, parent } = item;
  const entry = { kind, title, ...(parent !== undefined && { in: parent }) };
  if (item.kind !== 'quiz') return entry;
  const { pass, attempts, exhausted } = item;
  const rules = {
    ...(pass !== undefined && { pass }),
    ...(attempts !== undefined && { attempts }),
    ...(exhausted !== undefined && { exhausted }),
  };
  return { ...entry, rules };
}

function competencyEntry({ title, mastery, evidence }: Competency): PublishedItem {
  return { kind: 'competency', title, rules: { mastery, evidence } };
}
