import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { mediaSeconds } from '../../src/compile/media-length.ts';

const of = (bytes: Uint8Array) =>
  mediaSeconds((offset, length) => bytes.subarray(offset, offset + length), bytes.length);
const example = (name: string) =>
  readFileSync(new URL(`../../example-course/assets/media/${name}`, import.meta.url));

const ascii = (text: string) => [...text].map((char) => char.charCodeAt(0));
const big = (value: number, bytes = 4) =>
  Array.from({ length: bytes }, (_, i) => Math.floor(value / 2 ** (8 * (bytes - 1 - i))) % 256);
const little = (value: number, bytes = 4) => big(value, bytes).reverse();
const box = (type: string, body: number[]) => [...big(body.length + 8), ...ascii(type), ...body];
const ftyp = box('ftyp', ascii('isom'));
const zeros = (count: number) => Array.from({ length: count }, () => 0);
const mvhd = box('mvhd', [...zeros(12), ...big(1000), ...big(42_500)]);

test.each<[string, number[], number | undefined]>([
  ['MP4', [...ftyp, ...box('moov', mvhd)], 42.5],
  ['MP4 with its index at the end', [...ftyp, ...box('mdat', zeros(100_000)), ...box('moov', mvhd)], 42.5],
  [
    'MP4 with long fields',
    [...ftyp, ...box('moov', box('mvhd', [1, ...zeros(19), ...big(1000), ...big(42_500, 8)]))],
    42.5,
  ],
  ['MP4 without index', [...ftyp, ...box('mdat', zeros(10))], undefined],
  [
    'MP4 of endless boxes',
    [...ftyp, ...Array.from({ length: 5000 }, () => box('free', [])).flat()],
    undefined,
  ],
  ['MP4 with a box of no length', [...ftyp, ...big(2), ...ascii('free')], undefined],
  [
    'WAV',
    [
      ...ascii('RIFF'),
      ...zeros(4),
      ...ascii('WAVEfmt '),
      ...little(16),
      ...zeros(8),
      ...little(4),
      ...zeros(4),
      ...ascii('data'),
      ...little(10),
      ...zeros(10),
    ],
    2.5,
  ],
  [
    'Opus',
    [
      ...ascii('OggS'),
      ...zeros(24),
      ...ascii('OpusHead'),
      ...zeros(50),
      ...ascii('OggS'),
      0,
      4,
      ...little(96_000),
      ...zeros(20),
    ],
    2,
  ],
  [
    'Vorbis',
    [
      ...ascii('OggS'),
      ...zeros(24),
      ...ascii('\x01vorbis'),
      ...zeros(5),
      ...little(8000),
      ...ascii('OggS'),
      0,
      4,
      ...little(16_000),
      ...zeros(20),
    ],
    2,
  ],
  [
    'WebM',
    [
      0x1a,
      0x45,
      0xdf,
      0xa3,
      0x15,
      0x49,
      0xa9,
      0x66,
      0x90,
      0x2a,
      0xd7,
      0xb1,
      0x83,
      ...big(1_000_000, 3),
      0x44,
      0x89,
      0x84,
      0x45,
      0x9c,
      0x40,
      0x00,
      ...zeros(8),
    ],
    5,
  ],
  ['MP3 of a constant bit rate', [0xff, 0xfb, 0x90, 0x00, ...zeros(15_996)], 1],
  [
    'MP3 after a tag',
    [...ascii('ID3'), 4, 0, 0, 0, 0, 1, 0, ...zeros(128), 0xff, 0xfb, 0x90, 0x00, ...zeros(15_996)],
    1,
  ],
  [
    'MP3 that counts its frames',
    [0xff, 0xfb, 0x90, 0x00, ...zeros(32), ...ascii('Xing'), ...big(1), ...big(441), ...zeros(100)],
    11.52,
  ],
  ['text', ascii('A page of text that plays nothing at all, and is long enough to be looked at.'), undefined],
  ['nothing', [], undefined],
])('%s', (_, bytes, expected) => {
  const seconds = of(Uint8Array.from(bytes));
  if (expected === undefined) expect(seconds).toBeUndefined();
  else expect(seconds).toBeCloseTo(expected, 5);
});

it('measures the media of the example course', () => {
  for (const name of ['five-shapes.mp4', 'welcome.mp4', 'needs-a-meeting.mp3']) {
    const seconds = of(example(name));
    expect(seconds).toBeGreaterThan(5);
    expect(seconds).toBeLessThan(600);
  }
});

it('never throws, whatever the bytes, cut anywhere', () => {
  const start = fc
    .constantFrom('....ftyp', 'RIFF....WAVE', 'OggSOpusHead', '\x1a\x45\xdf\xa3', 'ID3', '\xff\xfb\x90')
    .map(ascii);
  fc.assert(
    fc.property(start, fc.uint8Array({ maxLength: 200 }), (magic, rest) => {
      const seconds = of(Uint8Array.from([...magic, ...rest]));
      expect(seconds === undefined || (seconds > 0 && seconds < 86_400)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
