import type { Blockquote } from 'mdast';
import { child } from '../../load/read.ts';
import { isTaskList } from '../choice/options.ts';
import { linkEntries, markdownEntries, readEntries } from '../entries.ts';
import type { QuestionKind } from '../kind.ts';
import type { MarkdownAnswer, MarkdownForm } from '../markdown-form.ts';
import { gradeReflection, reflectionOutcomes } from './grade.ts';
import { ownAnswer } from './template.tsx';

/** A thought put in words, then compared with a model answer and checked by a rubric: by the learner, not by the page. */
export const reflection: QuestionKind<'reflection'> = {
  type: 'reflection',
  markdownForm: 'a quote with a model answer, and a list with `- [ ]` before each thing to look for',
  graded: false,
  implies: (fields) => fields.has('model') || fields.has('rubric'),
  markdown,
  read(fields, reading, base) {
    const model = reading.text(child(fields, 'model'));
    return {
      ...base,
      type: 'reflection',
      ...(model !== undefined && { model }),
      rubric: readEntries(child(fields, 'rubric'), reading, 'reflection'),
    };
  },
  link: ({ model, rubric }, base, link) => ({
    ...base,
    type: 'reflection',
    ...(model !== undefined && { model: link(model) }),
    rubric: linkEntries(rubric, link),
  }),
  // The rest is read afterwards.
  texts: () => [],
  grade: gradeReflection,
  outcomes: reflectionOutcomes,
  answerKey: () => null,
  guess: ({ rubric }, below) => ({
    type: 'text',
    text: 'I do not know.',
    ticked: rubric.map(({ id }) => id).filter(() => below(2) === 1),
  }),
  template: (view) => ({ controls: [ownAnswer(view)] }),
};

/** The last quote, and the last list with boxes: each may be missing. */
function markdown(form: MarkdownForm): MarkdownAnswer | undefined {
  if (form.type !== 'reflection') return undefined;
  const quote = form.blocks.findLast((block) => block.type === 'blockquote' && !isAlert(block, form));
  const list = form.blocks.findLast(isTaskList);
  return {
    prompt: form.blocks.filter((block) => block !== quote && block !== list),
    answers: [quote, list].flatMap((block) => block ?? []),
    fields: {
      model: quote?.type === 'blockquote' ? form.text(quote.children, form.spanOf(quote)) : undefined,
      rubric: list && markdownEntries(list, form),
    },
  };
}

/** `> [!NOTE]`: a note, not a quote. */
function isAlert(quote: Blockquote, form: MarkdownForm): boolean {
  return /^>\s*\[!\w+\]/.test(form.sourceOf(quote));
}
