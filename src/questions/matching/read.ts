import { textDigests } from '../../load/question.ts';
import { child, items } from '../../load/read.ts';
import type { Fragment } from '../../load/source.ts';
import type { YamlEntry } from '../../load/yaml.ts';
import { identifyParts, nameOf, readCredit, readPart, reportTooFew, sortedByText } from '../parts/read.ts';
import type { Reading } from '../reading.ts';
import type { SourceBase } from '../source.ts';
import type { MatchChoiceSource, MatchingSource } from './types.ts';

/** Reads the pairs, and joins right sides that read the same to one choice. */
export function readMatching(
  fields: ReadonlyMap<string, YamlEntry>,
  reading: Reading,
  base: SourceBase,
): MatchingSource {
  const node = child(fields, 'pairs');
  const maps = items(node).filter((item) => item.kind === 'map');
  const lefts = maps.map((map) => readPart(map, 'left', 'left side', reading));
  const ids = identifyParts(lefts, reading);
  const rights = maps.map((map) => readPart(map, 'right', 'right side', reading).text);
  const others = items(child(fields, 'distractors')).map(
    (each) => readPart(each, 'text', 'right side', reading).text,
  );
  const all = [...rights, ...others];
  const digests = textDigests(all.map((text) => ({ ...text, text: nameOf(text, reading) })));
  const choices = new Map<string, MatchChoiceSource>();
  const chosen = all.map((text, i) => {
    // What has no text was reported, and is no choice.
    if (text.html === '') return '';
    const id = digests[i] ?? String(i);
    if (!choices.has(id)) choices.set(id, { id, text, span: text.span });
    return id;
  });
  const pairs = lefts.map(({ text, feedback, span }, i) => {
    const match = chosen[i] ?? '';
    return { id: ids[i] ?? String(i), text, span, match, ...(feedback !== undefined && { feedback }) };
  });
  reportDistractors(others, chosen.slice(rights.length), new Set(chosen.slice(0, rights.length)), reading);
  reportAlike([...choices.values()], reading);
  reportTooFew(reading, 'matching', 'pair', pairs.length, node);
  if (pairs.length > 1 && choices.size === 1 && pairs.every(({ match }) => match !== ''))
    reading.report('question/nothing-to-decide', { id: reading.id }, reading.head);
  const columns = items(child(fields, 'columns')).flatMap((column) => reading.text(column) ?? []);
  return {
    ...base,
    // Sides in the order of the key would give it away: only who says so gets them in the same one each time.
    shuffle: base.shuffle ?? true,
    type: 'matching',
    ...(columns.length === 2 && { columns }),
    pairs,
    choices: sortedByText([...choices.values()]),
    ...readCredit(fields),
  };
}

/** Distractors that are right for a pair, or that stand there twice. */
function reportDistractors(
  texts: readonly Fragment[],
  ids: readonly string[],
  right: ReadonlySet<string>,
  reading: Reading,
): void {
  const seen = new Set<string>();
  texts.forEach((fragment, i) => {
    const choice = ids[i] ?? '';
    if (choice === '') return;
    const text = nameOf(fragment, reading);
    const { id } = reading;
    if (right.has(choice)) reading.report('question/right-distractor', { id, text }, fragment.span);
    else if (seen.has(choice))
      reading.report('question/repeated-entry', { id, of: 'distractor', text, first: text }, fragment.span);
    seen.add(choice);
  });
}

/** Right sides that only their capital letters tell apart. */
function reportAlike(choices: readonly MatchChoiceSource[], reading: Reading): void {
  const seen = new Map<string, string>();
  for (const { text: fragment, span } of choices) {
    const text = nameOf(fragment, reading);
    const key = text.normalize('NFC').toLowerCase();
    const first = seen.get(key);
    if (first === undefined) seen.set(key, text);
    else if (first !== text)
      reading.report('question/repeated-entry', { id: reading.id, of: 'right side', text, first }, span);
  }
}
