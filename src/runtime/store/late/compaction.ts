import { eventId } from '../../../model/events.ts';
import type { Core } from '../core.ts';
import type { Packed } from '../segment.ts';
import { isPackable, isReadable, kindOf, parse, unpacked } from './keys.ts';
import { pack } from './pack.ts';

/** No segment of fewer events than these is worth a key. */
const FEWEST = 8;

/** An entry that can be packed, and what it holds. */
interface Source {
  readonly key: string;
  readonly events: readonly Packed[];
}

/**
 * Packs the events that stand alone into a segment, together with the segments that are not much larger: an event is
 * packed again about as often as the number of all can be halved. A place loses only what stands in a segment that was
 * just written and read again, so that a kill at any moment, and another tab that packs as well, leave an event twice
 * at worst. What is undone or reset meanwhile stays so: arrivals are left apart, and the key of a segment carries the
 * reset that it belongs to.
 */
export async function compact(core: Core): Promise<void> {
  const since = core.since;
  const replica = core.replica;
  const isSource = (key: string) => ['event', 'segment'].includes(kindOf(since, key) ?? '');
  const there = ((await replica?.keys()) ?? []).filter(isSource);
  const texts = new Map<string, string>();
  for (const key of core.local.keys().filter(isSource)) {
    const text = core.local.get(key);
    if (text !== undefined && !core.unreadable.has(key)) texts.set(key, text);
  }
  const missing = there.filter((key) => !texts.has(key));
  for (const [key, text] of (await replica?.get(missing)) ?? []) texts.set(key, text);

  const sources = choose(texts, since).flatMap(([key, text]) => sourceOf(key, text) ?? []);
  if (sources.length < 2 || since !== core.since) return;
  const chosen = new Set(sources.map(({ key }) => key));
  const text = pack(eventsOf(core, sources));
  const key = `${since}segment:${core.around.random()}`;
  let written = false;
  if (replica) {
    await replica.change([[key, text]], []);
    written = (await replica.get([key])).get(key) === text;
    if (written)
      await replica.change(
        [],
        there.filter((source) => chosen.has(source)),
      );
  }
  if (since !== core.since) return;
  core.hear(key, text);
  const remove = () => {
    for (const source of chosen) core.local.remove(source);
  };
  const failure = core.local.set(key, text);
  if (!failure) remove();
  else if (failure === 'full' && written) {
    // There is room for it once what it holds has gone.
    remove();
    core.local.set(key, text);
  } else if (failure === 'full') {
    packBitByBit(
      core,
      since,
      sources.filter((source) => kindOf(since, source.key) === 'event'),
    );
  }
}

/** Events in a place that has room for a part of them only. */
function packBitByBit(core: Core, since: string, sources: readonly Source[]): void {
  if (sources.length < FEWEST) return;
  const text = pack(eventsOf(core, sources));
  if (!core.local.set(`${since}segment:${core.around.random()}`, text)) {
    for (const { key } of sources) core.local.remove(key);
    return;
  }
  const half = sources.length >> 1;
  packBitByBit(core, since, sources.slice(0, half));
  packBitByBit(core, since, sources.slice(half));
}

/** What cannot be read, and is not even an event of a newer version, stays where it is. */
function sourceOf(key: string, text: string): Source | undefined {
  if (!isReadable(key, text)) return undefined;
  const events = /(^|:)segment:/.test(key) ? unpacked(text) : [parse(text)];
  return events?.every(isPackable) ? { key, events } : undefined;
}

/** All events that stand alone, and segments as long as they are at most twice as large as what was chosen before them. */
function choose(texts: ReadonlyMap<string, string>, since: string): [key: string, text: string][] {
  const chosen = [...texts].filter(([key]) => kindOf(since, key) === 'event');
  let size = chosen.reduce((sum, [, text]) => sum + text.length, 0);
  const segments = [...texts].filter(([key]) => kindOf(since, key) === 'segment');
  for (const segment of segments.sort(([, a], [, b]) => a.length - b.length)) {
    if (segment[1].length > 2 * size) break;
    chosen.push(segment);
    size += segment[1].length;
  }
  return chosen;
}

/** Each event once, without those that followed from what was undone. */
function eventsOf(core: Core, sources: readonly Source[]): Packed[] {
  const events = new Map<string, Packed>();
  for (const source of sources) {
    for (const event of source.events) {
      const { device, n } = event;
      const id = eventId({ device: String(device), n });
      if (!core.dropped.has(id)) events.set(id, event);
    }
  }
  return [...events.values()];
}
