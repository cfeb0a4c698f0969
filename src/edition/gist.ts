import type { EditionKind, EditionName } from '../model/edition.ts';
import { holders } from '../model/edition-names.ts';
import { count } from '../model/quantities.ts';
import { type EditionDiff, ERRORS, type NameDiff, type Verdict } from './diff.ts';
import { translationWords } from './language.ts';

export type Of<V extends Verdict> = NameDiff & { readonly verdict: V };

/** The names of a verdict; what goes with an item or a bank of the same verdict is left to that. */
export function ofVerdict<V extends Verdict>({ names }: EditionDiff, verdict: V): readonly Of<V>[] {
  const found = names.filter((each): each is Of<V> => each.verdict === verdict);
  if (verdict === 'reopened' || verdict === 'regraded' || verdict === 'kept') return found;
  if (verdict === 'missing') return found.filter((each) => !('along' in each && each.along));
  const told = new Set(found.map(({ name }) => name));
  // What is surely another name of something missing is told of there.
  return found.filter(
    (each) =>
      !('likelyWas' in each && each.likelyWas !== undefined) &&
      !holders(each.name).some((holder) => told.has(holder)),
  );
}

/** How many questions go with an item or a bank, told of by it alone. Counted once for all of them: there may be very many. */
export function companions({ names }: EditionDiff): (verdict: Verdict, name: EditionName) => number {
  const counts = new Map<string, number>();
  const key = (verdict: Verdict, name: EditionName) => `${verdict} ${name}`;
  for (const each of names) {
    const { verdict, name } = each;
    // What is missing on its own is told of on its own.
    if (each.verdict === 'missing' && !each.along) continue;
    for (const holder of new Set(holders(name))) {
      const at = key(verdict, holder);
      counts.set(at, (counts.get(at) ?? 0) + 1);
    }
  }
  return (verdict, name) => counts.get(key(verdict, name)) ?? 0;
}

/** Do learners lose something? */
export function isLossy({ names, otherCourse }: EditionDiff): boolean {
  return otherCourse !== undefined || names.some(({ verdict }) => ERRORS.has(verdict));
}

/** What it means for learners who have started, in a few sentences: first whether anybody loses anything. */
export function gist(diff: EditionDiff): string {
  // Where nothing of it reaches the new edition, what is kept and gained there is nobody's.
  const sentences = [verdictOn(diff), ...(diff.otherCourse ? [] : changes(diff))];
  if (sentences.length === 1 && !isLossy(diff)) sentences.push(nothingWords(diff));
  return sentences.join(' ');
}

/** That nothing changes, as far as it is known. */
function nothingWords({ rules, marksOnly }: EditionDiff): string {
  const known = 'as far as ids, questions and answer keys go';
  if (rules === undefined) return `Nothing changes for those who have started, ${known}.`;
  return marksOnly
    ? `Nothing changes for those who have started, ${known}, and pass marks, attempts and mastery.`
    : 'Nothing changes for those who have started.';
}

function verdictOn(diff: EditionDiff): string {
  if (diff.otherCourse) {
    const { was, is } = diff.otherCourse;
    return `Everybody loses everything: the id of the course was \`${was}\` and is \`${is}\`, and progress is kept under it.`;
  }
  const missing = ofVerdict(diff, 'missing').length;
  const reused = ofVerdict(diff, 'reused').length;
  const lost = `earners lose work: ${count(missing, 'name')} ${missing === 1 ? 'is' : 'are'} gone without a word`;
  const unearned = `earners get credit for what they never saw: ${count(reused, 'name')} ${reused === 1 ? 'stands' : 'stand'} for something else now`;
  if (missing > 0) return reused > 0 ? `L${lost}; and l${unearned}.` : `L${lost}.`;
  if (reused > 0) return `L${unearned}.`;
  const stuck = usedUp(diff);
  return stuck.length === 0
    ? 'Nobody loses anything.'
    : `Nobody loses what was done, but some may have no attempt left at ${LIST.format(stuck)}.`;
}

/** The titles of quizzes with fewer attempts than before, by which somebody may be at the end of them. */
function usedUp({ rules = [], names }: EditionDiff): readonly string[] {
  return rules.flatMap((change) => {
    if (change.type !== 'attempts' || change.is === undefined || change.is >= (change.was ?? Infinity))
      return [];
    const quiz = names.find((each) => 'to' in each && each.to === change.item);
    return [`“${quiz?.title ?? change.item}”`];
  });
}

const LIST = new Intl.ListFormat('en', { type: 'conjunction' });

function changes(diff: EditionDiff): readonly string[] {
  const sentences: string[] = [];
  if (diff.translation)
    sentences.push(`The course ${translationWords(diff.translation)}, so ids are taken at their word.`);
  const regraded = ofVerdict(diff, 'regraded');
  if (regraded.length > 0) sentences.push(regradedWords(regraded));
  const reopened = ofVerdict(diff, 'reopened');
  const asked = reopened.filter(({ why }) => why.type === 'changed' && !why.merged).length;
  if (asked > 0)
    sentences.push(
      `${count(asked, 'question')} ${asked === 1 ? 'is' : 'are'} asked anew; what the old ${asked === 1 ? 'answer' : 'answers'} earned stays.`,
    );
  const sections = reopened.filter(({ why }) => why.type !== 'changed');
  if (sections.length > 0) {
    const innermost = sections.at(-1)?.title ?? '';
    sentences.push(
      `${sections.length === 1 ? `“${innermost}” has` : `${count(sections.length, 'section')} have`} work again for those who were through; what is finished stays finished.`,
    );
  }
  const counted = [
    [ofVerdict(diff, 'renamed').length, 'renamed'],
    [ofVerdict(diff, 'retired').length, 'retired'],
    [ofVerdict(diff, 'new').length, 'new'],
  ] as const;
  const moves = counted.flatMap(([number, what]) => (number > 0 ? [`${number} ${what}`] : []));
  if (moves.length > 0) sentences.push(`${moves.join(', ')}.`);
  // A page that everybody has to go through, or one beside the way: names do not say.
  if (
    (diff.marksOnly || diff.rules === undefined) &&
    ofVerdict(diff, 'new').some(({ kind }) => WORK.has(kind))
  )
    sentences.push(
      'Whether those who were through have work again, a list of names cannot say: `course diff COMMIT`, with the commit that was published, can.',
    );
  const rules = diff.rules?.length ?? 0;
  if (rules > 0)
    sentences.push(
      `${count(rules, 'rule')} changed for those in the middle; what was passed or done stays so.`,
    );
  return sentences;
}

const WORK: ReadonlySet<EditionKind> = new Set(['module', 'quiz', 'section']);

function regradedWords(regraded: readonly Of<'regraded'>[]): string {
  const [first] = regraded;
  const gain = first?.gains?.gain[0];
  if (regraded.length === 1 && gain) return `1 answer key was corrected: who answered “${gain.text}” gains.`;
  const keys = regraded.length === 1 ? '1 answer key was' : `${regraded.length} answer keys were`;
  return `${keys} corrected: each learner keeps the better of both results.`;
}
