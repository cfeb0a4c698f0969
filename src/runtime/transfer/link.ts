import { shortDigest } from '../../model/digest.ts';
import type { ProgressFile } from '../progress-file.ts';
import { compact, restore } from './compact.ts';

/** What stands before the progress in a link's hash. */
const HASH = '#progress=';

/** The same wherever it stands in a hash: the portable edition names the page before it, and escapes it. */
const MARK = /#progress(?:=|%3D)/i;

/** The longest link that is offered, in characters: programs for mail and chat cut longer ones. */
export const LONGEST_LINK = 8000;

/** The longest hash that is read at all. */
const LONGEST_READ = 200_000;

/** The most bytes that a link is unfolded to. */
const MOST_BYTES = 4_000_000;

/**
 * A course's progress for the hash of a link: base64url (RFC 4648, section 5) of the raw deflate (RFC 1951) of the compact
 * JSON with its digest before it, since deflate does not notice a changed letter. `digits`: a point and the same bytes as one decimal number after a leading byte 1, since QR codes hold digits in
 * 3⅓ bits and base64url in 8.
 */
export async function toHash(
  file: ProgressFile,
): Promise<{ readonly text: string; readonly digits: string }> {
  const text = JSON.stringify(compact(file));
  const json = new Blob([shortDigest(text) + text]);
  const packed = await bytesOf(json.stream().pipeThrough(new CompressionStream('deflate-raw')), MOST_BYTES);
  const letters = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(''));
  const hex = Array.from(packed, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return {
    text: HASH + letters.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, ''),
    digits: `${HASH}.${BigInt(`0x1${hex}`)}`,
  };
}

/** Does an address carry progress? */
export function isProgress(hash: string): boolean {
  return MARK.test(hash);
}

/** An address without the progress that it carries. */
export function withoutProgress(address: string): string {
  const at = address.search(MARK);
  return at < 0 ? address : address.slice(0, at);
}

/** What a hash carries, still to be checked as the contents of a progress file; undefined when it is damaged or cut off. */
export async function fromHash(hash: string): Promise<unknown> {
  if (!isProgress(hash) || hash.length > LONGEST_READ) return undefined;
  // Some programs that pass links on escape characters, or add their own after it.
  const text = decoded(hash.slice(hash.search(MARK)).replace(MARK, '')).trim();
  try {
    const packed = text.startsWith('.') ? fromDigits(text.slice(1)) : fromLetters(text);
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const found = new TextDecoder('utf-8', { fatal: true }).decode(await bytesOf(stream, MOST_BYTES));
    const json = found.slice(found.indexOf('['));
    return found === shortDigest(json) + json ? restore(JSON.parse(json)) : undefined;
  } catch {
    // Cut off, changed, or no progress at all: the caller says so.
    return undefined;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function fromLetters(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(letters, (unit) => unit.charCodeAt(0));
}

function fromDigits(text: string): Uint8Array<ArrayBuffer> {
  if (!/^\d+$/.test(text)) throw new SyntaxError('No number.');
  const hex = BigInt(text).toString(16);
  if (!/^1(..)*$/.test(hex)) throw new SyntaxError('No bytes.');
  return Uint8Array.from(hex.slice(1).match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Everything that a stream gives. Rejects when that is more than `most` bytes. */
async function bytesOf(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      await reader.cancel();
      throw new RangeError('More than a link may hold.');
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
