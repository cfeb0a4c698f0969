import { wcagContrast } from 'culori';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accentOf, DEFAULT_ACCENT, GROUNDS } from '../../src/site/accent.ts';
import { accentCss } from '../../src/site/theme.ts';
import { siteCss } from './course.ts';

const colour = fc
  .tuple(fc.nat(255), fc.nat(255), fc.nat(255))
  .map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`);

describe('an accent', () => {
  it('can be read on every ground, light and dark, whatever colour it came from', () => {
    fc.assert(
      fc.property(colour, (accent) => {
        for (const [scheme, variants] of Object.entries(accentOf(accent))) {
          const { page, raised, text } = scheme === 'light' ? GROUNDS.light : GROUNDS.dark;
          for (const ground of [page, raised, variants.soft]) {
            expect(wcagContrast(variants.accent, ground)).toBeGreaterThanOrEqual(4.5);
          }
          expect(wcagContrast(variants.onFill, variants.fill)).toBeGreaterThanOrEqual(4.5);
          expect(wcagContrast(variants.fill, page)).toBeGreaterThanOrEqual(3);
          expect(wcagContrast(text, variants.soft)).toBeGreaterThanOrEqual(7);
        }
      }),
      { numRuns: 400, examples: [['#000000'], ['#ffffff'], ['#ffff00'], ['#0000ff'], ['#808080']] },
    );
  });

  it('stays as the author chose it where it is fit for use', () => {
    expect(accentOf('#0b5a70').light).toMatchObject({
      accent: '#0b5a70',
      fill: '#0b5a70',
      onFill: '#ffffff',
    });
  });

  it.each(['red', '#fff', '', '#12345g', '#1234567'])('refuses %s', (text) => {
    expect(() => accentOf(text)).toThrow(RangeError);
  });
});

describe('the style sheet', () => {
  const css = siteCss();

  it('names the grounds that accents are made for', () => {
    for (const scheme of [GROUNDS.light, GROUNDS.dark]) {
      expect(hexes(css)).toEqual(expect.arrayContaining(Object.values(scheme)));
    }
  });

  it('begins with the variants of the default accent', () => {
    expect(hexes(css)).toEqual(expect.arrayContaining(hexes(accentCss(accentOf(DEFAULT_ACCENT)))));
  });
});

/** Every colour in a style sheet as `#rrggbb`. */
function hexes(css: string): string[] {
  return [...css.matchAll(/#([0-9a-f]{6}|[0-9a-f]{3})\b/gi)].map(([, digits = '']) =>
    `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`.toLowerCase(),
  );
}
