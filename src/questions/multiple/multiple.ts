import { child, items, text } from '../../load/read.ts';
import type { YamlEntry } from '../../load/yaml.ts';
import { rightOf } from '../answer-key.ts';
import { assessedOptions } from '../assessed.ts';
import { linkOptions, markdownOptions, optionTexts, readOptions } from '../choice/options.ts';
import { optionList } from '../choice/template.tsx';
import type { QuestionKind } from '../kind.ts';
import { creditRule } from './credit.ts';
import { gradeMultiple, multipleOutcomes } from './grade.ts';

/** Multiple choice: a set of options is right. */
export const multiple: QuestionKind<'multiple'> = {
  type: 'multiple',
  markdownForm: 'a task list, with `- [x]` before each right answer and `- [ ]` before the others',
  graded: true,
  implies: (fields) =>
    items(child(fields, 'options')).filter((option) => option.kind === 'map' && isCorrect(option.entries))
      .length > 1,
  // Which of the two choice types it is shows in the fields.
  markdown: markdownOptions,
  read(fields, reading, base) {
    const credit = creditRule(text(child(fields, 'credit')));
    const options = readOptions(fields, reading);
    return { ...base, type: 'multiple', options, ...(credit !== undefined && { credit }) };
  },
  link: ({ options, credit }, base, link) => ({
    ...base,
    type: 'multiple',
    options: linkOptions(options, link),
    ...(credit !== undefined && { credit }),
  }),
  texts: optionTexts,
  assessed: (source) => assessedOptions(source, true),
  grade: gradeMultiple,
  outcomes: multipleOutcomes,
  answerKey: ({ options, credit }) => [rightOf(options), credit],
  guess: ({ options }, below) => ({
    type: 'multiple',
    options: options.filter(() => below(2) === 1).map(({ id }) => id),
  }),
  template: (view) => ({
    controls: [optionList(view, view.source.options, 'checkbox')],
    instruction: view.words.chooseAll,
  }),
};

function isCorrect(option: ReadonlyMap<string, YamlEntry>): boolean {
  const node = child(option, 'correct');
  return node?.kind === 'scalar' && node.value === true;
}
