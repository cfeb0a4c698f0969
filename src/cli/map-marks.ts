import { rulesById } from '../lint/registry.ts';
import type { LoadedCourse } from '../load/loaded.ts';
import type { Mark, Marks } from '../map/index.ts';
import type { Item } from '../model/course.ts';
import type { Finding } from '../model/diagnostic.ts';
import type { ItemId } from '../model/ids.ts';
import { LineIndex, type Span } from '../model/span.ts';

/** The fields of an item in course.yaml that findings may point at. */
const FIELDS = [
  'id',
  'item',
  'title',
  'type',
  'items',
  'branches',
  'options',
  'route',
  'choose',
  'switch',
  'finish',
  'autoplay',
  'optional',
  'when',
  'requires',
  'points',
  'minutes',
] as const;

/**
 * The findings by the items they blame, from where they stand: in the file of a module or quiz, or in the innermost entry
 * of the pathway in course.yaml. Places are better than the facts of each rule: they hold for every rule there is.
 */
export function marksOf(loaded: LoadedCourse, findings: readonly Finding[]): Marks {
  const blamed = blame(loaded);
  const items = new Map<ItemId, Mark[]>();
  const elsewhere: Mark[] = [];
  const seen = new Set<string>();
  const lines = new Map<string, LineIndex>();
  const sorted = [...findings].sort(
    (a, b) => order(a.span.file, b.span.file) || a.span.start - b.span.start || order(a.rule, b.rule),
  );
  for (const { rule, span } of sorted) {
    let index = lines.get(span.file);
    if (index === undefined) {
      index = new LineIndex(loaded.texts.get(span.file)?.text ?? '');
      lines.set(span.file, index);
    }
    const { line, column } = index.at(span.start);
    const place = `${span.file}:${line}:${column}`;
    if (seen.has(`${rule} ${place}`)) continue;
    seen.add(`${rule} ${place}`);
    const mark: Mark = { rule, severity: rulesById.get(rule)?.severity ?? 'error', place };
    const item = blamed(span);
    if (item === undefined) elsewhere.push(mark);
    else if (items.has(item)) items.get(item)?.push(mark);
    else items.set(item, [mark]);
  }
  return { items, elsewhere };
}

/** Which item a place belongs to. */
function blame(loaded: LoadedCourse): (span: Span) => ItemId | undefined {
  const files = new Map<string, ItemId>();
  const entries: { readonly id: ItemId; readonly start: number; readonly end: number }[] = [];
  for (const item of loaded.course?.items ?? []) {
    const source = loaded.pages.get(item.id) ?? loaded.quizzes.get(item.id);
    if (source !== undefined) files.set(source.file, item.id);
    const extent = extentOf(item, loaded);
    if (extent !== undefined) entries.push({ id: item.id, ...extent });
  }
  // Entries lie within each other or apart: of those that begin before a place, the last that has not ended holds it.
  entries.sort((a, b) => a.start - b.start || b.end - a.end);
  const above: number[] = [];
  const open: number[] = [];
  entries.forEach((entry, i) => {
    while (open.length > 0 && (entries[open.at(-1) ?? -1]?.end ?? 0) <= entry.start) open.pop();
    above.push(open.at(-1) ?? -1);
    open.push(i);
  });
  return ({ file, start }) => {
    if (file !== 'course.yaml') return files.get(file);
    let low = 0;
    let high = entries.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((entries[middle]?.start ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    let at = low - 1;
    while (at >= 0 && (entries[at]?.end ?? 0) < start) at = above[at] ?? -1;
    return entries[at]?.id;
  };
}

/** From the first to the last character of an item in course.yaml, as far as spans are kept. */
function extentOf(item: Item, { spans }: LoadedCourse): { start: number; end: number } | undefined {
  const written = [spans.of(item), ...FIELDS.map((field) => spans.of(item, field))].filter(
    (span) => span?.file === 'course.yaml',
  );
  if (written.length === 0) return undefined;
  return {
    start: Math.min(...written.map((span) => span?.start ?? 0)),
    end: Math.max(...written.map((span) => span?.end ?? 0)),
  };
}

/** Code unit order: the same on every machine. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
