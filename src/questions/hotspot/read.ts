import { identifyOptions } from '../../load/question.ts';
import { child, fields as fieldsOf, flag, items, sitedText, textScalar } from '../../load/read.ts';
import { head } from '../../load/schema/check.ts';
import type { Fragment } from '../../load/source.ts';
import type { YamlEntry, YamlMap, YamlNode } from '../../load/yaml.ts';
import type { Reading } from '../reading.ts';
import { type Area, isOutside, isTiny, overlap, parseArea } from './area.ts';
import type { RegionSource } from './types.ts';

/** The picture as compiled Markdown: an `<img>` whose address is joined like that of any other. */
export function readImage(node: YamlNode | undefined, reading: Reading): Fragment | undefined {
  const image = fieldsOf(node);
  const src = textScalar(child(image, 'src'));
  if (src === undefined) return undefined;
  if (src.fragment !== undefined) return src.fragment;
  const before = `![${escaped(textScalar(child(image, 'alt'))?.text ?? src.text)}](<`;
  // A line break would end the image, and what follows would be a text of its own.
  const address = src.text
    .trim()
    .replace(/[<>\\&]/g, '\\$&')
    .replace(/[\r\n]/g, encodeURIComponent);
  const text = `${before}${address}>)`;
  const toFile = (offset: number) =>
    src.toFile(Math.min(Math.max(offset - before.length, 0), src.text.length));
  return reading.text({ ...src, value: text, text, toFile });
}

/** A text that Markdown reads as these characters. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** Reads `regions`; gives each its id, and reports what cannot be told apart, met or seen. */
export function readRegions(fields: ReadonlyMap<string, YamlEntry>, reading: Reading): RegionSource[] {
  const maps = items(child(fields, 'regions')).filter((item) => item.kind === 'map');
  const drafts = maps.map((map) => readRegion(map, reading));
  const { ids, findings } = identifyOptions(
    drafts.map(({ id, text, area, span }) => ({
      ...(id !== undefined && { id }),
      // Places without words are told apart by where they are.
      text: text.text === '' ? { ...text, text: JSON.stringify(area ?? '') } : text,
      span,
    })),
    reading.id,
  );
  reading.findings.push(...findings);
  const regions = drafts.map(({ id: _, ...draft }, i) => ({ id: ids[i] ?? String(i), ...draft }));
  reportOverlaps(regions, reading);
  const right = regions.filter(({ correct }) => correct).length;
  const [first] = regions;
  if (first !== undefined && right === 0)
    reading.report('question/no-right-region', { id: reading.id }, reading.head);
  else if (first !== undefined && right === regions.length)
    reading.report('question/nothing-to-decide', { id: reading.id }, reading.head);
  return regions;
}

function readRegion(map: YamlMap, reading: Reading) {
  const id = sitedText(child(map, 'id'));
  const feedback = reading.text(child(map, 'feedback'));
  const text = reading.text(child(map, 'text'));
  const correct = flag(child(map, 'correct'));
  const area = readArea(map, reading);
  if (reading.form === 'markdown' && correct === undefined)
    reading.report('question/unmarked-option', { id: reading.id, text: text?.text ?? '' }, map.span);
  if (text === undefined) reading.report('question/region-without-text', { id: reading.id }, head(map));
  return {
    ...(id !== undefined && { id }),
    text: text ?? { html: '', text: '', span: head(map) },
    correct: correct ?? false,
    ...(feedback !== undefined && { feedback }),
    ...(area !== undefined && { area }),
    span: map.span,
  };
}

function readArea(map: YamlMap, reading: Reading): Area | undefined {
  const written = sitedText(child(map, 'area'));
  if (written === undefined) {
    // In YAML the schema says that it is missing.
    if (reading.form === 'markdown')
      reading.report('question/unreadable-region', { id: reading.id }, map.span);
    return undefined;
  }
  const args = { id: reading.id, area: written.value };
  const area = parseArea(written.value);
  if (area === undefined) reading.report('question/unreadable-region', args, written.span);
  else if (isOutside(area)) reading.report('question/region-outside', args, written.span);
  else if (isTiny(area)) reading.report('question/tiny-region', args, written.span);
  return area;
}

function reportOverlaps(regions: readonly RegionSource[], reading: Reading): void {
  for (const [i, { area, span, text }] of regions.entries()) {
    const before = area && regions.slice(0, i).find((other) => other.area && overlap(other.area, area));
    if (before === undefined) continue;
    const args = { id: reading.id, first: before.text.text, second: text.text };
    const related = [{ message: 'The other one', span: before.span }];
    reading.report('question/regions-overlap', args, span, { related });
  }
}
