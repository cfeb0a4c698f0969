import { eventId } from '../../../model/events.ts';
import { isFields } from '../../../model/fields.ts';
import { parseEvent } from '../../../model/parse-event.ts';
import { type Packed, unpack } from '../segment.ts';

const KINDS = ['event', 'segment', 'note', 'arrival', 'undone'] as const;

/** What an entry holds. */
export type Kind = (typeof KINDS)[number];

export const ASIDE = 'aside:';

/** The kind of an entry that belongs to the last reset; undefined for any other key. */
export function kindOf(since: string, key: string): Kind | undefined {
  if (!key.startsWith(since)) return undefined;
  return KINDS.find((kind) => key.startsWith(`${kind}:`, since.length));
}

/** Whether a key is of an entry from before the last reset. What was moved aside is of no time. */
export function isOld(since: string, key: string): boolean {
  return !key.startsWith(since) && /^(since:[^:]*:)?(event|segment|note|arrival|undone):/.test(key);
}

/** Whether this version can read an entry. */
export function isReadable(key: string, text: string): boolean {
  const [, kind, name] = /^(?:since:[^:]*:)?(\w+):(.*)$/s.exec(key) ?? [];
  switch (kind) {
    case 'event': {
      const event = parseEvent(parse(text));
      return event !== undefined && eventId(event) === name;
    }
    case 'segment':
    case 'arrival':
      return unpacked(text) !== undefined;
    default:
      return true;
  }
}

/** What JSON says; undefined where it is none. */
export function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a segment holds; undefined where it is none. */
export function unpacked(text: string): unknown[] | undefined {
  try {
    return unpack(text);
  } catch {
    return undefined;
  }
}

/** Whether a value can go into a segment: an event of this version or of a newer one. */
export function isPackable(value: unknown): value is Packed {
  return (
    isFields(value) &&
    typeof value.type === 'string' &&
    typeof value.device === 'string' &&
    typeof value.n === 'number' &&
    typeof value.at === 'number'
  );
}
