import { describe, expect, it } from 'vitest';
import { directionOf } from '../../src/site/build.ts';
import { firstSentences } from '../../src/site/item.ts';
import { gatherMedia, hashedName } from '../../src/site/media.ts';
import { isPhrasing } from '../../templates/site/raw.ts';
import { duration } from '../../templates/site/words.ts';

describe('the name of a medium', () => {
  it.each([
    ['assets/film.mp4', 'film.abc.mp4'],
    ['assets/My photo (1).JPG', 'My-photo-1.abc.jpg'],
    ['assets/.hidden', 'hidden.abc'],
    ['assets/_private.png', 'private.abc.png'],
    ['assets/…', 'file.abc'],
    ['assets/archive.tar.gz', 'archive-tar.abc.gz'],
    ['assets/Größe.svg', 'Größe.abc.svg'],
    [`assets/${'x'.repeat(300)}.png`, `${'x'.repeat(60)}.abc.png`],
    ['assets/a%2f..%2fb.png', 'a-2f-2fb.abc.png'],
  ])('%s becomes %s', (path, name) => {
    expect(hashedName(path, 'abc')).toBe(name);
  });

  it('is one for the same bytes under the same name', () => {
    const media = gatherMedia(() => ({ hash: 'same' }));
    expect(media.use('a/x.png')).toBe(media.use('b/x.png'));
    expect(media.files()).toEqual([{ path: 'media/x.same.png', content: { copy: 'a/x.png' } }]);
  });
});

describe('words and small decisions', () => {
  it.each([
    [0.4, '1 min'],
    [8, '8 min'],
    [60, '1 h'],
    [95, '1 h 35 min'],
    [140, '2 h 15 min'],
    [177, '3 h'],
    [203, '3 h 30 min'],
    [600, '10 h'],
  ])('%d minutes are %s', (minutes, text) => {
    expect(duration(minutes)).toBe(text);
  });

  it.each([
    ['en', 'ltr'],
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['ur-Latn', 'ltr'],
    ['az-Arab', 'rtl'],
  ])('%s is written %s', (tag, direction) => {
    expect(directionOf(tag)).toBe(direction);
  });

  it('cuts descriptions between words', () => {
    expect(firstSentences('Short.')).toBe('Short.');
    const long = firstSentences('some words '.repeat(40));
    expect(long).toMatch(/ (some|words)…$/);
    expect(long.length).toBeLessThanOrEqual(161);
    expect(firstSentences('x'.repeat(500))).toHaveLength(161);
  });

  it.each([
    ['a <em>b</em> <img src="x">', true],
    ['<math><mi>x</mi></math>', true],
    ['<p>a</p><pre>b</pre>', false],
    ['<div class="table">', false],
    ['<picture>', true],
  ])('%s may stand in a legend: %s', (html, expected) => {
    expect(isPhrasing(html)).toBe(expected);
  });
});
