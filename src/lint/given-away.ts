import type { Fragment, QuestionSource } from '../load/source.ts';
import type { Span } from '../model/span.ts';
import type { AssessedFile, AssessedQuestion } from './assessed.ts';
import { commonWords, inRow, placeOfWords, tellingWords, wordsOf } from './wording.ts';

/** An answer that can be read where it should not be. */
export interface GivenAway {
  readonly question: QuestionSource;
  readonly answer: string;
  readonly by: { readonly type: 'alt' } | { readonly type: 'question'; readonly id: string };
  /** Where it can be read. */
  readonly span: Span;
  /** Where it is the answer. */
  readonly at: Span;
}

/** A right answer, and the wrong ones beside it. */
interface Answer {
  readonly text: string;
  readonly words: readonly string[];
  /** The same in a row. */
  readonly row: string;
  readonly wrong: readonly string[];
  readonly span: Span;
}

/** An answer of so many words says enough to be known again wherever it stands. */
const TELLING_ALONE = 5;
/** A shorter one names the answer where so many words of its question stand beside it. */
const SHARED = 2;
/** What stands in more texts than this is a term of the subject. */
const MOST_TEXTS = 100;
/** A single word shorter than this stands in any text. */
const SHORTEST = 4;

/** The answers of a file that can be read in another question of it, or in the description of a picture of their own. */
export function givenAway(file: AssessedFile): GivenAway[] {
  const prompts = file.questions.map(({ question }) => wordsOf(question.prompt.text));
  const common = commonWords(prompts);
  const texts = textsByWord(file);
  return file.questions.flatMap((each, i) => {
    const seen = inPictures(file, each);
    if (seen !== undefined) return [seen];
    const asked = tellingWords(prompts[i] ?? [], common);
    for (const answer of answersOf(each)) {
      const rarest = answer.words
        .map((word) => texts.get(word) ?? [])
        .reduce((least, list) => (list.length < least.length ? list : least));
      if (rarest.length > MOST_TEXTS) continue;
      for (const text of rarest) {
        const { question, own, isAfter, fragment } = text;
        if (question === each.question || !names(text, answer, asked)) continue;
        // What explains the same answer to another question has to name it.
        if (isAfter && own.has(answer.row)) continue;
        const by = { type: 'question', id: question.id.value } as const;
        const span = placeOfWords(file.text, fragment.span, answer.words);
        return [{ question: each.question, answer: answer.text, by, span, at: answer.span }];
      }
    }
    return [];
  });
}

function answersOf(
  { question, choices = [], several = false, typed = [] }: AssessedQuestion,
  evenOneOfSeveral = false,
): Answer[] {
  const chosen = choices.flatMap((set) => {
    const right = set.filter(({ correct }) => correct);
    // Of several right options one alone gives little away.
    if (!evenOneOfSeveral && (several || right.length !== 1)) return [];
    const wrong = set.filter(({ correct }) => !correct).map(({ text }) => inRow(wordsOf(text.text)));
    return right.map(({ text, span }) => answer(text.text, wrong, span));
  });
  const written = typed.map((text) => answer(text, [], question.id.span));
  return [...chosen, ...written].filter(
    ({ words }) => words.some((word) => /\p{L}/u.test(word)) && words.join(' ').length >= SHORTEST,
  );
}

function answer(text: string, wrong: readonly string[], span: Span): Answer {
  const words = wordsOf(text);
  return { text, words, row: inRow(words), wrong, span };
}

/** A text of a question, as answers to others are looked for in it. */
interface Text {
  readonly question: QuestionSource;
  readonly fragment: Fragment;
  readonly words: readonly string[];
  readonly row: string;
  /** Learners read it after they have answered. */
  readonly isAfter: boolean;
  /** The right answers to its own question, in a row each. */
  readonly own: ReadonlySet<string>;
}

/** The texts of all questions by the words in them: comparing each answer with each text would take too long for a bank. */
function textsByWord({ questions }: AssessedFile): Map<string, Text[]> {
  const byWord = new Map<string, Text[]>();
  for (const each of questions) {
    const own = new Set(answersOf(each).map(({ row }) => row));
    const { prompt, hints, explanation, feedback } = each.question;
    // Options apart: they are often the same for several questions.
    const before = [prompt, ...hints.map(({ text }) => text)];
    const after = [explanation, feedback?.right, feedback?.partly, feedback?.wrong];
    for (const fragment of [...before, ...after]) {
      if (fragment === undefined) continue;
      const words = wordsOf(fragment.text);
      const isAfter = !before.includes(fragment);
      const text = { question: each.question, fragment, words, row: inRow(words), isAfter, own };
      for (const word of new Set(words)) {
        const list = byWord.get(word);
        if (list === undefined) byWord.set(word, [text]);
        else list.push(text);
      }
    }
  }
  return byWord;
}

function names({ words, row }: Text, answer: Answer, asked: ReadonlySet<string>): boolean {
  if (!row.includes(answer.row) || answer.wrong.some((other) => row.includes(other))) return false;
  if (answer.words.length >= TELLING_ALONE) return true;
  const own = new Set(answer.words);
  return [...asked].filter((word) => !own.has(word) && words.includes(word)).length >= SHARED;
}

const ALT = /<img\b[^>]*?\balt="([^"]*)"/g;

function inPictures(file: AssessedFile, assessed: AssessedQuestion): GivenAway | undefined {
  const { question, pictures = [] } = assessed;
  const texts = [question.prompt, ...pictures].flatMap(({ html }) =>
    [...html.matchAll(ALT)].map(([, alt = '']) => wordsOf(alt.replace(/&\S{1,8}?;/g, ' '))),
  );
  if (texts.length === 0) return undefined;
  for (const { text, words, row, wrong, span } of answersOf(assessed, true)) {
    const alt = texts.find((each) => {
      const said = inRow(each);
      return said.includes(row) && !wrong.some((other) => said.includes(other));
    });
    if (alt === undefined) continue;
    const place = placeOfWords(file.text, placeOfWords(file.text, question.span, alt), words);
    return { question, answer: text, by: { type: 'alt' }, span: place, at: span };
  }
  return undefined;
}
