import type { Finding } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';
import { found } from './findings.ts';
import type { SourceFile } from './source.ts';
import { type UnsafeText, withoutUnsafe } from './unsafe-text.ts';

/** A finding about characters that do not belong in text. */
export function unsafeFinding({ type, character, count: total }: UnsafeText, span: Span): Finding {
  const rule = type === 'control' ? 'text/control-character' : 'text/unclosed-direction';
  return found(rule, span, { character, total });
}

/** The largest source files that are read, in bytes: far above what authors write, far below what could hang. */
export const SIZE_LIMITS = {
  course: 1024 * 1024,
  module: 512 * 1024,
  quiz: 1024 * 1024,
  glossary: 4 * 1024 * 1024,
  lock: 16 * 1024 * 1024,
} as const;

export interface Decoded {
  /** Where `ok` is false the text is only good for showing a code frame. */
  readonly file: SourceFile;
  readonly ok: boolean;
  readonly findings: readonly Finding[];
}

// A global of every environment this runs in; the core's type libraries know neither the DOM nor Node.
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

/**
 * Bytes as text, strictly UTF-8: Node's own readers would turn a bad byte into U+FFFD in silence. A byte
 * order mark is dropped, line ends are kept. U+E000 and U+E001, which mark references in compiled pages,
 * become U+FFFD, so that no source can forge one; so do control characters, with a finding. Offsets count UTF-16 units of the text without the mark.
 */
export function decode(path: string, bytes: Uint8Array, limit: number): Decoded {
  if (bytes.length > limit) {
    const finding = found('file/too-large', { file: path, start: 0, end: 0 }, { bytes: bytes.length, limit });
    return { file: { path, text: '' }, ok: false, findings: [finding] };
  }
  try {
    const { text, problems } = withoutUnsafe(clean(decoder(true).decode(bytes)));
    const findings = problems.map((each) =>
      unsafeFinding(each, { file: path, start: each.at, end: each.at + 1 }),
    );
    return { file: { path, text }, ok: true, findings };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const byte = firstBadByte(bytes);
    const start = clean(decoder(false).decode(bytes.subarray(0, byte))).length;
    const finding = found(
      'file/invalid-utf8',
      { file: path, start, end: start + 1 },
      { byte, value: bytes[byte] ?? 0 },
    );
    return { file: { path, text: clean(decoder(false).decode(bytes)) }, ok: false, findings: [finding] };
  }
}

function decoder(fatal: boolean) {
  return new TextDecoder('utf-8', { fatal, ignoreBOM: false });
}

function clean(text: string): string {
  return /[\uE000\uE001]/.test(text) ? text.replace(/[\uE000\uE001]/g, '\uFFFD') : text;
}

/**
 * The index of the first byte that starts no well-formed sequence (Unicode 16, table 3-7), or the length.
 * TextDecoder says that there is one, but not where.
 */
function firstBadByte(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i] ?? 0;
    const size = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
    if (size === 0) return i;
    for (let k = 1; k < size; k++) {
      const next = bytes[i + k] ?? 0;
      const low = k > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
      const high = k > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
      if (next < low || next > high) return i;
    }
    i += size;
  }
  return i;
}
