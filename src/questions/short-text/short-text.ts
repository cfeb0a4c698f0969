import { child, items, sitedText } from '../../load/read.ts';
import type { Fragment } from '../../load/source.ts';
import type { YamlEntry, YamlNode } from '../../load/yaml.ts';
import type { Html } from '../../model/question.ts';
import { sorted } from '../answer-key.ts';
import type { QuestionKind } from '../kind.ts';
import type { MarkdownAnswer, MarkdownForm } from '../markdown-form.ts';
import type { Reading } from '../reading.ts';
import { type TypedEntry, typedList } from '../typed/markdown.ts';
import { MOST_KNOWN, MOST_TYPED } from '../typed/most.ts';
import { isSeen } from '../typed/seen.ts';
import { textLine } from '../typed/template.tsx';
import { gradeShortText } from './grade.ts';
import { normalise, type Strictness } from './normalise.ts';
import type { TypedText, TypedTextSource } from './types.ts';

/** Short text: a word or a few, typed. */
export const shortText: QuestionKind<'short-text'> = {
  type: 'short-text',
  late: 'short-text',
  markdownForm: 'a task list, with `- [x]` before each text that is right and `- [ ]` before known mistakes',
  graded: true,
  implies: (fields) => fields.has('answers'),
  markdown: (form) => (form.type === 'short-text' ? markdownAnswer(form) : undefined),
  read(fields, reading, base) {
    const strict = readStrictness(child(fields, 'match'));
    const answers = readTexts(child(fields, 'answers'), reading);
    const mistakes = readTexts(child(fields, 'mistakes'), reading);
    reportRepeated(answers, mistakes, strict, reading);
    if (answers.length === 0 && isGiven(fields))
      reading.report('question/no-answer', { id: reading.id }, reading.head);
    return {
      ...base,
      type: 'short-text',
      answers,
      mistakes,
      ...(Object.keys(strict).length > 0 && { strict }),
    };
  },
  link: ({ answers, mistakes, strict }, base, link) => ({
    ...base,
    type: 'short-text',
    answers: linkTexts(answers, link),
    mistakes: linkTexts(mistakes, link),
    ...(strict !== undefined && { strict }),
  }),
  texts: () => [],
  assessed: ({ answers, mistakes }) => ({
    typed: answers.map(({ text }) => text),
    wrong: mistakes,
    open: true,
  }),
  grade: gradeShortText,
  outcomes: ({ answers }) => (answers.length === 0 ? [0] : [0, 1]),
  answerKey: ({ answers, strict }) => [
    typedKey(
      answers.map(({ text }) => text),
      strict,
    ),
    strict,
  ],
  guess: ({ mistakes }, below) => ({
    type: 'text',
    text: mistakes[below(mistakes.length + 1)]?.text ?? '?',
  }),
  template: (view) => ({ controls: [textLine(view)] }),
};

function markdownAnswer(form: MarkdownForm): MarkdownAnswer | undefined {
  const found = typedList(form);
  if (found === undefined) return undefined;
  const { list, right, wrong, unmarked } = found;
  const span = form.spanOf(list);
  const entries = (typed: readonly TypedEntry[]) =>
    form.list(
      typed.map(({ text, feedback, span: at }) => form.map({ text, feedback }, at)),
      span,
    );
  return {
    prompt: form.blocks.filter((block) => block !== list),
    answers: [list],
    fields: { answers: entries(right), mistakes: wrong.length === 0 ? undefined : entries(wrong) },
    unmarked,
    marked: [...right, ...wrong].filter(({ isMarked }) => isMarked).map(({ text }) => text),
  };
}

/** Whether there are answers at all, or the schema has said that there are none. */
function isGiven(fields: ReadonlyMap<string, YamlEntry>): boolean {
  const answers = child(fields, 'answers');
  return answers?.kind === 'list' && answers.items.length === 0;
}

/** What typed texts are compared with: whatever is compared as the same is the same key. */
export function typedKey(texts: readonly string[], strict: Strictness | undefined): readonly string[] {
  return sorted([...new Set(texts.map((text) => normalise(text, strict)))]);
}

/** What `match` names. */
export function readStrictness(node: YamlNode | undefined): Strictness {
  const named = (node?.kind === 'list' ? items(node) : [node]).map((item) => sitedText(item)?.value);
  return {
    ...(named.includes('case') && { case: true }),
    ...(named.includes('accents') && { accents: true }),
  };
}

function readTexts(node: YamlNode | undefined, reading: Reading): TypedTextSource[] {
  return items(node)
    .slice(0, MOST_KNOWN)
    .flatMap((item) => {
      const text = sitedText(item.kind === 'map' ? child(item, 'text') : item);
      if (text === undefined) return [];
      const { value, span } = text;
      if (!isSeen(value)) reading.report('question/empty-part', { id: reading.id, part: 'answer' }, span);
      // In a mapping the schema says so.
      if (item.kind !== 'map' && value.length > MOST_TYPED)
        reading.report('question/long-answer', { id: reading.id, text: value, most: MOST_TYPED }, span);
      const feedback = item.kind === 'map' ? reading.text(child(item, 'feedback')) : undefined;
      return [{ text: text.value, ...(feedback !== undefined && { feedback }), span: text.span }];
    });
}

/** Texts that are compared as the same: the second of them never counts. */
function reportRepeated(
  answers: readonly TypedTextSource[],
  mistakes: readonly TypedTextSource[],
  strict: Strictness,
  reading: Reading,
): void {
  const seen = new Map<string, TypedTextSource>();
  for (const each of [...answers, ...mistakes]) {
    const key = normalise(each.text, strict);
    const first = seen.get(key);
    seen.set(key, first ?? each);
    if (first === undefined) continue;
    const isMistake = mistakes.includes(each);
    const args = {
      id: reading.id,
      text: each.text,
      first: first.text,
      accepted: isMistake && answers.includes(first),
    };
    const related = [{ message: 'The first one', span: first.span }];
    reading.report('question/repeated-answer', args, each.span, { related });
  }
}

function linkTexts(texts: readonly TypedTextSource[], link: (fragment: Fragment) => Html): TypedText[] {
  return texts.map(({ text, feedback }) => ({
    text,
    ...(feedback !== undefined && { feedback: link(feedback) }),
  }));
}
