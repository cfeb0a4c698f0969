import { child, sitedTexts } from '../../load/read.ts';
import { bulletLists, entryTexts, linkEntries, markdownEntries, readEntries } from '../entries.ts';
import type { QuestionKind } from '../kind.ts';
import type { MarkdownAnswer, MarkdownForm } from '../markdown-form.ts';
import { gradeLikert, likertOutcomes } from './grade.ts';
import { statementList } from './template.tsx';

/** Statements to rate on a scale (Likert 1932), such as how far learners agree. */
export const likert: QuestionKind<'likert'> = {
  type: 'likert',
  markdownForm: 'a list, `- ` before each statement',
  graded: false,
  implies: (fields) => fields.has('statements'),
  markdown,
  read(fields, reading, base) {
    const scale = sitedTexts(child(fields, 'scale'));
    const [only, ...others] = scale;
    if (only !== undefined && others.length === 0)
      reading.report('question/short-scale', { id: reading.id, step: only.value }, only.span);
    const seen = new Map<string, string>();
    for (const { value, span } of scale) {
      const key = value.trim().toLowerCase();
      const first = seen.get(key);
      if (first === undefined) seen.set(key, value);
      else
        reading.report('question/repeated-entry', { id: reading.id, of: 'step', text: value, first }, span);
    }
    return {
      ...base,
      type: 'likert',
      statements: readEntries(child(fields, 'statements'), reading, 'likert'),
      scale: scale.map(({ value }) => value),
    };
  },
  link: ({ statements }, base, link) => ({
    ...base,
    type: 'likert',
    statements: linkEntries(statements, link),
  }),
  texts: ({ statements }) => entryTexts(statements),
  grade: gradeLikert,
  outcomes: likertOutcomes,
  answerKey: () => null,
  guess: ({ statements }, below) => ({
    type: 'fields',
    fields: Object.fromEntries(statements.map(({ id }) => [id, String(below(5) + 1)])),
  }),
  template: (view) => ({ controls: [statementList(view)] }),
};

/** The last list of the question. */
function markdown(form: MarkdownForm): MarkdownAnswer | undefined {
  if (form.type !== 'likert') return undefined;
  const last = bulletLists(form.blocks).at(-1);
  if (last === undefined) return undefined;
  return {
    prompt: form.blocks.filter((block) => block !== last),
    answers: [last],
    fields: { statements: markdownEntries(last, form) },
  };
}
