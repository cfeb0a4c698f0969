import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { filled, locate, takeApart } from '../../../src/questions/cloze/blanks.ts';
import { clozeOutcomes, gradeCloze } from '../../../src/questions/cloze/grade.ts';
import type { ClozeQuestion } from '../../../src/questions/cloze/types.ts';
import { fromMarkdown, fromYaml, linked, unplaced } from '../forms.ts';

/** `a` is a text field, `b` a menu, `c` another text field. */
const QUESTION: ClozeQuestion = {
  type: 'cloze',
  key: 'm#q',
  id: 'q',
  prompt: '',
  hints: [],
  points: 1,
  competencies: [],
  blanks: [
    { kind: 'text', id: 'a', answers: ['Paris', 'Lutetia'] },
    {
      kind: 'menu',
      id: 'b',
      choices: [
        { id: 'rhine', text: 'Rhine', correct: false },
        { id: 'seine', text: 'Seine', correct: true },
      ],
    },
    { kind: 'text', id: 'c', answers: ['naïve Straße'] },
  ],
};

const ALL = { a: 'Paris', b: 'seine', c: 'naïve Straße' };

function graded(fields: Record<string, string>, rest: Partial<ClozeQuestion> = {}) {
  return gradeCloze({ ...QUESTION, ...rest }, { type: 'fields', fields });
}

describe('grading', () => {
  test.each<[string, Record<string, string>, Partial<ClozeQuestion>, number, string[]]>([
    ['all right', ALL, {}, 1, []],
    ['another accepted text', { ...ALL, a: 'lutetia' }, {}, 1, []],
    ['case and spaces do not count', { ...ALL, a: '  PARIS ' }, {}, 1, []],
    ['nor do accents and the ß', { ...ALL, c: 'NAIVE STRASSE' }, {}, 1, []],
    ['nor how accents are made', { ...ALL, c: 'nai\u0308ve Straße' }, {}, 1, []],
    ['one wrong', { ...ALL, b: 'rhine' }, {}, 2 / 3, []],
    ['one left alone', { a: 'Paris', b: 'seine' }, {}, 2 / 3, []],
    ['one blank', { ...ALL, a: '   ' }, {}, 2 / 3, []],
    ['one right', { a: 'London', b: 'rhine', c: 'naïve Straße' }, {}, 1 / 3, []],
    ['nothing', {}, {}, 0, []],
    ['a near miss', { ...ALL, a: 'Parris' }, {}, 2 / 3, ['spelling']],
    [
      'two near misses are one remark',
      { a: 'Parris', b: 'seine', c: 'naive Strase' },
      {},
      1 / 3,
      ['spelling'],
    ],
    ['all or nothing', { ...ALL, b: 'rhine' }, { credit: 'all-or-nothing' }, 0, []],
    ['all of it', ALL, { credit: 'all-or-nothing' }, 1, []],
    ['the case counts', { ...ALL, a: 'paris' }, { strict: { case: true } }, 2 / 3, ['case']],
    ['the text of a menu is not its choice', { ...ALL, b: 'Seine' }, {}, 2 / 3, []],
    ['a choice that is gone', { ...ALL, b: 'gone' }, {}, 2 / 3, []],
    ['a blank that is gone', { ...ALL, gone: 'x' }, {}, 1, []],
    ['inherited names', { constructor: 'x', __proto__: 'y' }, {}, 0, []],
    ['half a character', { ...ALL, a: '\ud83d' }, {}, 2 / 3, []],
    ['a very long text', { ...ALL, a: 'Paris '.repeat(10_000) }, {}, 2 / 3, []],
  ])('%s', (_, fields, rest, credit, remarks) => {
    const grade = graded(fields, rest);
    expect(grade?.credit).toBe(credit);
    expect(grade?.remarks).toEqual(remarks);
    expect(clozeOutcomes({ ...QUESTION, ...rest })).toContain(credit);
  });

  test('only what was filled in is judged', () => {
    expect(graded({ a: 'Rome', b: 'seine' })?.parts).toEqual([
      { part: 'a', chosen: true, right: false },
      { part: 'b', chosen: true, right: true },
      { part: 'c', chosen: false, right: false },
    ]);
  });

  test('another shape is no answer', () => {
    expect(gradeCloze(QUESTION, { type: 'text', text: 'Paris' })).toBeUndefined();
  });
});

const TEXT = 'The capital of **France** is [[Paris|Lutetia]], on the [[Rhine|(Seine)|Loire]].';

describe('reading', () => {
  test('Markdown and YAML give the same, by the blanks alone', async () => {
    const page = await fromMarkdown('', TEXT);
    const quiz = await fromYaml({ prompt: TEXT });
    expect([page.findings, quiz.findings]).toEqual([[], []]);
    expect(unplaced(page.source)).toEqual(unplaced(quiz.source));
    expect(linked('cloze', page).blanks).toMatchObject([
      { kind: 'text', answers: ['Paris', 'Lutetia'] },
      {
        kind: 'menu',
        choices: [
          { text: 'Rhine', correct: false },
          { text: 'Seine', correct: true },
          { text: 'Loire', correct: false },
        ],
      },
    ]);
    expect(page.source.prompt.text).toBe('The capital of France is ____, on the ____.');
  });

  test('options say how it is graded, in both forms', async () => {
    const page = await fromMarkdown('credit=all-or-nothing match=case', TEXT);
    const quiz = await fromYaml({ prompt: TEXT, credit: 'all-or-nothing', match: 'case' });
    expect(linked('cloze', page)).toMatchObject({ credit: 'all-or-nothing', strict: { case: true } });
    expect(unplaced(page.source)).toEqual(unplaced(quiz.source));
  });

  test('each blank is known by its own place', async () => {
    const text = 'A `[[Tea]]` and [[Tea]] and\n\n- [[R&D]]\n- [[Tea]] [[two\n  lines]] \\[x\\] [[a\\*b]]';
    const { source } = await fromMarkdown('', text);
    const whole = `:::question{#q }\n${text}\n:::\n`;
    const places = source.type === 'cloze' ? source.blanks.map(({ span }) => [span.start, span.end]) : [];
    expect(places.map(([start, end]) => whole.slice(start, end))).toEqual([
      '[[Tea]]',
      '[[R&D]]',
      '[[Tea]]',
      '[[two\n  lines]]',
      '[[a\\*b]]',
    ]);
    expect(places[0]?.[0]).toBe(whole.indexOf('[[Tea]]', whole.indexOf('and')));
  });

  test('code, formulas and links keep their brackets', () => {
    const { html, occurrences } = takeApart(
      '<p>[[a]] <code>[[b]]</code> <a href="x > y">z</a> <math><mo>[[c]]</mo></math></p>',
    );
    expect(html).toBe(
      '<p><span data-blank="0"></span> <code>[[b]]</code> <a href="x > y">z</a> <math><mo>[[c]]</mo></math></p>',
    );
    expect(occurrences.map(({ content, isText }) => [content, isText])).toEqual([
      ['a', false],
      ['b', true],
      ['c', true],
    ]);
  });

  test('ids outlive other answers: a blank whose key was corrected is the same blank', async () => {
    const ids = async (text: string) =>
      linked('cloze', await fromMarkdown('', text)).blanks.map(({ id }) => id);
    const [one, two] = await ids('[[one]] and [[two]]');
    expect(await ids('[[1|I]] and [[two|2]]')).toEqual([one, two]);
    expect(new Set(await ids('[[one]] [[one]] [[one]]')).size).toBe(3);
  });

  test('blanks may stand in a numbered list, a table and a heading', async () => {
    const { source, findings } = await fromMarkdown(
      '',
      '### The [[Moon]]\n\n| a | b |\n| - | - |\n| [[x\\|y]] | z |\n\n1. [[w]]\n2. v',
    );
    expect(findings).toEqual([]);
    expect(source.type === 'cloze' && source.blanks.length).toBe(3);
  });

  test.each<[string, string, string[]]>([
    ['type=cloze', 'No blank, only `[[code]]`.', ['question/no-blanks: :::question{#q type=cloze}']],
    ['', 'The [[ ]] is [[a||b]].', ['question/empty-part: [[ ]]', 'question/empty-part: [[a||b]]']],
    [
      '',
      'The [[\u200b]] is [[a|\u0301]].',
      ['question/empty-part: [[\u200b]]', 'question/empty-part: [[a|\u0301]]'],
    ],
    [
      '',
      'It is [[(a)|\u2060]].',
      ['question/empty-part: [[(a)|\u2060]]', 'question/nothing-to-decide: [[(a)|\u2060]]'],
    ],
    ['', `The [[${'a'.repeat(201)}]].`, [`question/long-answer: [[${'a'.repeat(201)}]]`]],
    ['', `The [[${'a'.repeat(200)}]].`, []],
    ['', 'The [[one]] and [[**two**]].', ['question/broken-blank: [[']],
    ['', 'The [[one]] and [the [[two]]](x.md).', ['question/broken-blank: [[']],
    ['', 'It is [[(a)|(b)]].', ['question/nothing-to-decide: [[(a)|(b)]]']],
    ['', 'It is [[(a)]].', ['question/nothing-to-decide: [[(a)]]']],
    ['', 'It is [[(a)|b|b]].', ['question/duplicate-option: [[(a)|b|b]]']],
    ['', 'It is [[Paris|paris]].', ['question/repeated-answer: [[Paris|paris]]']],
  ])('%s %s', async (attributes, text, findings) => {
    expect((await fromMarkdown(attributes, text)).findings).toEqual(findings);
    if (attributes === '') expect((await fromYaml({ prompt: text })).findings).toEqual(findings);
  });
});

test('whatever stands in a prompt, each blank has its own place there', async () => {
  const piece = fc.constantFrom(
    ...[
      '[[',
      ']]',
      '[',
      ']',
      '|',
      '(',
      ')',
      '`',
      '$',
      '*',
      '**',
      '\\',
      '&amp;',
      '<b>',
      '</b>',
      '<a href="x>y">',
    ],
    ...['\n', '\n\n- ', ' ', 'Tea', 'is', '[[Tea]]', '[[a|(b)]]', '[x](y.md)', '\ud83d', '\u2066'],
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 25 }), async (pieces) => {
      const text = pieces.join('');
      const { source } = await fromMarkdown('type=cloze', text);
      if (source.type !== 'cloze') throw new Error(source.type);
      const whole = `:::question{#q type=cloze}\n${text}\n:::\n`;
      const places = source.blanks
        .map(({ span }) => [span.start, whole.slice(span.start, span.end)] as const)
        .filter(([, written]) => /^\[\[[^[]*\]\]$/.test(written));
      expect(new Set(places.map(([start]) => start)).size).toBe(places.length);
      expect((source.prompt.html.match(/data-blank=/g) ?? []).length).toBe(source.blanks.length);
      expect(new Set(source.blanks.map(({ id }) => id)).size).toBe(source.blanks.length);
    }),
    { numRuns: 300 },
  );
});

test('blanks that read alike are found in their order, however many there are', () => {
  const text = '[[a]] [[b]] '.repeat(50_000);
  const { occurrences } = takeApart(`<p>${text}</p>`);
  const places = locate(text, occurrences);
  expect(places.map((place) => place?.start)).toEqual(Array.from({ length: 100_000 }, (_, i) => i * 6));
});

test.each([
  ['In [[Paris]].', 'In <span class="blank-line">#0.</span>'],
  ['(the [[Seine]]), too', '(the <span class="blank-line">#0),</span> too'],
  ['([[a]]) and «[[b]] »', '<span class="blank-line">(#0)</span> and <span class="blank-line">«#1 »</span>'],
  ['[[a]] and [[b]]', '#0 and #1'],
  ['[[a]]&amp; more', '#0&amp; more'],
])('marks stay on the line of their blank: %s', (html, expected) => {
  expect(filled(takeApart(html).html, (blank) => `#${blank}`)).toBe(expected);
});
