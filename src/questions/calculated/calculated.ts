import { child, items, sitedText, whole } from '../../load/read.ts';
import type { YamlNode } from '../../load/yaml.ts';
import { numberKey } from '../answer-key.ts';
import type { QuestionKind } from '../kind.ts';
import { instructionOf } from '../numeric/instruction.ts';
import { numericOutcomes } from '../numeric/judge.ts';
import { readRules } from '../numeric/rules.ts';
import type { Reading } from '../reading.ts';
import { MOST_KNOWN } from '../typed/most.ts';
import { textLine } from '../typed/template.tsx';
import { finishCalculated } from './finish.ts';
import { gradeCalculated, keyOf } from './grade.ts';
import { markdownAnswer } from './markdown.ts';
import type { FormulaSource } from './types.ts';
import { readVariables } from './variables.ts';

/** How many sets of values there are, and how many there can be. */
const VARIANTS = 30;
const MOST_VARIANTS = 200;

/** Calculated: a number to be worked out from values that differ from learner to learner. */
export const calculated: QuestionKind<'calculated'> = {
  type: 'calculated',
  late: 'numeric',
  markdownForm:
    'a table of the variables (`| variable | from | to | step |`, or `| variable | values |`) and a task list of formulas in code spans, with `- [x]` before the right one',
  graded: true,
  drawsValues: true,
  implies: (fields) => fields.has('variables'),
  markdown: (form) => (form.type === 'calculated' ? markdownAnswer(form) : undefined),
  read(fields, reading, base) {
    const answer = child(fields, 'answer');
    const answers = readFormulas(
      answer?.kind === 'list' ? answer.items : answer === undefined ? [] : [answer],
      reading,
    );
    if (answer?.kind === 'list' && answer.items.length === 0)
      reading.report('question/no-answer', { id: reading.id }, reading.head);
    return {
      ...base,
      type: 'calculated',
      variables: readVariables(fields, reading),
      answers,
      mistakes: readFormulas(items(child(fields, 'mistakes')), reading),
      rules: readRules(fields),
      wanted: Math.min(whole(child(fields, 'variants'), 1) ?? VARIANTS, MOST_VARIANTS),
      variants: [],
    };
  },
  finish: finishCalculated,
  link({ variables, variants, answers, mistakes, rules }, base, link) {
    const said = (formulas: readonly FormulaSource[]) =>
      formulas.map(({ feedback }) => (feedback === undefined ? null : link(feedback)));
    return {
      ...base,
      type: 'calculated',
      names: [...variables.map(({ name }) => name), 'answer'],
      variants,
      said: { answers: said(answers), mistakes: said(mistakes) },
      ...(rules.figures !== undefined && { figures: rules.figures }),
      ...rules.table,
    };
  },
  texts: () => [],
  assessed: ({ mistakes }) => ({ wrong: mistakes, open: true }),
  grade: gradeCalculated,
  outcomes(question) {
    const key = keyOf(question);
    return key === undefined ? [0] : numericOutcomes(key);
  },
  answerKey: ({ variants, figures, units }) => [
    variants.map(({ answers }) => answers.map(numberKey)),
    figures,
    units,
  ],
  guess: ({ variants }, below) => ({
    type: 'text',
    text: String(below(100)),
    variant: variants.length === 0 ? 0 : below(variants.length),
  }),
  template(view) {
    const instruction = instructionOf(view.source.rules, view.words);
    return { controls: [textLine(view)], ...(instruction !== undefined && { instruction }) };
  },
};

function readFormulas(nodes: readonly YamlNode[], reading: Reading): FormulaSource[] {
  return nodes.slice(0, MOST_KNOWN).flatMap((node) => {
    const written = sitedText(node.kind === 'map' ? child(node, 'formula') : node);
    if (written === undefined) return [];
    const feedback = node.kind === 'map' ? reading.text(child(node, 'feedback')) : undefined;
    return [{ text: written.value, ...(feedback !== undefined && { feedback }), span: written.span }];
  });
}
