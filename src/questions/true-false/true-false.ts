import { child, flag } from '../../load/read.ts';
import { isTaskList, withFeedback } from '../choice/options.ts';
import { optionList } from '../choice/template.tsx';
import type { QuestionKind } from '../kind.ts';
import type { MarkdownAnswer, MarkdownForm } from '../markdown-form.ts';
import { gradeTrueFalse } from './grade.ts';

/** True or false: the site has the words, always in this order. */
export const trueFalse: QuestionKind<'true-false'> = {
  type: 'true-false',
  markdownForm: 'a task list of two entries, `True` and `False`, with `- [x]` before the right one',
  graded: true,
  implies(fields) {
    const answer = child(fields, 'answer');
    return answer?.kind === 'scalar' && typeof answer.value === 'boolean';
  },
  // Only where it is named: a task list of two such words alone stays single choice, with its own words as its options.
  markdown: (form) => (form.type === 'true-false' ? markdownAnswer(form) : undefined),
  read: (fields, _, base) => ({ ...base, type: 'true-false', answer: flag(child(fields, 'answer')) ?? true }),
  link: ({ answer }, base) => ({ ...base, type: 'true-false', answer }),
  texts: () => [],
  assessed: () => ({ statement: true, open: true }),
  grade: gradeTrueFalse,
  outcomes: () => [0, 1],
  answerKey: ({ answer }) => answer,
  guess: (_, below) => ({ type: 'single', option: String(below(2) === 1) }),
  template: (view) => ({
    controls: [
      optionList(
        view,
        [true, false].map((value) => {
          const { lang } = view.words;
          const word = value ? view.words.true : view.words.false;
          const html = lang === undefined ? word : `<span lang="${lang}">${word}</span>`;
          const { span } = view.source;
          return { id: String(value), text: { html, text: word, span }, correct: value, span };
        }),
        'radio',
      ),
    ],
  }),
};

/** What authors write for the two, in the languages of the site. */
const WORDS: ReadonlyMap<string, boolean> = new Map([
  ...['true', 'wahr', 'richtig', 'verdadero', 'vrai'].map((word) => [word, true] as const),
  ...['false', 'falsch', 'falso', 'faux'].map((word) => [word, false] as const),
]);

/** The last task list, if it is two entries that say true and false and one of them is marked. */
function markdownAnswer(form: MarkdownForm): MarkdownAnswer | undefined {
  const list = form.blocks.filter(isTaskList).at(-1);
  if (list === undefined) return undefined;
  const entries = list.children.map((item) => {
    const { content, feedback } = withFeedback(item);
    const word = form.text(content, form.spanOf(item)).text.trim().toLowerCase().replace(/\.$/, '');
    return { item, value: WORDS.get(word), isRight: item.checked === true, feedback };
  });
  const right = entries.find(({ isRight }) => isRight);
  const wrong = entries.find(({ isRight }) => !isRight);
  if (entries.length !== 2 || right?.value === undefined || wrong?.value !== !right.value) return undefined;
  // With two options, who chose one of them is who was right, or wrong.
  const said = (entry: typeof right) => (entry.feedback.length === 0 ? undefined : form.text(entry.feedback));
  const feedback = { right: said(right), wrong: said(wrong) };
  const isSaid = feedback.right !== undefined || feedback.wrong !== undefined;
  return {
    prompt: form.blocks.filter((block) => block !== list),
    answers: [list],
    fields: {
      answer: form.scalar(String(right.value), form.spanOf(right.item)),
      feedback: isSaid ? form.map(feedback, form.spanOf(list)) : undefined,
    },
  };
}
