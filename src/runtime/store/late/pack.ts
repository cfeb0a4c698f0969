import { isFields } from '../../../model/fields.ts';
import { type Group, type Packed, type Segment, type Step, unpack } from '../segment.ts';

/** The text of a segment that holds these events, with more about it where it needs that. Throws rather than lose anything. */
export function pack(events: readonly Packed[], about: object = {}): string {
  const shapes = new Map<string, Packed[]>();
  for (const event of events) {
    const shape = shapeOf(event);
    const group = shapes.get(shape);
    if (group) group.push(event);
    else shapes.set(shape, [event]);
  }
  const groups = [...shapes.values()].flatMap((group): Group[] => {
    const [first, ...rest] = group.sort((a, b) => a.n - b.n);
    if (!first) return [];
    return [[first, ...rest.map((event, i) => difference(group[i] ?? first, event))]];
  });
  const text = JSON.stringify({ ...about, groups } satisfies Segment);
  const before = [...shapes.values()].flat().map(canonical);
  if (unpack(text).map(canonical).join('\n') !== before.join('\n'))
    throw new Error('The segment cannot be read again.');
  return text;
}

/** Events of the same type with the same fields differ in little. */
function shapeOf(event: Packed): string {
  return JSON.stringify([event.type, Object.keys(event).sort()]);
}

function difference(last: Packed, event: Packed): Step {
  const [n, at] = [event.n - last.n, event.at - last.at];
  const other = Object.entries(event).filter(([field, value]) => {
    // Numbers that are not whole may not come out the same.
    if (field === 'n') return last.n + n !== value;
    if (field === 'at') return last.at + at !== value;
    return JSON.stringify(value) !== JSON.stringify(last[field]);
  });
  return other.length > 0 ? [n, at, Object.fromEntries(other)] : [n, at];
}

function canonical(event: unknown): string {
  return JSON.stringify(isFields(event) ? Object.entries(event).sort(([a], [b]) => (a < b ? -1 : 1)) : event);
}
