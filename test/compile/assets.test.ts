import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assetFacts } from '../../src/compile/assets.ts';
import { digest } from '../../src/platform/cache-store.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const png = (width: number, height: number) => {
  const image = Buffer.alloc(33);
  image.write('\x89PNG\r\n\x1a\n', 0, 'latin1');
  image.writeUInt32BE(13, 8);
  image.write('IHDR', 12, 'latin1');
  image.writeUInt32BE(width, 16);
  image.writeUInt32BE(height, 20);
  return new Uint8Array(image);
};
const facts = (path: string, content: Uint8Array) => assetFacts(path, content, digest);

describe('the facts of a file', () => {
  it('say the size of images', () => {
    expect(facts('a.png', png(640, 320))).toMatchObject({ width: 640, height: 320 });
    expect(
      facts('a.svg', bytes('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"></svg>')),
    ).toMatchObject({
      width: 10,
      height: 20,
    });
    expect(facts('a.gif', bytes('GIF89a\x10\x00\x08\x00'))).toMatchObject({ width: 16, height: 8 });
  });

  it.each([
    ['a.csv', bytes('1,2')],
    ['a.png', bytes('no picture')],
    ['a.png', png(0, 320)],
    ['a.png', png(4_000_000_000, 1)],
    ['a.svg', bytes('<svg>')],
    ['a.jpg', new Uint8Array()],
    ['a.mp4', png(640, 320)],
  ])('are a hash alone where there is no size: %s', (path, content) => {
    expect(Object.keys(facts(path, content))).toEqual(['hash']);
  });

  it('have a hash of letters and digits that changes with the bytes', () => {
    const [a, b] = [facts('a', bytes('a')), facts('a', bytes('b'))];
    expect(a.hash).toMatch(/^[0-9a-f]{10}$/);
    expect(a.hash).not.toBe(b.hash);
    expect(facts('other', bytes('a')).hash).toBe(a.hash);
  });

  it('never fail, and never take long, whatever the bytes are', () => {
    const heads = [
      '\x89PNG\r\n\x1a\n',
      'GIF89a',
      '\xff\xd8\xff',
      'RIFF\x00\x00\x00\x00WEBPVP8 ',
      '<svg ',
      'BM',
      'II*\x00',
      '\x00\x00\x00\x00ftypavif',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), (head, tail) => {
        const content = new Uint8Array([...Buffer.from(head, 'latin1'), ...tail]);
        for (const path of ['a.png', 'a.svg', 'a.avif']) {
          const { width, height } = facts(path, content);
          expect(width === undefined || (width > 0 && width <= 65_535)).toBe(true);
          expect((width === undefined) === (height === undefined)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
    const hostile = bytes(`<svg ${'a="'.repeat(150_000)}`);
    expect(Object.keys(facts('a.svg', hostile))).toEqual(['hash']);
  });
});
