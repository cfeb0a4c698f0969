import fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { describe, expect, it } from 'vitest';
import { type Claim, type ProofReport, plain } from '../../src/report/report.ts';
import { text } from '../../src/report/text.ts';
import { options, reportOn } from './sample.ts';

const NUL = String.fromCharCode(0);
const ESC = String.fromCharCode(27);

/** The caret row of the frame, and the source row above it. */
function frame(output: string): { source: string; carets: string } {
  const rows = output.split('\n');
  const at = rows.findIndex((row) => /\|\s+\^+/.test(row));
  return { source: rows[at - 1] ?? '', carets: rows[at] ?? '' };
}

describe('the text report', () => {
  it('shows place, rule, message, frame, related places, steps, help and a summary', () => {
    const report = reportOn('# Page\n\nGo to [water](watr).\n', 'watr', {
      help: 'Correct the id.',
      witness: ['opens Flour', 'passes Basics'],
      related: [
        {
          message: 'the first one',
          file: 'course.yaml',
          start: { line: 3, column: 5, offset: 9 },
          end: { line: 3, column: 6, offset: 10 },
        },
      ],
    });
    expect(
      text.render(report, { ...options, prefix: 'bread/' }),
    ).toBe(`bread/modules/page.md:3:15  error  link/missing-target
  This link leads nowhere.

  3 | Go to [water](watr).
    |               ^^^^

  see bread/course.yaml:3:5 the first one
  1. opens Flour
  2. passes Basics
  Help: Correct the id.

1 error in 1 file.
`);
  });

  const proof = (finish: Claim, reach: Claim, contacts: readonly string[] = []): ProofReport => ({
    claims: { finish, reach },
    contacts,
    unproved: [],
  });

  it.each<[string, ProofReport | undefined, string]>([
    ['nothing was proved', undefined, 'No problems found.\n'],
    [
      'all was proved',
      proof('proved', 'proved'),
      'No problems found. Proved: every learner can finish, and somebody reaches\neverything.\n',
    ],
    [
      'one claim was given up',
      proof('proved', 'open', []),
      'No problems found. Proved: every learner can finish.\n',
    ],
    [
      'the other was',
      proof('open', 'proved', ['test']),
      'No problems found. Proved: somebody reaches everything.\n',
    ],
    ['both were', proof('open', 'open'), 'No problems found.\n'],
    [
      'some learners have to ask',
      proof('proved', 'proved', ['test', 'final']),
      'No problems found. Proved: every learner can finish, and somebody reaches\neverything. At `test` and `final` some need the instructor to get on\n(`exhausted: contact`).\n',
    ],
  ])('says what was proved when there is nothing else to say: %s', (_, proved, said) => {
    const report = { diagnostics: [], texts: new Map(), ...(proved && { proof: proved }) };
    expect(text.render(report, options)).toBe(said);
  });

  it.each<['error' | 'warning', string]>([
    [
      'warning',
      '\n1 warning in 1 file.\nProved: every learner can finish, and somebody reaches everything.\n',
    ],
    ['error', '\n1 error in 1 file.\n'],
  ])('says what was proved behind a %s, if at all', (severity, end) => {
    const report = { ...reportOn('a watr', 'watr', { severity }), proof: proof('proved', 'proved') };
    expect(text.render(report, options).endsWith(end)).toBe(true);
  });

  it.each([
    ['wide characters', '日本語 [水](watr)', 'watr'],
    ['emoji', '👩‍🍳 👩‍🍳 [water](watr)', 'watr'],
    ['combining marks', 'e\u0301e\u0301 [water](watr)', 'watr'],
    ['tabs', '\t\t[water](watr)', 'watr'],
    ['a wide target', '[water](水水)', '水水'],
  ])('puts the carets under the place: %s', (_, line, marked) => {
    const { source, carets } = frame(text.render(reportOn(line, marked), options));
    const before = source.slice(0, source.indexOf(marked));
    expect(carets.indexOf('^')).toBe(stringWidth(before));
    expect(carets.match(/\^+/)?.[0].length).toBe(stringWidth(marked));
  });

  it.each([
    ['a line that ends in blanks', 'See [water](watr) and more   ', '[water](watr) and more   '],
    ['a cut line', `a: { ${'key: value, '.repeat(20)}}`, `{ ${'key: value, '.repeat(20)}}`],
    [
      'a cut line that begins late',
      `${'x'.repeat(90)} { ${'key: value, '.repeat(9)}}`,
      `{ ${'key: value, '.repeat(9)}}`,
    ],
  ])('marks nothing behind the end of the line that is shown: %s', (_, line, marked) => {
    for (let width = 30; width < 90; width++) {
      const { source, carets } = frame(text.render(reportOn(line, marked), { ...options, width }));
      expect(stringWidth(carets)).toBeLessThanOrEqual(stringWidth(source));
    }
  });

  it('sets the texts of ten steps and more below each other', () => {
    const witness = Array.from({ length: 10 }, (_, i) => `Step ${i + 1}.`);
    const output = text.render(reportOn('a watr', 'watr', { witness }), options);
    expect(output).toContain('\n   9. Step 9.\n  10. Step 10.\n');
  });

  it('cuts a long line around the place', () => {
    const line = `${'word '.repeat(400)}[water](watr) ${'word '.repeat(400)}`;
    const output = text.render(reportOn(line, 'watr'), { ...options, width: 60 });
    const { source, carets } = frame(output);
    expect(source.slice(carets.indexOf('^')).startsWith('watr')).toBe(true);
    for (const row of output.split('\n')) expect(stringWidth(row)).toBeLessThanOrEqual(60);
  });

  it('marks the first line of a longer span and says where it ends', () => {
    const output = text.render(reportOn('a\n:::note\nb\nc\n', ':::note\nb\nc'), options);
    expect(frame(output).carets).toMatch(/\^{7} … to line 4$/);
  });

  it('wraps messages to the width', () => {
    const report = reportOn('a', 'a', { message: 'many words '.repeat(30), help: 'help words '.repeat(30) });
    // The first line is left whole, so that terminals can make a link of its path.
    for (const row of text
      .render(report, { ...options, width: 40 })
      .split('\n')
      .slice(1)) {
      expect(stringWidth(row)).toBeLessThanOrEqual(40);
    }
  });

  it('lets no source write to the terminal by itself', () => {
    const hostile = `${ESC}[2J${ESC}]0;owned${NUL}\u202e ::error::x ##[set-env name=A]b \u2028 [x](watr)`;
    const report = reportOn(hostile, 'watr', {
      message: `bad \`${hostile}\``,
      help: hostile,
      witness: [hostile],
      file: 'modules/page.md',
    });
    const output = text.render(report, options);
    expect(output).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069\u2028\u2029]/u);
    expect(output).not.toContain('##[');
    for (const row of output.split('\n')) expect(row.trimStart().startsWith('::')).toBe(false);
  });

  it('styles by the palette it is given', () => {
    const palette = { ...plain, red: (part: string) => `<red>${part}</red>` };
    expect(text.render(reportOn('a watr', 'watr'), { ...options, palette })).toContain('<red>error</red>');
  });

  it('copes with any text and any place in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 200 }),
        (source, a, b, width) => {
          const start = source.length === 0 ? 0 : a % source.length;
          const marked = source.slice(start, start + (b % 20));
          const output = text.render(reportOn(source, marked), { ...options, width });
          expect(output.endsWith('.\n')).toBe(true);
          expect(output).not.toMatch(/(?!\n)\p{Cc}/u);
        },
      ),
    );
  });
});
