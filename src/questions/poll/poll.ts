import { child, flag } from '../../load/read.ts';
import { optionList } from '../choice/template.tsx';
import { bulletLists, entryTexts, linkEntries, markdownEntries, readEntries } from '../entries.ts';
import type { QuestionKind } from '../kind.ts';
import type { MarkdownAnswer, MarkdownForm } from '../markdown-form.ts';
import { gradePoll, pollOutcomes } from './grade.ts';

/** A poll: which of several options learners take, none of them right. */
export const poll: QuestionKind<'poll'> = {
  type: 'poll',
  markdownForm: 'a list, `- ` before each option',
  graded: false,
  // Options alone are a choice question: a poll is named.
  implies: () => false,
  markdown,
  read: (fields, reading, base) => ({
    ...base,
    type: 'poll',
    options: readEntries(child(fields, 'options'), reading, 'poll'),
    several: flag(child(fields, 'several')) ?? false,
  }),
  link: ({ options, several }, base, link) => ({
    ...base,
    type: 'poll',
    options: linkEntries(options, link),
    several,
  }),
  texts: ({ options }) => entryTexts(options),
  grade: gradePoll,
  outcomes: pollOutcomes,
  answerKey: () => null,
  guess({ options, several }, below) {
    const ids = options.map(({ id }) => id);
    if (several) return { type: 'multiple', options: ids.filter(() => below(2) === 1) };
    return { type: 'single', option: ids[below(Math.max(1, ids.length))] ?? 'none' };
  },
  template: (view) => ({
    controls: [optionList(view, view.source.options, view.source.several ? 'checkbox' : 'radio')],
    ...(view.source.several && { instruction: view.words.chooseAll }),
  }),
};

/** The last list of the question, with or without boxes. */
function markdown(form: MarkdownForm): MarkdownAnswer | undefined {
  if (form.type !== 'poll') return undefined;
  const last = bulletLists(form.blocks).at(-1);
  if (last === undefined) return undefined;
  return {
    prompt: form.blocks.filter((block) => block !== last),
    answers: [last],
    fields: { options: markdownEntries(last, form) },
  };
}
