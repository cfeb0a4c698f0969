import type { Course } from '../model/course.ts';
import { type Edition, type EditionEntry, type EditionName, editionName } from '../model/edition.ts';

/** What can be said of an edition by its manifest alone: its names and what questions ask, no texts. */
export function editionOfCourse({ id, title, language, items, badges, competencies }: Course): Edition {
  const entries = new Map<EditionName, EditionEntry>();
  for (const item of items) {
    entries.set(item.id, { kind: item.kind, title: item.title });
    if (item.kind === 'section') continue;
    for (const { key, asks = '', answer = '' } of item.questions) {
      const local = key.slice(key.indexOf('#') + 1);
      entries.set(key, { kind: 'question', type: '', title: local, asks, answers: [answer] });
    }
    // A bank has no entry of its own in a manifest; what draws take from it has its name.
    for (const { key } of item.questions) {
      const local = key.slice(key.indexOf('#') + 1);
      const bank = local.slice(0, Math.max(0, local.lastIndexOf('/')));
      if (bank !== '') entries.set(bank, { kind: 'bank', title: bank });
    }
  }
  for (const badge of badges)
    entries.set(editionName('badge', badge.id), { kind: 'badge', title: badge.title });
  for (const each of competencies)
    entries.set(editionName('competency', each.id), { kind: 'competency', title: each.title });
  return { course: id, title, language, entries };
}
