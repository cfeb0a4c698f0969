import { rightOf } from '../answer-key.ts';
import { assessedOptions } from '../assessed.ts';
import { linkOptions, markdownOptions, optionTexts, readOptions } from '../choice/options.ts';
import { optionList } from '../choice/template.tsx';
import type { QuestionKind } from '../kind.ts';
import { gradeSingle, singleOutcomes } from './grade.ts';

/** Single choice: one of several options is right. */
export const single: QuestionKind<'single'> = {
  type: 'single',
  markdownForm: 'a task list, with `- [x]` before the right answer and `- [ ]` before the others',
  graded: true,
  implies: (fields) => fields.has('options'),
  markdown: markdownOptions,
  read: (fields, reading, base) => ({ ...base, type: 'single', options: readOptions(fields, reading) }),
  link: ({ options }, base, link) => ({ ...base, type: 'single', options: linkOptions(options, link) }),
  texts: optionTexts,
  assessed: assessedOptions,
  grade: gradeSingle,
  outcomes: singleOutcomes,
  answerKey: ({ options }) => rightOf(options),
  guess: ({ options }, below) => ({ type: 'single', option: options[below(options.length)]?.id ?? 'none' }),
  template: (view) => ({ controls: [optionList(view, view.source.options, 'radio')] }),
};
