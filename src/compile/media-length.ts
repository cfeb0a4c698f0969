/** Reads up to `length` bytes of a file from `offset`; fewer at its end. */
export type ReadBytes = (offset: number, length: number) => Uint8Array;

/** Boxes and chunks that are looked at: real files have a dozen, a hostile one could have millions. */
const MAX_STEPS = 200;

/**
 * The seconds that a video or audio file plays, from its headers: MP4 and M4A (ISO/IEC 14496-12, `mvhd`), WebM
 * (`Info`), Ogg (last page), MP3 (Xing header, else its constant bit rate) and WAV. Undefined where the file
 * does not say. Reads a few kilobytes, wherever they stand; never throws on any bytes.
 *
 * @param size of the file in bytes
 */
export function mediaSeconds(read: ReadBytes, size: number): number | undefined {
  const head = view(read(0, 64 * 1024));
  const seconds =
    ascii(head, 4, 4) === 'ftyp'
      ? mp4(read, size)
      : ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 4) === 'WAVE'
        ? wav(read, size)
        : ascii(head, 0, 4) === 'OggS'
          ? ogg(head, read, size)
          : u32(head, 0) === 0x1a45dfa3
            ? webm(head)
            : mp3(read, size);
  // A day is longer than anything that a course plays; more comes from broken or hostile files.
  return seconds !== undefined && seconds > 0 && seconds < 86_400 ? seconds : undefined;
}

function mp4(read: ReadBytes, size: number): number | undefined {
  let start = 0;
  let end = size;
  for (let step = 0; step < MAX_STEPS && start + 8 <= end; step++) {
    const box = view(read(start, 40));
    const short = u32(box, 0);
    const type = ascii(box, 4, 4);
    const header = short === 1 ? 16 : 8;
    const length = short === 1 ? u32(box, 8) * 2 ** 32 + u32(box, 12) : short === 0 ? end - start : short;
    if (length < header) return undefined;
    if (type === 'moov') {
      // Its children come next.
      end = Math.min(end, start + length);
      start += header;
      continue;
    }
    if (type === 'mvhd') {
      const long = box.byteLength > header && box.getUint8(header) === 1;
      const at = header + (long ? 20 : 12);
      const scale = u32(box, at);
      if (long) {
        const rest = view(read(start + at + 4, 8));
        return (u32(rest, 0) * 2 ** 32 + u32(rest, 4)) / scale;
      }
      return u32(box, at + 4) / scale;
    }
    start += length;
  }
  return undefined;
}

function wav(read: ReadBytes, size: number): number | undefined {
  let rate = 0;
  let start = 12;
  for (let step = 0; step < MAX_STEPS && start + 8 <= size; step++) {
    const chunk = view(read(start, 24));
    const length = chunk.byteLength < 8 ? 0 : chunk.getUint32(4, true);
    const type = ascii(chunk, 0, 4);
    if (type === 'fmt ' && chunk.byteLength >= 20) rate = chunk.getUint32(16, true);
    if (type === 'data') return Math.min(length, size - start - 8) / rate;
    start += 8 + length + (length % 2);
  }
  return undefined;
}

/** The sample position of the last page (RFC 3533), over the rate of its Opus or Vorbis stream. */
function ogg(head: DataView, read: ReadBytes, size: number): number | undefined {
  const rate =
    find(head, 'OpusHead', 0) >= 0 ? 48_000 : find(head, '\x01vorbis', 0) >= 0 ? vorbisRate(head) : undefined;
  if (rate === undefined) return undefined;
  const tail = view(read(Math.max(0, size - 64 * 1024), 64 * 1024));
  let last = -1;
  for (let at = find(tail, 'OggS', 0); at >= 0; at = find(tail, 'OggS', at + 1)) last = at;
  if (last < 0 || last + 14 > tail.byteLength) return undefined;
  return (tail.getUint32(last + 6, true) + tail.getUint32(last + 10, true) * 2 ** 32) / rate;
}

function vorbisRate(head: DataView): number | undefined {
  const at = find(head, '\x01vorbis', 0) + 12;
  return at + 4 <= head.byteLength ? head.getUint32(at, true) : undefined;
}

/** The `Duration` of the segment's `Info` (RFC 9559), in units of `TimestampScale` nanoseconds. */
function webm(head: DataView): number | undefined {
  const info = find(head, '\x15\x49\xa9\x66', 0);
  if (info < 0) return undefined;
  const scaleAt = find(head, '\x2a\xd7\xb1', info);
  const lengthAt = find(head, '\x44\x89', info);
  if (lengthAt < 0 || lengthAt + 11 > head.byteLength) return undefined;
  let scale = 1_000_000;
  if (scaleAt >= 0 && scaleAt < info + 64 && scaleAt + 4 <= head.byteLength) {
    const bytes = head.getUint8(scaleAt + 3) & 0x7f;
    scale = 0;
    for (let i = 0; i < Math.min(bytes, 7) && scaleAt + 4 + i < head.byteLength; i++) {
      scale = scale * 256 + head.getUint8(scaleAt + 4 + i);
    }
  }
  const wide = (head.getUint8(lengthAt + 2) & 0x7f) === 8;
  return ((wide ? head.getFloat64(lengthAt + 3) : head.getFloat32(lengthAt + 3)) * scale) / 1e9;
}

const BIT_RATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const BIT_RATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const SAMPLE_RATES = [44_100, 48_000, 32_000];

/** MPEG audio layer III: the count of frames in the Xing header, else the size over the bit rate. */
function mp3(read: ReadBytes, size: number): number | undefined {
  const tag = view(read(0, 10));
  // The size of an ID3v2 tag has seven bits a byte.
  const skip =
    ascii(tag, 0, 3) === 'ID3' && tag.byteLength === 10
      ? 10 + [6, 7, 8, 9].reduce((sum, at) => sum * 128 + (tag.getUint8(at) & 0x7f), 0)
      : 0;
  const head = view(read(skip, 8 * 1024));
  for (let at = 0; at + 40 < head.byteLength; at++) {
    const word = u32(head, at);
    const version = (word >>> 19) & 3;
    // Frame sync, layer III, and no reserved version.
    if (word >>> 21 !== 0x7ff || ((word >>> 17) & 3) !== 1 || version === 1) continue;
    const bits = (version === 3 ? BIT_RATES_1 : BIT_RATES_2)[(word >>> 12) & 15];
    const base = SAMPLE_RATES[(word >>> 10) & 3];
    if (bits === undefined || bits === 0 || base === undefined) continue;
    const rate = version === 3 ? base : version === 2 ? base / 2 : base / 4;
    const mono = ((word >>> 6) & 3) === 3;
    const xing = at + 4 + (version === 3 ? (mono ? 17 : 32) : mono ? 9 : 17);
    const name = ascii(head, xing, 4);
    if ((name === 'Xing' || name === 'Info') && (u32(head, xing + 4) & 1) === 1) {
      return (u32(head, xing + 8) * (version === 3 ? 1152 : 576)) / rate;
    }
    return ((size - skip - at) * 8) / (bits * 1000);
  }
  return undefined;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** 0 beyond the end. */
function u32(data: DataView, at: number): number {
  return at + 4 <= data.byteLength ? data.getUint32(at) : 0;
}

function ascii(data: DataView, at: number, length: number): string {
  let text = '';
  for (let i = at; i < at + length && i < data.byteLength; i++) text += String.fromCharCode(data.getUint8(i));
  return text;
}

/** The first place of the bytes from `from` on, or -1. */
function find(data: DataView, bytes: string, from: number): number {
  for (let at = from; at + bytes.length <= data.byteLength; at++) {
    let same = 0;
    while (same < bytes.length && data.getUint8(at + same) === bytes.charCodeAt(same)) same++;
    if (same === bytes.length) return at;
  }
  return -1;
}
