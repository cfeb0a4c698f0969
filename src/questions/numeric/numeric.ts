import { child, items, sitedText } from '../../load/read.ts';
import type { Fragment } from '../../load/source.ts';
import type { YamlNode } from '../../load/yaml.ts';
import type { Html } from '../../model/question.ts';
import { numberKey } from '../answer-key.ts';
import type { QuestionFindings } from '../findings.ts';
import type { QuestionKind } from '../kind.ts';
import type { MarkdownAnswer, MarkdownForm } from '../markdown-form.ts';
import type { Reading } from '../reading.ts';
import { type TypedEntry, typedList } from '../typed/markdown.ts';
import { MOST_KNOWN } from '../typed/most.ts';
import { textLine } from '../typed/template.tsx';
import { checkRules, isEndless } from './check.ts';
import { gradeNumeric } from './grade.ts';
import { instructionOf } from './instruction.ts';
import { numericOutcomes } from './judge.ts';
import { marginOf } from './margin.ts';
import { readNumber } from './number.ts';
import { readRules } from './rules.ts';
import type { KnownNumber, KnownNumberSource, NumericRules } from './types.ts';
import { unitTable } from './units.ts';

/** Numeric: a number, typed, with or without a unit. */
export const numeric: QuestionKind<'numeric'> = {
  type: 'numeric',
  late: 'numeric',
  markdownForm: 'a task list, with `- [x]` before the right number and `- [ ]` before known mistakes',
  graded: true,
  implies: (fields) => fields.has('answer'),
  markdown: (form) => (form.type === 'numeric' ? markdownAnswer(form) : undefined),
  read(fields, reading, base) {
    const rules = readRules(fields);
    const answer = child(fields, 'answer');
    const written = answer?.kind === 'list' ? answer.items : answer === undefined ? [] : [answer];
    const answers = readNumbers(written, reading);
    const mistakes = readNumbers(items(child(fields, 'mistakes')), reading);
    if (answer?.kind === 'list' && written.length === 0)
      reading.report('question/no-answer', { id: reading.id }, reading.head);
    reportRepeated(answers, mistakes, rules, reading);
    checkRules(
      reading.id,
      rules,
      answers.map(({ value }) => value),
      reading.report,
    );
    // A fraction is exact as it is written.
    const endless = answers.find((known) => !known.text.includes('/') && isEndless(known.value, rules));
    if (endless !== undefined)
      reading.report('question/endless-answer', { id: reading.id, value: endless.value }, endless.span);
    return { ...base, type: 'numeric', answers, mistakes, rules };
  },
  async finish(source, report) {
    const table = await unitTable(source.id.value, source.rules, report);
    return table === undefined ? source : { ...source, rules: { ...source.rules, table } };
  },
  link: ({ answers, mistakes, rules }, base, link) => ({
    ...base,
    type: 'numeric',
    answers: linkNumbers(answers, rules, link),
    mistakes: linkNumbers(mistakes, rules, link),
    ...(rules.figures !== undefined && { figures: rules.figures }),
    ...rules.table,
  }),
  texts: () => [],
  assessed: ({ answers, mistakes }) => ({
    typed: answers.map(({ text }) => text),
    wrong: mistakes,
    open: true,
  }),
  grade: gradeNumeric,
  outcomes: numericOutcomes,
  answerKey: ({ answers, figures, units }) => [answers.map(numberKey), figures, units],
  guess: ({ mistakes }, below) => ({
    type: 'text',
    text: String(mistakes[below(mistakes.length + 1)]?.value ?? below(100)),
  }),
  template(view) {
    const instruction = instructionOf(view.source.rules, view.words);
    return { controls: [textLine(view)], ...(instruction !== undefined && { instruction }) };
  },
};

function markdownAnswer(form: MarkdownForm): MarkdownAnswer | undefined {
  const found = typedList(form);
  if (found === undefined) return undefined;
  const { list, right, wrong, unmarked } = found;
  const entries = (typed: readonly TypedEntry[]) =>
    form.list(
      typed.map(({ text, feedback, span }) => form.map({ value: text, feedback }, span)),
      form.spanOf(list),
    );
  return {
    prompt: form.blocks.filter((block) => block !== list),
    answers: [list],
    fields: { answer: entries(right), mistakes: wrong.length === 0 ? undefined : entries(wrong) },
    unmarked,
  };
}

function readNumbers(nodes: readonly YamlNode[], reading: Reading): KnownNumberSource[] {
  return nodes.slice(0, MOST_KNOWN).flatMap((node) => {
    const written = sitedText(node.kind === 'map' ? child(node, 'value') : node);
    if (written === undefined) return [];
    const { value: text, span } = written;
    // The schema has said that it is no number.
    if (/^[-+]?\.(?:inf|nan)$/i.test(text)) return [];
    const value = numberIn(text);
    if (value === undefined) {
      reading.report('question/not-a-number', { id: reading.id, text, ...readingsOf(text, reading) }, span);
      return [];
    }
    const feedback = node.kind === 'map' ? reading.text(child(node, 'feedback')) : undefined;
    return [{ value, text, ...(feedback !== undefined && { feedback }), span }];
  });
}

const TRUE = /^(true|yes|on)$/i;
const FALSE = /^(false|no|off)$/i;

/** What a text that is no number could be: two numbers, or a word, which another type asks for. */
function readingsOf(
  text: string,
  { form }: Reading,
): Pick<QuestionFindings['question/not-a-number'], 'readings' | 'word'> {
  const numbers = readNumber(text).filter(({ unit }) => unit === '');
  if (numbers.length > 1) return { readings: numbers.map(({ value }) => String(value)) };
  if (!/^\p{L}[^\d]*$/u.test(text)) return {};
  return { word: { form, ...((TRUE.test(text) || FALSE.test(text)) && { truth: TRUE.test(text) }) } };
}

/** A number in a source: as learners type it, with the point for decimals where a comma could be read in two ways. */
function numberIn(text: string): number | undefined {
  const [first, second] = readNumber(text);
  if (first === undefined || first.unit !== '') return undefined;
  return second !== undefined && text.includes(',') ? undefined : first.value;
}

/** What is no further from an earlier number than that one's margin never counts. */
function reportRepeated(
  answers: readonly KnownNumberSource[],
  mistakes: readonly KnownNumberSource[],
  rules: NumericRules,
  reading: Reading,
): void {
  const all = [...answers, ...mistakes];
  all.forEach((each, i) => {
    const first = all.slice(0, i).find(({ value }) => Math.abs(value - each.value) <= marginOf(value, rules));
    if (first === undefined) return;
    const accepted = answers.includes(first) && mistakes.includes(each);
    const args = { id: reading.id, text: each.text, first: first.text, accepted };
    const related = [{ message: 'The first one', span: first.span }];
    reading.report('question/repeated-answer', args, each.span, { related });
  });
}

function linkNumbers(
  numbers: readonly KnownNumberSource[],
  rules: NumericRules,
  link: (fragment: Fragment) => Html,
): KnownNumber[] {
  return numbers.map(({ value, feedback }) => ({
    value,
    margin: marginOf(value, rules),
    ...(feedback !== undefined && { feedback: link(feedback) }),
  }));
}
