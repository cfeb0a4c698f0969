import type { Share } from '../model/condition.ts';
import type { Course } from '../model/course.ts';
import type { Event } from '../model/events.ts';
import type { ItemId, QuestionKey } from '../model/ids.ts';
import { type Lookup, lookup } from './lookup.ts';

/**
 * An event in the names that things have in this edition (`Course.renamed`); the event itself where nothing in it was renamed. Stored
 * events keep their names: another edition may know them by others. A practice question that became part of a quiz keeps its
 * credit there, as a `regraded` of that quiz, since answers in a quiz count when they are handed in.
 */
export function renamed(course: Course, event: Event): Event {
  const names = course.renamed && namesOf(lookup(course), course.renamed);
  if (!names) return event;
  switch (event.type) {
    case 'finished':
      return event;
    case 'awarded':
      return { ...event, badge: names.prefixed('badge:', event.badge) };
    case 'mastered':
      return { ...event, competency: names.prefixed('competency:', event.competency) };
    case 'chose':
      return { ...event, section: names.item(event.section), option: names.item(event.option) };
    case 'routed':
      return { ...event, section: names.item(event.section), options: event.options.map(names.item) };
    case 'submitted':
      return {
        ...event,
        item: names.item(event.item),
        credits: names.credits(event.credits),
        ...rightIn(event, names),
      };
    case 'regraded': {
      const { attempt } = event;
      return {
        ...event,
        item: names.item(event.item),
        credits: names.credits(event.credits),
        ...(attempt && { attempt: { ...attempt, ...rightIn(attempt, names) } }),
      };
    }
    case 'answered': {
      const item = names.item(event.item);
      const question = names.question(event.question);
      const owner = question.slice(0, question.indexOf('#'));
      if (owner === item) return { ...event, item, question };
      // It stands elsewhere now. What was given in an attempt counts by the attempt, which names it.
      if (event.attempt !== undefined) return { ...event, item };
      const { device, n, at, credit } = event;
      return names.isQuiz(owner)
        ? { type: 'regraded', item: owner, credits: { [question]: credit }, device, n, at }
        : { ...event, item, question };
    }
    default:
      return { ...event, item: names.item(event.item) };
  }
}

function rightIn({ right }: { readonly right?: readonly QuestionKey[] }, names: Names) {
  return right && { right: right.map(names.question) };
}

interface Names {
  item(id: ItemId): ItemId;
  question(key: QuestionKey): QuestionKey;
  prefixed(prefix: string, id: string): string;
  credits(credits: Readonly<Record<QuestionKey, Share>>): Record<QuestionKey, Share>;
  isQuiz(id: ItemId): boolean;
}

const known = new WeakMap<Course, Names>();

function namesOf(index: Lookup, renames: Readonly<Record<string, string>>): Names {
  let names = known.get(index.course);
  if (!names) {
    names = makeNames(index, new Map(Object.entries(renames)));
    known.set(index.course, names);
  }
  return names;
}

function makeNames({ at, nodes }: Lookup, renames: ReadonlyMap<string, string>): Names {
  const keys = new Set(nodes.flatMap(({ questions }) => [...questions.keys()]));
  const item = (id: ItemId): ItemId => (at.has(id) ? id : (renames.get(id) ?? id));
  /** A question goes along with its item, and with the bank that a draw took it from. */
  const along = (key: QuestionKey): QuestionKey => {
    const hash = key.indexOf('#');
    const moved = item(key.slice(0, hash));
    const rest = key.slice(hash + 1);
    if (keys.has(`${moved}#${rest}`)) return `${moved}#${rest}`;
    for (let end = rest.lastIndexOf('/'); end > 0; end = rest.lastIndexOf('/', end - 1)) {
      const bank = renames.get(rest.slice(0, end));
      if (bank !== undefined) return `${moved}#${bank}${rest.slice(end)}`;
    }
    return `${moved}#${rest}`;
  };
  const question = (key: QuestionKey): QuestionKey => {
    if (keys.has(key)) return key;
    const found = renames.get(key) ?? along(key);
    return keys.has(found) ? found : (renames.get(found) ?? found);
  };
  return {
    item,
    question,
    prefixed: (prefix, id) => renames.get(prefix + id)?.slice(prefix.length) ?? id,
    credits(credits) {
      const found = new Map<QuestionKey, Share>();
      for (const [key, share] of Object.entries(credits)) {
        const name = question(key);
        found.set(name, Math.max(share, found.get(name) ?? 0));
      }
      return Object.fromEntries(found);
    },
    isQuiz: (id) => nodes[at.get(id) ?? -1]?.quiz !== undefined,
  };
}
