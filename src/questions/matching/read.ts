import { child, items } from '../../load/read.ts';
import type { Fragment } from '../../load/source.ts';
import type { YamlEntry } from '../../load/yaml.ts';
import { shortDigest } from '../../model/digest.ts';
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
  const choices = new Map<string, MatchChoiceSource>();
  const choose = (text: Fragment): string => {
    // What has no text was reported, and is no choice.
    if (text.html === '') return '';
    const id = shortDigest(nameOf(text, reading));
    if (!choices.has(id)) choices.set(id, { id, text, span: text.span });
    return id;
  };
  const pairs = maps.map((map, i) => {
    const right = readPart(map, 'right', 'right side', reading);
    const left = lefts[i] ?? right;
    const { text, feedback, span } = left;
    const id = ids[i] ?? String(i);
    return { id, text, span, match: choose(right.text), ...(feedback !== undefined && { feedback }) };
  });
  const first = new Set(choices.keys());
  for (const each of items(child(fields, 'distractors'))) {
    const { text } = readPart(each, 'text', 'right side', reading);
    const id = choose(text);
    if (first.has(id) && text.html !== '')
      reading.report('question/right-distractor', { id: reading.id, text: nameOf(text, reading) }, text.span);
  }
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
