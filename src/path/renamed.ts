import type { Share } from '../model/condition.ts';
import type { Course } from '../model/course.ts';
import { editionName, ownId } from '../model/edition.ts';
import { presentName } from '../model/edition-names.ts';
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
    case 'aliased':
      return event;
    case 'awarded':
      return { ...event, badge: names.rewarded('badge', event.badge) };
    case 'mastered':
      return { ...event, competency: names.rewarded('competency', event.competency) };
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
  /** By ids of their own. */
  rewarded(kind: 'badge' | 'competency', id: string): string;
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

function makeNames({ at, nodes, badges, competencies }: Lookup, renames: ReadonlyMap<string, string>): Names {
  const quizzes = nodes.flatMap(({ quiz }) => (quiz ? [quiz.id] : []));
  const others = new Set([
    ...nodes.flatMap(({ questions }) => [...questions.keys()]),
    ...[...badges.keys()].map((id) => editionName('badge', id)),
    ...[...competencies.keys()].map((id) => editionName('competency', id)),
  ]);
  const isThere = (name: string): boolean => at.has(name) || others.has(name);
  const found = new Map<string, string>();
  /** As `course diff` has it: what is foretold there comes true here. */
  const now = (name: string): string => {
    const known = found.get(name) ?? presentName(name, isThere, renames, quizzes);
    found.set(name, known);
    return known;
  };
  return {
    item: now,
    question: now,
    rewarded: (kind, id) => ownId(now(editionName(kind, id))),
    credits(credits) {
      const best = new Map<QuestionKey, Share>();
      for (const [key, share] of Object.entries(credits)) {
        const name = now(key);
        best.set(name, Math.max(share, best.get(name) ?? 0));
      }
      return Object.fromEntries(best);
    },
    isQuiz: (id) => nodes[at.get(id) ?? -1]?.quiz !== undefined,
  };
}
