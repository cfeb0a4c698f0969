import fc from 'fast-check';
import { stringify } from 'yaml';
import type { QuestionType } from '../../../src/questions/question.ts';
import { line, lines, perhaps } from './texts.ts';

/** What a type has of its own in a question: the same in both forms. */
export interface Written {
  /** In YAML. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** In Markdown; undefined where the type has no such form for it. */
  readonly markdown?: {
    /** As in braces: `credit=partial`. */
    readonly attributes?: string;
    /** What stands below the prompt. */
    readonly body: string;
  };
  /** A prompt of its own, for types whose answers stand in it. */
  readonly prompt?: string;
}

/** A question in both forms, with all that any question may have. */
export interface Sample {
  readonly id: string;
  readonly type: QuestionType;
  readonly yaml: Readonly<Record<string, unknown>>;
  readonly markdown?: string;
}

const common = fc.record({
  prompt: line,
  points: fc.constantFrom(undefined, 0.5, 3),
  hints: fc.array(fc.record({ text: line, cost: fc.constantFrom(undefined, 0.1, 0.25, 1 / 3) }), {
    maxLength: 3,
  }),
  explanation: perhaps,
  feedback: fc.record({ right: perhaps, partly: perhaps, wrong: perhaps }),
  named: fc.boolean(),
});

/** Questions of a type, numbered, in Markdown and in YAML. */
export function samplesOf(
  type: QuestionType,
  graded: boolean,
  written: fc.Arbitrary<Written>,
  count: number,
): Sample[] {
  const seed = [...type].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) | 0;
  return fc
    .sample(fc.tuple(written, common), { numRuns: count, seed })
    .map(([own, rest], i) => sample(`q${i + 1}`, type, own, graded ? rest : ungraded(rest)));
}

type Common = typeof common extends fc.Arbitrary<infer T> ? T : never;

/** Without what only graded questions have. */
function ungraded(rest: Common): Common {
  const hints = rest.hints.map(({ text }) => ({ text, cost: undefined }));
  const feedback = { right: rest.feedback.right, partly: undefined, wrong: undefined };
  return { ...rest, points: undefined, hints, feedback };
}

function sample(id: string, type: QuestionType, own: Written, rest: Common): Sample {
  const { points, hints, explanation, feedback } = rest;
  const prompt = own.prompt ?? rest.prompt;
  const said = Object.entries(feedback).filter(([, text]) => text !== undefined);
  const yaml = {
    id,
    type,
    prompt,
    ...(points !== undefined && { points }),
    ...own.fields,
    ...(hints.length > 0 && {
      hints: hints.map(({ text, cost }) => (cost === undefined ? text : { text, cost })),
    }),
    ...(explanation !== undefined && { explanation }),
    ...(said.length > 0 && { feedback: Object.fromEntries(said) }),
  };
  if (own.markdown === undefined) return { id, type, yaml };
  const attributes = [
    `#${id} type=${type}`,
    points !== undefined && `points=${points}`,
    own.markdown.attributes,
  ];
  const markdown = [
    `:::question{${attributes.filter((part) => part).join(' ')}}`,
    prompt,
    own.markdown.body,
    ...hints.map(({ text, cost }) => `::hint[${text}]${cost === undefined ? '' : `{cost=${cost}}`}`),
    ...(explanation === undefined ? [] : [`::explanation[${explanation}]`]),
    ...said.map(([when, text]) => `::feedback[${text}]{when=${when}}`),
  ];
  return { id, type, yaml, markdown: `${markdown.filter((part) => part !== '').join('\n\n')}\n:::\n` };
}

/** All of them as one quiz file. */
export function asQuiz(samples: readonly Sample[]): string {
  return stringify({ title: 'All', questions: samples.map(({ yaml }) => yaml) });
}

/** Those that have a Markdown form as one page. */
export function asPage(samples: readonly Sample[]): string {
  return samples.flatMap(({ markdown }) => markdown ?? []).join('\n');
}

/** A list of options with what is said to who chose them, as YAML has it and as a task list. */
export function optionsOf(
  correct: fc.Arbitrary<boolean[]>,
): fc.Arbitrary<{ fields: Record<string, unknown>[]; body: string }> {
  return correct.chain((marks) =>
    fc
      .tuple(
        lines(marks.length, marks.length),
        fc.array(perhaps, { minLength: marks.length, maxLength: marks.length }),
      )
      .map(([texts, feedback]) => ({
        fields: texts.map((text, i) => ({
          text,
          correct: marks[i] === true,
          ...(feedback[i] !== undefined && { feedback: feedback[i] }),
        })),
        body: taskList(texts.map((text, i) => ({ text, correct: marks[i] === true, feedback: feedback[i] }))),
      })),
  );
}

interface TaskItem {
  readonly text: string;
  readonly correct: boolean;
  readonly feedback?: string | undefined;
}

export function taskList(items: readonly TaskItem[]): string {
  return items
    .map(({ text, correct, feedback }) => `- [${correct ? 'x' : ' '}] ${text}${quoted(feedback, '  ')}`)
    .join('\n');
}

/** A list, each item of it after a mark. */
export function bullets(items: readonly string[], mark = ''): string {
  return items.map((item) => `- ${mark}${item}`).join('\n');
}

/** A quote below an item of a list. */
export function quoted(feedback: string | undefined, indent: string): string {
  return feedback === undefined ? '' : `\n${indent}> ${feedback}`;
}
