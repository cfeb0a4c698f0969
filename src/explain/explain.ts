import type { LoadedCourse } from '../load/loaded.ts';
import type { Course, Item } from '../model/course.ts';
import { nearest } from '../model/nearest.ts';
import { ways } from '../path/index.ts';
import { explainBadge, explainCertificate, explainCompetency, explainComplete } from './awards.ts';
import { type Context, choiceOf, contextOf } from './context.ts';
import type { DateWords } from './learners.ts';
import { before } from './topics/before.ts';
import { clears } from './topics/clears.ts';
import { closes } from './topics/closes.ts';
import { inside } from './topics/inside.ts';
import { required } from './topics/required.ts';
import { sees } from './topics/sees.ts';
import { waits } from './topics/waits.ts';
import type { Explanation } from './types.ts';

/**
 * Explains what a name stands for: an item, a badge, a competency, `certificate` or `complete`, in this order; `badge:ID` and
 * `competency:ID` name what shares its id with an item. Undefined when there is nothing of that name.
 */
export function explain(
  course: Course,
  loaded: LoadedCourse,
  name: string,
  date: DateWords,
): Explanation | undefined {
  const context = contextOf(course, loaded, date);
  const [, kind, id = name] = /^(badge|competency):(.*)$/su.exec(name) ?? [];
  if (kind === 'badge') return explainBadge(context, id);
  if (kind === 'competency') return explainCompetency(context, id);
  const item = context.item(name) ?? context.item(idOfFile(loaded, name) ?? '');
  if (item) return explainItem(context, item);
  const award = explainBadge(context, name) ?? explainCompetency(context, name);
  if (award) return award;
  if (name === 'certificate') return explainCertificate(context);
  return name === 'complete' ? explainComplete(context) : undefined;
}

/** The name that was probably meant. */
export function suggestion(course: Course, name: string): string | undefined {
  const names = [
    ...course.items.map(({ id }) => id),
    ...course.badges.map(({ id }) => id),
    ...course.competencies.map(({ id }) => id),
    ...(course.certificate ? ['certificate'] : []),
    'complete',
  ];
  const wanted = name.trim().toLowerCase();
  return (
    course.items.find(({ title }) => title.toLowerCase() === wanted)?.id ??
    nearest(name, names) ??
    nearest(wanted, names)
  );
}

/** The id of the module or quiz in a file, for those who complete paths with the Tab key. */
export function idOfFile(loaded: LoadedCourse, path: string): string | undefined {
  for (const [id, source] of [...loaded.pages, ...loaded.quizzes]) if (source.file === path) return id;
  return undefined;
}

function explainItem(context: Context, item: Item): Explanation {
  const { course } = context;
  const span = context.span(item);
  const found = ways(course);
  const isPathway = item.id === course.pathway;
  const path = [item, ...context.around(item).slice(1)].reverse();
  const root = context.item(course.pathway);
  return {
    subject: { kind: item.kind, id: item.id },
    title: item.title,
    what: kindOf(context, item),
    ...(span && { span }),
    path: [...(root && !isPathway ? [root] : []), ...path].map(({ id, title }) => ({ id, title })),
    notes: {
      sees: sees(context, item),
      before: before(context, item),
      inside: inside(context, item, found),
      clears: clears(context, item),
      closes: isPathway ? [] : closes(context, item),
      waits: waits(context, item),
      required: isPathway ? [] : required(context, item),
    },
    time: { own: found.of(item.id), until: found.until(item.id) },
  };
}

function kindOf(context: Context, item: Item): string {
  if (item.kind !== 'section') return item.kind;
  const section = context.parent(item);
  const role =
    section?.type === 'static-branching'
      ? 'branch'
      : section?.type === 'dynamic-branching'
        ? 'option'
        : 'section';
  if (!section) return `${item.type} pathway`;
  const choice = choiceOf(item);
  const how = choice ? ', learners choose' : item.type === 'dynamic-branching' ? ', rules choose' : '';
  return `${item.type} ${role}${how}`;
}
