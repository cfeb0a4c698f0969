import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Remark } from '../../../src/assess/types.ts';
import { distance } from '../../../src/questions/short-text/distance.ts';
import { gradeShortText } from '../../../src/questions/short-text/grade.ts';
import { normalise } from '../../../src/questions/short-text/normalise.ts';
import type { ShortTextQuestion } from '../../../src/questions/short-text/types.ts';
import { fromMarkdown, fromYaml, linked, unplaced } from '../forms.ts';

interface Key {
  readonly answers: readonly string[];
  readonly mistakes?: readonly string[];
  readonly strict?: ShortTextQuestion['strict'];
}

function question({ answers, mistakes = [], strict }: Key): ShortTextQuestion {
  const said = (text: string) => ({ text, feedback: `about ${text}` });
  return {
    type: 'short-text',
    key: 'z#q',
    id: 'q',
    prompt: '?',
    hints: [],
    points: 1,
    competencies: [],
    answers: answers.map(said),
    mistakes: mistakes.map(said),
    ...(strict !== undefined && { strict }),
  };
}

const graded = (key: Key, text: string) => gradeShortText(question(key), { type: 'text', text });

describe('what is the same', () => {
  test.each<[string, string]>([
    ['Paris', 'paris'],
    ['Paris', '  PARIS.  '],
    ['Paris', '“Paris”'],
    ['New York', 'new\u00a0 \tyork'],
    ['Straße', 'STRASSE'],
    ['Σίσυφος', 'ΣΙΣΥΦΟΣ'],
    ['İstanbul', 'istanbul'],
    ['Łódź', 'lodz'],
    ['Ærø', 'aero'],
    ['résumé', 're\u0301sume\u0301'],
    ['résumé', 'resume'],
    ['don’t', "don't"],
    ['don’t', 'don´t'],
    ['1914–1918', '1914-1918'],
    ['−5', '-5'],
    ['ﬁne', 'fine'],
    ['１２', '12'],
    ['שָׁלוֹם', 'שלום'],
    ['مَدْرَسَة', 'مدرسة'],
    ['Paris', '\u202aParis\u202c'],
    ['soft\u00adware', 'software'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
    ['!', '!'],
    ['¿Qué?', 'que'],
  ])('%s, typed %s', (answer, text) => {
    expect(graded({ answers: [answer] }, text)).toEqual({
      credit: 1,
      parts: [],
      remarks: [],
      feedback: [`about ${answer}`],
    });
  });
});

describe('what is not', () => {
  test.each<[Key, string, Remark[]]>([
    [{ answers: ['Paris'] }, '', []],
    [{ answers: ['Paris'] }, '   ', []],
    [{ answers: ['Paris'] }, '...', []],
    [{ answers: ['Paris'] }, 'London', []],
    [{ answers: ['Paris'] }, 'Paris in France', []],
    [{ answers: ['Paris'] }, `Paris${' '.repeat(2000)}London`, []],
    [{ answers: ['Paris'] }, '\ud83d', []],
    [{ answers: ['C#'] }, 'C', []],
    [{ answers: ['C++'] }, 'C', []],
    [{ answers: ['が'] }, 'か', []],
    [{ answers: ['كتاب'] }, 'كاتب', ['spelling']],
    [{ answers: ['Paris'] }, 'Pariss', ['spelling']],
    [{ answers: ['Paris'] }, 'Prais', ['spelling']],
    [{ answers: ['Paris'] }, 'Pars', ['spelling']],
    [{ answers: ['Paris'] }, 'Pasri s', []],
    [{ answers: ['asynchronous'] }, 'asincronous', ['spelling']],
    [{ answers: ['asynchronous'] }, 'asincronus', []],
    [{ answers: ['cat'] }, 'cst', []],
    [{ answers: ['hypertension'] }, 'hypotension', []],
    [{ answers: ['arterial hypertension'] }, 'arterial hypotension', []],
    [{ answers: ['hypertension'] }, 'hypertenson', ['spelling']],
    [{ answers: ['hypertension'] }, 'hypretensoin', ['spelling']],
    [{ answers: ['endothermic'] }, 'exothermic', []],
    [{ answers: ['intercellular'] }, 'intracellular', []],
    [{ answers: ['emigrate'] }, 'immigrate', []],
    [{ answers: ['typical'] }, 'atypical', []],
    [{ answers: ['afferent'] }, 'efferent', []],
    [{ answers: ['asynchronous'] }, 'synchronous', []],
    [{ answers: ['New Paris'] }, 'New Prais', ['spelling']],
    [{ answers: ['1914'] }, '1915', []],
    [{ answers: ['Henry VIII 8'] }, 'Henry VIII 9', []],
    [{ answers: ['affect'], mistakes: ['effect'] }, 'efect', []],
    [{ answers: ['Paris'], strict: { case: true } }, 'paris', ['case']],
    [{ answers: ['été'], strict: { accents: true } }, 'ete', ['accents']],
    [{ answers: ['été'], strict: { accents: true } }, 'ÉTÉ.', []],
    [{ answers: ['Été'], strict: { accents: true, case: true } }, 'ete', ['case', 'accents']],
    [{ answers: ['Été'], strict: { accents: true, case: true } }, 'été', ['case']],
    [{ answers: ['Parisienne'], strict: { case: true } }, 'parisiene', ['spelling']],
  ])('%j, typed %j: %j', (key, text, remarks) => {
    const isRight = text === 'ÉTÉ.';
    expect(graded(key, text)).toMatchObject({ credit: isRight ? 1 : 0, remarks });
  });

  test('a known mistake gets its words, never a remark', () => {
    expect(graded({ answers: ['affect'], mistakes: ['effect'] }, 'Effect')).toEqual({
      credit: 0,
      parts: [],
      remarks: [],
      feedback: ['about effect'],
    });
  });

  test('a slip that makes another answer is that answer', () => {
    expect(graded({ answers: ['stationary', 'stationery'] }, 'stationery')).toMatchObject({
      credit: 1,
      feedback: ['about stationery'],
    });
  });

  test('a response of another shape is none', () => {
    expect(gradeShortText(question({ answers: ['a'] }), { type: 'single', option: 'a' })).toBeUndefined();
  });
});

test('nothing that is typed throws, and huge texts are done with at once', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.constantFrom(
      '.'.repeat(50_000),
      `${'. '.repeat(25_000)}a`,
      '\u0301'.repeat(50_000),
      '\ud800'.repeat(50_000),
    ),
  );
  fc.assert(
    fc.property(texts, fc.boolean(), (text, strict) => {
      const grade = graded({ answers: ['Paris', 'Ærø'], strict: { case: strict, accents: strict } }, text);
      expect([0, 1]).toContain(grade?.credit);
    }),
    { numRuns: 300 },
  );
});

test('a text is the same as itself in any case and with any ends', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), (text) => {
      expect(normalise(` ${text}`)).toBe(normalise(text));
      expect(normalise(normalise(text))).toBe(normalise(normalise(normalise(text))));
    }),
  );
});

test('the distance is symmetric, 0 for the same only, and at most the longer length', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '👍'), maxLength: 8 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const far = distance(a, b);
      expect(far).toBe(distance(b, a));
      expect(far === 0).toBe(a === b);
      expect(far).toBeLessThanOrEqual(Math.max([...a].length, [...b].length));
    }),
  );
});

test.each([
  ['ab', 'ba', 1],
  ['ca', 'abc', 3],
  ['kitten', 'sitting', 3],
  ['', 'abc', 3],
])('distance of %s and %s: %i', (a, b, far) => {
  expect(distance(a, b)).toBe(far);
});

describe('reading', () => {
  test('Markdown is what YAML says', async () => {
    const markdown = await fromMarkdown(
      'type=short-text match="case, accents" points=2',
      'The capital of *France*?\n\n- [x] Paris\n- [x] **Lutetia**\n  > As the *Romans* had it.\n- [ ] Lyon\n\n  > No.\n- [ ] 75',
    );
    const yaml = await fromYaml({
      prompt: 'The capital of *France*?',
      answers: ['Paris', { text: 'Lutetia', feedback: 'As the *Romans* had it.' }],
      mistakes: [{ text: 'Lyon', feedback: 'No.' }, 75],
      match: ['case', 'accents'],
      points: 2,
    });
    expect(markdown.findings).toEqual([]);
    expect(yaml.findings).toEqual([]);
    expect(unplaced(markdown.source)).toEqual(unplaced(yaml.source));
    expect(linked('short-text', markdown)).toMatchObject({
      answers: [{ text: 'Paris' }, { text: 'Lutetia', feedback: 'As the <em>Romans</em> had it.' }],
      mistakes: [{ text: 'Lyon', feedback: 'No.' }, { text: '75' }],
      strict: { case: true, accents: true },
    });
  });

  test.each([
    ['1.10', '1.10'],
    ['007', '007'],
    ['Yes', 'Yes'],
    ['3 \\* 4', '3 * 4'],
    ['`code`', 'code'],
    ['`2*3*4`', '2*3*4'],
    ['**bold**', 'bold'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['www.example.com', 'www.example.com'],
    ['10:m', '10:m'],
    ['a_b_c', 'a_b_c'],
    ['two\n      lines', 'two\nlines'],
  ])('%s in Markdown is the text %s', async (written, text) => {
    const { source } = await fromMarkdown('type=short-text', `?\n\n- [x] ${written}`);
    expect(source).toMatchObject({ answers: [{ text }] });
  });
});

describe('findings in Markdown', () => {
  test.each([
    ['Think.', ['question/missing-form: :::question{#q type=short-text}']],
    ['- [ ] Lyon', ['question/no-answer: :::question{#q type=short-text}']],
    ['- [x] Paris\n- Lyon', ['question/unmarked-option: - Lyon']],
    ['- [x] Paris\n- [ ] PARIS!', ['question/repeated-answer: PARIS!']],
    ['- [x] Paris\n- [x] Paris', ['question/repeated-answer: Paris']],
    ['- [x] 2*3*4', ['question/marked-up-answer: 2*3*4']],
    [
      '- [x] __init__\n- [ ] the *Titanic*',
      ['question/marked-up-answer: __init__', 'question/marked-up-answer: the *Titanic*'],
    ],
    ['- [x] [Paris](https://paris.fr)', ['question/marked-up-answer: [Paris](https://paris.fr)']],
    ['- [x] one `code` more', ['question/marked-up-answer: one `code` more']],
    ['- [x] $x^2$', ['question/marked-up-answer: $x^2$']],
    ['- [x] Paris\n- [x]Lutetia', ['question/misspelt-option: [x]']],
    ['- [x] Paris\n\nAfterwards.', ['question/content-after-options: Afterwards.']],
  ])('%j', async (list, findings) => {
    expect((await fromMarkdown('type=short-text', `?\n\n${list}`)).findings).toEqual(findings);
  });

  test('what cannot be', async () => {
    const body = `?\n\n- [x] ${'long '.repeat(50)}`;
    expect((await fromMarkdown('type=short-text match=capitals', body)).findings).toEqual([
      'schema/bad-value: capitals',
      `schema/bad-value: ${'long '.repeat(50).trim()}`,
    ]);
  });
});

describe('findings in YAML', () => {
  test.each<[Record<string, unknown>, string[]]>([
    [{ answers: [] }, ['question/no-answer: id']],
    [{ type: 'short-text' }, ['schema/missing-field: id']],
    [{ answers: 'Paris' }, ['schema/wrong-type: Paris']],
    [{ answers: ['Paris', { text: ' ' }] }, ['schema/empty: text']],
    [{ answers: ['a'.repeat(201)] }, [`question/long-answer: ${'a'.repeat(201)}`]],
    [{ answers: ['a'.repeat(200)] }, []],
    [{ answers: [{ text: 'a'.repeat(201) }] }, [`schema/bad-value: ${'a'.repeat(201)}`]],
    [{ answers: ['\u200b'] }, ['question/empty-part: \u200b']],
    [
      { answers: ['a'], mistakes: ['\u0301', '\u3164'] },
      ['question/empty-part: \u0301', 'question/empty-part: \u3164'],
    ],
    [{ answers: ['!', '🥐', '½'] }, []],
    [{ answers: ['été', 'ete'] }, ['question/repeated-answer: ete']],
    [{ answers: ['été', 'ete'], match: 'accents' }, []],
    [{ answers: ['a'], match: 'accent' }, ['schema/bad-value: accent']],
    [{ type: 'short-text', answers: ['a'], options: [] }, ['schema/unknown-field: options']],
  ])('%j', async (fields, findings) => {
    expect((await fromYaml({ prompt: '?', ...fields })).findings).toEqual(findings);
  });
});
