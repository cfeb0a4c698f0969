import type { Fragment, QuestionSource } from '../load/source.ts';
import type { Span } from '../model/span.ts';
import type { AssessedFile, AssessedQuestion } from './assessed.ts';
import { commonWords, holds, placeOfWords, tellingWords, wordsOf } from './wording.ts';

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
  readonly wrong: readonly (readonly string[])[];
  readonly span: Span;
}

/** An answer of so many words says enough to be known again wherever it stands. */
const TELLING_ALONE = 5;
/** A shorter one names the answer where so many words of its question stand beside it. */
const SHARED = 2;
/** A single word shorter than this stands in any text. */
const SHORTEST = 4;

/** The answers of a file that can be read in another question of it, or in the description of a picture of their own. */
export function givenAway(file: AssessedFile): GivenAway[] {
  const prompts = file.questions.map(({ question }) => wordsOf(question.prompt.text));
  const common = commonWords(prompts);
  const others = file.questions.map((other) => ({
    question: other.question,
    before: textsBefore(other.question),
    after: textsAfter(other.question),
    own: new Set(answersOf(other).map(({ words }) => words.join(' '))),
  }));
  return file.questions.flatMap((each, i) => {
    const answers = answersOf(each);
    const inAlt = answersOf(each, true)
      .flatMap((answer) => inPictures(file, each, answer))
      .slice(0, 1);
    if (inAlt.length > 0) return inAlt;
    const asked = tellingWords(prompts[i] ?? [], common);
    for (const answer of answers) {
      for (const { question, before, after, own } of others) {
        if (question === each.question) continue;
        // What explains the same answer to another question has to name it.
        const texts = own.has(answer.words.join(' ')) ? before : [...before, ...after];
        const fragment = texts.find(({ words }) => names(words, answer, asked))?.fragment;
        if (fragment === undefined) continue;
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
    const wrong = set.filter(({ correct }) => !correct).map(({ text }) => wordsOf(text.text));
    return right.map(({ text, span }) => ({ text: text.text, words: wordsOf(text.text), wrong, span }));
  });
  const written = typed.map((text) => ({ text, words: wordsOf(text), wrong: [], span: question.id.span }));
  return [...chosen, ...written].filter(
    ({ words }) => words.some((word) => /\p{L}/u.test(word)) && words.join(' ').length >= SHORTEST,
  );
}

interface Words {
  readonly fragment: Fragment;
  readonly words: readonly string[];
}

/** What learners read before they answer. Options apart: they are often the same for several questions. */
function textsBefore({ prompt, hints }: QuestionSource): Words[] {
  return inWords([prompt, ...hints.map(({ text }) => text)]);
}

/** What they read afterwards. */
function textsAfter({ explanation, feedback }: QuestionSource): Words[] {
  return inWords([explanation, feedback?.right, feedback?.partly, feedback?.wrong]);
}

function inWords(fragments: readonly (Fragment | undefined)[]): Words[] {
  return fragments.flatMap((fragment) =>
    fragment === undefined ? [] : [{ fragment, words: wordsOf(fragment.text) }],
  );
}

function names(text: readonly string[], answer: Answer, asked: ReadonlySet<string>): boolean {
  if (!holds(text, answer.words) || answer.wrong.some((words) => holds(text, words))) return false;
  if (answer.words.length >= TELLING_ALONE) return true;
  const own = new Set(answer.words);
  return [...asked].filter((word) => !own.has(word) && text.includes(word)).length >= SHARED;
}

const ALT = /<img\b[^>]*?\balt="([^"]*)"/g;

function inPictures(
  file: AssessedFile,
  { question, pictures = [] }: AssessedQuestion,
  answer: Answer,
): GivenAway[] {
  const texts = [question.prompt, ...pictures].flatMap(({ html }) =>
    [...html.matchAll(ALT)].map(([, alt = '']) => {
      const words = wordsOf(alt.replace(/&\S+?;/g, ' '));
      return { words, span: placeOfWords(file.text, question.span, words) };
    }),
  );
  return texts
    .filter(({ words }) => holds(words, answer.words) && !answer.wrong.some((other) => holds(words, other)))
    .map(({ span }) => ({
      question,
      answer: answer.text,
      by: { type: 'alt' } as const,
      span: placeOfWords(file.text, span, answer.words),
      at: answer.span,
    }));
}
