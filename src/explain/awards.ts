import { count, percent } from '../model/quantities.ts';
import { type Context, note } from './context.ts';
import { pointsToHave } from './points.ts';
import { useNote } from './topics/waits.ts';
import type { Explanation, Note } from './types.ts';

const NONE = { sees: [], before: [], inside: [], clears: [], closes: [], waits: [], required: [] };

/** Who earns a badge, and what hangs on it; undefined when there is none of that id. */
export function explainBadge(context: Context, id: string): Explanation | undefined {
  const badge = context.index.badges.get(id);
  if (!badge) return undefined;
  const span = context.span(badge);
  const text = `Learners who ${context.who(badge.when)}.`;
  return {
    subject: { kind: 'badge', id },
    title: badge.title,
    what: 'badge',
    ...(span && { span }),
    path: [],
    notes: {
      ...NONE,
      sees: [
        note('when', text, { condition: badge.when, span: context.span(badge, 'when') ?? span }),
        ...pointsToHave(context.course, badge.when),
      ],
      closes: [note('kept', 'Never: a badge that was earned stays.')],
      waits: naming(context, 'badge', id),
    },
  };
}

/** What makes a competency mastered, and what hangs on it; undefined when there is none of that id. */
export function explainCompetency(context: Context, id: string): Explanation | undefined {
  const tagged = context.index.competencies.get(id);
  if (!tagged) return undefined;
  const { competency, questions } = tagged;
  const span = context.span(competency);
  const byItem = new Map<number, number>();
  for (const { item } of questions) byItem.set(item, (byItem.get(item) ?? 0) + 1);
  const enough = Math.max(1, Math.min(competency.evidence, questions.length));
  const sources = [...byItem].flatMap(([at, number]): Note[] => {
    const item = context.course.items[at];
    const text = item && `${count(number, 'question')} in ${context.title(item.id)}.`;
    return item && text ? [note('competency', text, { items: [item.id], span: context.span(item) })] : [];
  });
  const rule =
    questions.length === 0
      ? 'Nobody: no question carries its name.'
      : `Learners who have seen at least ${enough} of its ${count(questions.length, 'question')} and earned ${percent(competency.mastery)} of their points, the best answer to each.`;
  return {
    subject: { kind: 'competency', id },
    title: competency.title,
    what: 'competency',
    ...(span && { span }),
    path: [],
    notes: {
      ...NONE,
      sees: [
        note(questions.length === 0 ? 'nobody' : 'competency', rule, {
          span: context.span(competency, 'mastery') ?? span,
        }),
      ],
      before: sources,
      closes: [note('score', 'For learners who then see more of its questions and answer them badly.')],
      waits: naming(context, 'mastered', id),
    },
  };
}

/** Who gets the certificate; undefined where there is none. */
export function explainCertificate(context: Context): Explanation | undefined {
  const { certificate } = context.course;
  if (!certificate) return undefined;
  const span = context.span(certificate);
  const text = certificate.when
    ? `Learners who have finished the course and ${context.who(certificate.when)}.`
    : 'Everyone who has finished the course.';
  return {
    subject: { kind: 'certificate' },
    title: certificate.title,
    what: 'certificate',
    ...(span && { span }),
    path: [],
    notes: {
      ...NONE,
      sees: [
        note(certificate.when ? 'when' : 'everyone', text, {
          condition: certificate.when,
          span: context.span(certificate, 'when') ?? span,
        }),
        ...pointsToHave(context.course, certificate.when),
      ],
      before: [finish(context)],
    },
  };
}

/** When the course is finished. */
export function explainComplete(context: Context): Explanation {
  const span = context.span(context.course, 'complete');
  return {
    subject: { kind: 'complete' },
    title: context.course.title,
    what: 'the end of the course',
    ...(span && { span }),
    path: [],
    notes: {
      ...NONE,
      sees: [finish(context)],
      closes: [note('kept', 'Never: who has finished the course stays so, also in a new edition.')],
    },
  };
}

function finish(context: Context): Note {
  const { complete } = context.course;
  return complete
    ? note('when', `The course is finished for learners who ${context.who(complete)}.`, {
        condition: complete,
        span: context.span(context.course, 'complete'),
      })
    : note('everyone', 'The course is finished for learners who have cleared everything required in it.');
}

function naming(context: Context, type: 'badge' | 'mastered', id: string): Note[] {
  return context.uses
    .filter(({ leaf }) => leaf.type === type && (leaf.type === 'badge' ? leaf.badge : leaf.competency) === id)
    .map((use) => useNote(context, use));
}
