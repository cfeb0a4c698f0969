import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { decode } from '../../src/load/decode.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('decode', () => {
  it('drops a byte order mark and keeps line ends', () => {
    const result = decode('a.md', utf8('\uFEFF---\r\ntitle: ä\r\n'), 100);
    expect(result).toEqual({ file: { path: 'a.md', text: '---\r\ntitle: ä\r\n' }, ok: true, findings: [] });
  });

  it('refuses a file above the limit without reading it', () => {
    const result = decode('a.md', utf8('123456'), 5);
    expect(result.ok).toBe(false);
    expect(result.findings).toMatchObject([{ rule: 'file/too-large', args: { bytes: 6, limit: 5 } }]);
  });

  it('leaves no author a mark that stands for a reference', () => {
    expect(decode('a.md', utf8('a\uE0000\uE001b'), 100).file.text).toBe('a\uFFFD0\uFFFDb');
  });

  // Offsets count UTF-16 units of the text, bytes those of the file: `ä` is one and two, `😀` two and four.
  test.each([
    ['a lone continuation byte', [0x61, 0x80], 1, 1],
    ['after two-byte letters', [0xc3, 0xa4, 0xc3, 0xa4, 0xff], 4, 2],
    ['after an emoji', [0xf0, 0x9f, 0x98, 0x80, 0xfe], 4, 2],
    ['a sequence that ends too soon', [0x61, 0xe2, 0x82], 1, 1],
    ['a sequence cut by a letter', [0xe2, 0x82, 0x61], 0, 0],
    ['an overlong slash', [0x2e, 0xc0, 0xaf], 1, 1],
    ['an overlong three-byte form', [0xe0, 0x80, 0xaf], 0, 0],
    ['a surrogate', [0x61, 0xed, 0xa0, 0x80], 1, 1],
    ['beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80], 0, 0],
    ['after a byte order mark', [0xef, 0xbb, 0xbf, 0x61, 0xff], 4, 1],
  ])('names the byte of %s', (_, bytes, byte, offset) => {
    const result = decode('a.md', Uint8Array.from(bytes), 100);
    expect(result.ok).toBe(false);
    expect(result.findings).toMatchObject([
      {
        rule: 'file/invalid-utf8',
        args: { byte, value: bytes[byte] },
        span: { start: offset, end: offset + 1 },
      },
    ]);
  });

  it('agrees with the platform on what is UTF-8', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const { ok, findings } = decode('a.md', bytes, 100);
        expect(ok).toBe(findings.every(({ rule }) => rule.startsWith('text/')));
        if (ok) return;
        const [finding] = findings;
        const byte = finding?.rule === 'file/invalid-utf8' ? Number(Object(finding.args).byte) : Number.NaN;
        // What stands before the byte is sound, and the byte makes it unsound.
        expect(decode('a.md', bytes.subarray(0, byte), 100).ok).toBe(true);
      }),
    );
  });
});

it.each<[string, string, string, string[]]>([
  [
    'control characters',
    'a\u0000b\u001bc\u009f\u007f',
    'a\uFFFDb\uFFFDc\uFFFD\uFFFD',
    ['text/control-character'],
  ],
  ['blanks and line ends', 'a\tb\r\nc\n', 'a\tb\r\nc\n', []],
  ['a direction mark without its end', 'a\u202eb\nc', 'a\u200Bb\nc', ['text/unclosed-direction']],
  ['an end without its mark', 'a\u2069b', 'a\u200Bb', ['text/unclosed-direction']],
  ['marks in pairs', 'a\u2067b\u2069 \u202ac\u202c', 'a\u2067b\u2069 \u202ac\u202c', []],
])('%s', (_, text, clean, rules) => {
  const decoded = decode('a.md', new TextEncoder().encode(text), 100);
  expect(decoded.file.text).toBe(clean);
  expect(decoded.findings.map(({ rule }) => rule)).toEqual(rules);
  for (const { span } of decoded.findings) expect(clean.charAt(span.start)).toMatch(/[\uFFFD\u200B]/);
});
