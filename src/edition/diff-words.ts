import { nameInBank } from '../model/edition-names.ts';
import type { ItemId } from '../model/ids.ts';
import { count, percent } from '../model/quantities.ts';
import type { NameDiff, Verdict } from './diff.ts';
import type { Gains, Regraded } from './gains.ts';
import { aKind } from './kind-words.ts';
import type { Likely, Reason } from './likely.ts';
import type { Reopening } from './reopened.ts';
import type { RuleContext } from './rule-words.ts';

/** Verdicts in the order in which they are told, with their headings: first what costs learners something. */
export const HEADINGS: ReadonlyMap<Verdict, string> = new Map([
  ['missing', 'Gone without a word: learners lose what they did there'],
  ['reused', 'The same name for something else: learners get credit for what they never saw'],
  ['regraded', 'Graded again: nobody loses, some gain'],
  ['reopened', 'Work again where there was none'],
  ['renamed', 'Renamed: everything goes along'],
  ['retired', 'Retired: what learners did is kept, and counts nowhere'],
  ['new', 'New'],
  ['kept', 'Kept'],
]);

/** Facts about one name, after its title and name. */
export function nameWords(
  found: NameDiff,
  { title, written }: Pick<RuleContext, 'title' | 'written'>,
): string | undefined {
  switch (found.verdict) {
    case 'missing':
      return missingWords(found, written);
    case 'reused':
      if (found.swapped !== undefined)
        return `It and \`${found.swapped}\` changed places: each name stands for what the other stood for. Swap the two names back.`;
      return found.why === 'kind'
        ? `It was ${aKind(found.kind)} and is ${aKind(found.now.kind)}: give the ${found.now.kind} a name of its own.`
        : `It is now “${found.now.title}”, which has hardly a word in common with it. Give the new one a name of its own; then write the old one under \`retired\` in course.yaml or, if this is the same ${found.kind === 'bank' ? 'question bank' : found.kind} written anew or translated, both names under \`renamed\`.`;
    case 'regraded':
      return found.gains
        ? gainWords(found.gains)
        : 'Who gains cannot be said without the sources of both editions.';
    case 'reopened':
      if (found.why.type === 'changed' && found.why.merged)
        return `It is one with \`${found.to}\` now: who answered either has the credit.`;
      return reopeningWords(found.why, title);
    case 'retired':
      if (found.undrawn) return `No draw takes it from \`${found.by}\` any more, which still has it.`;
      return found.by === found.name ? undefined : `By \`retired: [${found.by}]\`.`;
    case 'renamed':
    case 'kept':
      return found.reworded ? 'Its words have changed.' : undefined;
    case 'new':
      return found.back ? 'It is here again: who did it before it was retired has it done.' : undefined;
  }
}

function missingWords(
  found: NameDiff & { readonly verdict: 'missing' },
  written: RuleContext['written'],
): string {
  const { to, by, likely, kind, forgotten } = found;
  const name = written(found.inBank ?? found.name);
  // Of a bank's question its name there speaks for all quizzes that draw it.
  const retire = `\`${nameInBank(name) ?? name}\` under \`retired\``;
  if (to !== undefined)
    return `\`renamed\` says it is \`${written(to)}\` now, which does not exist. Correct that, or write ${retire}.`;
  if (forgotten && !likely)
    return `An earlier edition had renamed it, and no line leads there any more: put \`${name}: …\` back under \`renamed\`; or, if what it became is gone as well, write ${retire}.`;
  if (likely) {
    const is = written(likely.to);
    const text = likely.sure ? `It is probably \`${is}\` now` : `Is it \`${is}\` now`;
    return `${text}${likely.sure ? ':' : '? At least'} ${becauseWords(likely)}. If so, write \`${name}: ${is}\` under \`renamed\` in course.yaml; if it was taken out on purpose, ${retire}.`;
  }
  if (by !== undefined) return `It went with \`${by}\`. If it was taken out on purpose, write ${retire}.`;
  return `If the ${kind === 'bank' ? 'question bank' : kind} was taken out on purpose, write ${retire} in course.yaml; if it has another name now, \`${name}: NEW-NAME\` under \`renamed\`.`;
}

/** From here on a share would be rounded to all of it, which a sketch cannot know. */
const NEARLY_ALL = 0.975;

/** What speaks for a new name, as a clause. */
export function becauseWords({ because }: Likely): string {
  const texts = because.map(reasonWords);
  return texts.length === 0 ? 'nothing else comes near it' : LIST.format(texts);
}

function reasonWords(reason: Reason): string {
  switch (reason.type) {
    case 'asks':
      return 'it asks the same, word for word';
    case 'text':
      return reason.likeness < NEARLY_ALL
        ? `about ${percent(Math.round(reason.likeness * 20) / 20)} of its text is the same`
        : 'nearly all of its text is the same';
    case 'questions':
      if (reason.of === 1) return 'its question is there';
      return `${reason.same} of its ${count(reason.of, 'question')} ${reason.same === 1 ? 'is' : 'are'} there`;
    case 'title':
      return 'the title is the same';
    case 'spelling':
      return reason.same ? 'its own id is the same' : 'the name is nearly the same';
    case 'place':
      return 'it stands in the same place';
    case 'written':
      return 'the older edition said so, and such lines stay for ever';
    case 'lines':
      return `\`${reason.of}\` went there`;
  }
}

function gainWords({ gain, keep, complete }: Gains): string {
  const shown = (list: readonly Regraded[]) => {
    const texts = list.slice(0, 3).map(({ text, was, is }) => `“${text}” (${percent(was)} → ${percent(is)})`);
    return OR.format([...texts, ...(list.length > 3 ? [`one of ${list.length - 3} more`] : [])]);
  };
  if (gain.length === 0)
    return complete
      ? 'No answer earns more than before.'
      : 'No answer that the keys name earns more than before; others may.';
  const keeps =
    keep.length === 0
      ? ''
      : ` Who answered ${shown(keep).replaceAll(/ \([^)]*\)/g, '')} keeps what that earned.`;
  return `Who answered ${shown(gain)} gains.${keeps}`;
}

function reopeningWords(why: Reopening, title: (id: ItemId) => string): string {
  switch (why.type) {
    case 'changed':
      return 'What it asks, or the text of what is right, is another now, so it is shown afresh: who had not handed in answers again, and what was handed in keeps what it earned. Only a slip was mended? An option with an `id` of its own keeps answers, if it had that id before.';
    case 'waits':
      return `Who was through waits for ${LIST.format(why.items.map((id) => `“${title(id)}”`))}${why.items.some((id) => why.back?.includes(id)) ? ', unless it was done before it was retired' : ''}; what is finished stays finished.`;
    case 'finish':
      return `“${title(why.item)}” has to be passed now to be through.`;
    case 'more':
      return `${count(why.count, 'option')} have to be finished now.`;
    case 'options':
      return `Who took ${why.gone.map((id) => `\`${id}\``).join(' or ')} has to take another option.`;
  }
}

const OR = new Intl.ListFormat('en', { type: 'disjunction' });
const LIST = new Intl.ListFormat('en', { type: 'conjunction' });
