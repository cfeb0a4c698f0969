import type { Grade, Remark } from '../../assess/types.ts';
import type { Response } from '../../model/events.ts';
import { distance } from './distance.ts';
import { normalise, type Strictness } from './normalise.ts';
import type { ShortTextQuestion } from './types.ts';

/**
 * Grades a typed text: all or nothing. One that is right but for the case or the accents that the question asks for, or nearly an
 * accepted one, earns nothing and gets a remark, so that who knew it can put it right.
 */
export function gradeShortText(
  question: Pick<ShortTextQuestion, 'answers' | 'mistakes' | 'strict'>,
  response: Response,
): Grade | undefined {
  if (response.type !== 'text') return undefined;
  const { answers, mistakes, strict = {} } = question;
  const key = normalise(response.text, strict);
  const same = ({ text }: { readonly text: string }) => normalise(text, strict) === key;
  const answer = answers.find(same);
  const known = answer ?? mistakes.find(same);
  return {
    credit: answer === undefined ? 0 : 1,
    parts: [],
    remarks: known === undefined ? remarksOn(response.text, question, strict) : [],
    feedback: known?.feedback === undefined ? [] : [known.feedback],
  };
}

/** What an answer that is not known lacks. */
function remarksOn(
  text: string,
  { answers, mistakes }: Pick<ShortTextQuestion, 'answers' | 'mistakes'>,
  strict: Strictness,
): readonly Remark[] {
  const agrees = (rule: Strictness) => {
    const key = normalise(text, rule);
    return answers.some((answer) => normalise(answer.text, rule) === key);
  };
  if (agrees({ ...strict, case: false })) return ['case'];
  if (agrees({ ...strict, accents: false })) return ['accents'];
  if (agrees({})) return ['case', 'accents'];
  return isNearly(text, answers, mistakes) ? ['spelling'] : [];
}

type Texts = readonly { readonly text: string }[];

/** Whether a text is so close to an answer that it was probably meant, and no closer to a mistake. */
function isNearly(text: string, answers: Texts, mistakes: Texts): boolean {
  const key = normalise(text);
  const far = (known: string) =>
    Math.abs(known.length - key.length) > 4 ? Number.POSITIVE_INFINITY : distance(known, key);
  const toMistake = Math.min(...mistakes.map((mistake) => far(normalise(mistake.text))));
  return answers.some((answer) => {
    const known = normalise(answer.text);
    const off = far(known);
    return off <= slips(known) && off < toMistake && !isPrefix(known, key, off);
  });
}

/** The longest prefix that is exchanged for another one, as in `hypertension` and `hypotension`, in letters. */
const PREFIX = 5;

/**
 * Whether two texts differ at the beginning of a word only: in its first letter, or by two slips in its first five. That makes an opposite
 * (`typical` and `atypical`, `endothermic` and `exothermic`) as soon as a slip.
 */
function isPrefix(known: string, typed: string, off: number): boolean {
  let same = 0;
  while (same < known.length && known[same] === typed[same]) same++;
  const start = known.lastIndexOf(' ', same - 1) + 1;
  const [a, b] = [known.slice(start), typed.slice(start)];
  let end = 0;
  while (end < Math.min(a.length, b.length) && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return Math.max(a.length, b.length) - end <= (off > 1 ? PREFIX : 1);
}

/** How many slips a text may have: none in short ones, which are soon another word, and in those with digits. */
function slips(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (/\p{N}/u.test(text) || letters < 4) return 0;
  return letters < 8 ? 1 : 2;
}
