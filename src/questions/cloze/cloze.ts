import { child, text } from '../../load/read.ts';
import { sorted } from '../answer-key.ts';
import type { QuestionKind } from '../kind.ts';
import { readCredit } from '../parts/read.ts';
import { readStrictness, typedKey } from '../short-text/short-text.ts';
import { hasBlanks, holdsBlanks, takeApart } from './blanks.ts';
import { clozeOutcomes, gradeCloze } from './grade.ts';
import { readBlanks } from './read.ts';
import { clozePrompt } from './template.tsx';

/** Cloze: text fields and menus in running prose. */
export const cloze: QuestionKind<'cloze'> = {
  type: 'cloze',
  late: 'short-text',
  markdownForm: 'the text with its blanks, such as `[[Paris]]` or `[[Lyon|(Paris)|Nice]]`',
  graded: true,
  implies(fields) {
    const prompt = child(fields, 'prompt');
    const fragment = prompt?.kind === 'scalar' ? prompt.fragment : undefined;
    if (fragment === undefined) return hasBlanks(text(prompt) ?? '');
    return takeApart(fragment.html).occurrences.some(({ isText }) => !isText);
  },
  // The answers stand in the prompt.
  markdown: ({ blocks, type }) =>
    type === 'cloze' || blocks.some(holdsBlanks) ? { prompt: blocks, answers: [], fields: {} } : undefined,
  read(fields, reading, base) {
    const strict = readStrictness(child(fields, 'match'));
    return {
      ...base,
      type: 'cloze',
      ...readBlanks(reading, strict),
      ...(Object.keys(strict).length > 0 && { strict }),
      ...readCredit(fields),
    };
  },
  link: ({ blanks, strict, credit }, base) => ({
    ...base,
    type: 'cloze',
    blanks: blanks.map(({ span: _, ...blank }) => blank),
    ...(strict !== undefined && { strict }),
    ...(credit !== undefined && { credit }),
  }),
  texts: ({ blanks, prompt: { span } }) =>
    blanks.flatMap((blank) =>
      blank.kind === 'menu' ? blank.choices.map(({ text }) => ({ html: '', text, span })) : [],
    ),
  assessed: ({ blanks, prompt: { span } }) => ({
    choices: blanks.flatMap((blank) =>
      blank.kind === 'menu'
        ? [
            blank.choices.map(({ text, correct }) => ({
              text: { html: '', text, span },
              correct,
              span: blank.span,
            })),
          ]
        : [],
    ),
    typed: blanks.flatMap((blank) => (blank.kind === 'text' ? blank.answers : [])),
    open: true,
  }),
  grade: gradeCloze,
  outcomes: clozeOutcomes,
  answerKey: ({ blanks, strict, credit }) => [
    blanks.map((blank) =>
      blank.kind === 'text'
        ? typedKey(blank.answers, strict)
        : sorted(blank.choices.filter(({ correct }) => correct).map(({ id }) => id)),
    ),
    strict,
    credit,
  ],
  guess: ({ blanks }, below) => ({
    type: 'fields',
    fields: Object.fromEntries(
      blanks.map((blank) => [
        blank.id,
        blank.kind === 'menu' ? (blank.choices[below(blank.choices.length)]?.id ?? '?') : '?',
      ]),
    ),
  }),
  template: clozePrompt,
};
