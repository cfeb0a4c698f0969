import { pointsPossible } from '../../model/attempt.ts';
import type { Item, Module, Quiz, Section } from '../../model/course.ts';
import { count, percent } from '../../model/quantities.ts';
import { type Context, choiceOf, isFree, note, rulesRead } from '../context.ts';
import { listed } from '../learners.ts';
import type { Note } from '../types.ts';

/** What clears an item, so that the way goes on. */
export function clears(context: Context, item: Item): Note[] {
  switch (item.kind) {
    case 'module':
      return [note('done', doing(item))];
    case 'quiz':
      return quizNotes(context, item);
    case 'section':
      return sectionNotes(context, item);
  }
}

function doing({ done, questions }: Module): string {
  switch (done.type) {
    case 'view':
      return 'Reading it and going on from its end.';
    case 'manual':
      return 'Marking it as done.';
    case 'questions':
      return questions.length === 0
        ? 'Opening it: all its questions have to be answered, and it has none.'
        : `Answering ${questions.length === 1 ? 'its question' : `all ${questions.length} questions in it`}, rightly or not.`;
    case 'video': {
      const several = (done.media?.length ?? 0) > 1;
      return `Watching ${percent(done.share)} of ${several ? `each of its ${done.media?.length} videos` : 'its video'}.`;
    }
  }
}

function quizNotes(context: Context, quiz: Quiz): Note[] {
  const section = context.parent(quiz);
  const source = context.loaded.quizzes.get(quiz.id);
  const span = context.span(quiz, 'pass');
  const limit = context.span(quiz, 'attempts');
  const possible = pointsPossible(quiz);
  const notes: Note[] = [];
  if (quiz.pass === undefined) {
    notes.push(note('submit', 'Handing it in: it has no pass mark, so nobody fails.'));
  } else if (section && isFree(section, quiz.id)) {
    const text = `Handing it in: in a ${section.type} section a quiz holds nobody back. It is passed with ${percent(quiz.pass)}.`;
    notes.push(note('submit', text, { span }));
  } else {
    const ask =
      possible > 0
        ? `: at least ${pointsFor(quiz, quiz.pass * possible)} of ${count(possible, 'point')}`
        : '';
    notes.push(note('pass', `Passing it with ${percent(quiz.pass)}${ask}.`, { span }));
  }
  if (quiz.pass === undefined) return notes;
  const review = quiz.review.map((id) => context.title(id));
  if (review.length > 0) {
    const text = `After a failed attempt ${listed(review)} ${review.length === 1 ? 'has' : 'have'} to be gone through again before the next.`;
    notes.push(note('review', text, { items: quiz.review, span: source?.review[0]?.span }));
  }
  if (quiz.attempts === undefined) {
    notes.push(note('attempts', 'It may be tried as often as learners like.'));
  } else {
    notes.push(note('attempts', `It may be tried ${count(quiz.attempts, 'time')}.`, { span: limit }));
    notes.push(
      note('exhausted', `Who has used them all without passing ${afterwards(quiz)}`, { span: limit }),
    );
  }
  return notes;
}

/** The points that reach a mark: whole ones, unless parts of them can be earned. */
function pointsFor({ questions, settings }: Quiz, points: number): number {
  const isWhole =
    !settings?.confidence &&
    questions.every((question) =>
      question.outcomes.every((share) => Number.isInteger(share * question.points)),
    );
  return isWhole ? Math.ceil(points - 1e-9) : Math.ceil(points * 100 - 1e-6) / 100;
}

function afterwards({ exhausted, review }: Quiz): string {
  if (exhausted === undefined) return 'can never pass it any more: nothing stands under exhausted.';
  switch (exhausted) {
    case 'continue':
      return 'goes on all the same (exhausted: continue).';
    case 'review':
      return review.length > 0
        ? 'gets new attempts by that review (exhausted: review).'
        : 'gets no new ones: exhausted: review needs something under review.';
    case 'contact':
      return 'has to ask you for an unlock code (exhausted: contact).';
  }
}

function sectionNotes(context: Context, section: Section): Note[] {
  const children = section.children.flatMap((id) => context.item(id) ?? []);
  const required = children.filter(({ optional }) => !optional);
  const optional = children.length - required.length;
  const extra = optional > 0 ? ` (${optional} more ${optional === 1 ? 'is' : 'are'} optional)` : '';
  const conditional = required.some(({ when }) => when) ? ', as far as shown to the learner' : '';
  const all = `${required.length === 1 ? 'the one required entry in it' : `all ${required.length} required entries in it`}${extra}${conditional}`;
  const items = required.map(({ id }) => id);
  const of = (text: string, span = context.span(section)): Note[] => [
    note('children', text, { items, span }),
  ];
  const choice = choiceOf(section);
  if (choice) {
    const which = choice.switch
      ? 'those finished first count, and learners may switch'
      : 'what is chosen stays chosen';
    return of(
      `Finishing ${choice.count} of its ${count(children.length, 'option')}: ${which}.`,
      context.span(section, 'choose') ?? context.span(section),
    );
  }
  switch (section.type) {
    case 'linear':
    case 'hurdles':
      return of(`Clearing ${all}${required.length > 1 ? ', in order' : ''}.`);
    case 'random-access': {
      if (section.finish === undefined) return of(`Clearing ${all}, in any order.`);
      const text = `${context.title(section.finish)} alone: the rest may be skipped.`;
      return [note('finish', text, { items: [section.finish], span: context.span(section, 'finish') })];
    }
    case 'static-branching':
      return of(
        `Finishing ${required.length === 1 ? 'its one branch' : `all ${required.length} branches`}${extra}, one after the other in any order.`,
      );
    case 'dynamic-branching':
      return of(
        `Finishing what its route names: ${count(rulesRead(section).length, 'rule')}, of which the first that holds decides.`,
        context.span(section, 'route') ?? context.span(section),
      );
  }
}
