import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionOf } from '../../src/edition/edition.ts';
import { editionText } from '../../src/edition/file.ts';
import { carriedNames, nextLock } from '../../src/edition/lock.ts';
import { readLock } from '../../src/load/lock.ts';
import { diagnose, loadCourse } from '../fixtures/harness/load.ts';

type Files = Record<string, string>;

const RYE = '# Rye\n\nFlour is mostly starch and a little protein: the more of it, the stronger the dough.\n';
const MILK = '# Milk\n\nMilk makes a tender crumb and a brown crust, for its sugar and its fat.\n';
const question = (id: string, prompt: string, more = '') => `  - id: ${id}
    prompt: ${prompt}
    ${more}options: [{ text: A night, correct: true, feedback: Yes. }, { text: An hour, feedback: No. }]
`;
const PROOF = question('proof', 'How long does a dough proof in a cold kitchen?', 'tags: [slow]\n    ');
const CRUST = question(
  'crust',
  'How long does a loaf keep its crust when the air is dry?',
  'tags: [crust]\n    ',
);
const course = (extra = '', items = '[rye, milk, test, again]') =>
  `id: bread\ntitle: Bread\n${extra}pathway: { type: linear, items: ${items} }\n`;
const FILES: Files = {
  'course.yaml': course(),
  'modules/rye.md': RYE,
  'modules/milk.md': MILK,
  'quizzes/loaf.yaml': `bank: true\nquestions:\n${PROOF}${CRUST}`,
  'quizzes/test.yaml': 'title: Test\nquestions:\n  - { draw: 1, from: loaf }\n',
  'quizzes/again.yaml': `title: Again\nquestions:\n  - { draw: 1, from: loaf }\n${question('own', 'When is bread done?')}`,
};

/** What the rules about editions find after an edit; null takes a file away. */
async function afterEdit(edit: Readonly<Record<string, string | null>>): Promise<string[]> {
  const before = await loadCourse(FILES);
  if (before.course === undefined) throw new Error('no course');
  const lock = nextLock(
    undefined,
    editionOf({ ...before, course: before.course }),
    carriedNames(before.editions),
  );
  const files = { ...FILES, 'course-lock.json': editionText(lock), ...edit };
  const kept = Object.entries(files).flatMap(([path, text]) =>
    text === null ? [] : [[path, text] as const],
  );
  const found = await diagnose(Object.fromEntries(kept));
  return found
    .filter(({ rule }) => /^edition\//.test(rule))
    .map(({ rule, message, help }) => `${rule} ${message} ${help}`);
}

describe('the rules about editions are silent', () => {
  it.each<[string, Readonly<Record<string, string | null>>]>([
    ['when nothing has changed', {}],
    ['when texts are reworded', { 'modules/rye.md': RYE.replace('mostly', 'for the most part') }],
    ['when items change places', { 'course.yaml': course('', '[milk, test, rye, again]') }],
    [
      'when a draw takes fewer questions',
      { 'quizzes/test.yaml': FILES['quizzes/test.yaml']?.replace('loaf }', 'loaf, tags: [slow] }') ?? '' },
    ],
    ['when a bank cannot be parsed', { 'quizzes/loaf.yaml': 'bank: true\nquestions: [\n' }],
    ['when a quiz cannot be parsed', { 'quizzes/again.yaml': 'title: "Again\n' }],
    ['when a page has the wrong ending', { 'modules/rye.md': null, 'modules/rye.markdown': RYE }],
    ['when the pathway cannot be read', { 'course.yaml': course('', '{ rye: milk }') }],
    [
      'when a page is renamed and course.yaml says so',
      {
        'course.yaml': course('renamed: { rye: grain }\n', '[grain, milk, test, again]'),
        'modules/rye.md': null,
        'modules/grain.md': RYE,
      },
    ],
    [
      'when it is written anew under a new name',
      {
        'course.yaml': course('renamed: { rye: oven }\n', '[oven, milk, test, again]'),
        'modules/rye.md': null,
        'modules/oven.md': '# Ovens\n\nPreheat, add steam, close quickly.\n',
      },
    ],
    [
      'when a name went through several editions',
      {
        'course.yaml': course('renamed: { rye: corn, corn: grain }\n', '[grain, milk, test, again]'),
        'modules/rye.md': null,
        'modules/grain.md': RYE,
      },
    ],
    [
      'when a bank is renamed',
      {
        'course.yaml': course('renamed: { loaf: loaves }\n'),
        'quizzes/loaf.yaml': null,
        'quizzes/loaves.yaml': FILES['quizzes/loaf.yaml'] ?? '',
        'quizzes/test.yaml': FILES['quizzes/test.yaml']?.replace('loaf', 'loaves') ?? '',
        'quizzes/again.yaml': FILES['quizzes/again.yaml']?.replace('from: loaf', 'from: loaves') ?? '',
      },
    ],
    [
      'when a question of a bank is renamed for all quizzes',
      {
        'course.yaml': course('renamed: { "loaf#crust": "loaf#dry-air" }\n'),
        'quizzes/loaf.yaml': (FILES['quizzes/loaf.yaml'] ?? '').replace('id: crust', 'id: dry-air'),
      },
    ],
    [
      'when it is retired',
      {
        'course.yaml': course('retired: ["loaf#crust"]\n'),
        'quizzes/loaf.yaml': `bank: true\nquestions:\n${PROOF}`,
      },
    ],
    [
      'when a quiz is retired with its questions',
      { 'course.yaml': course('retired: [again]\n', '[rye, milk, test]'), 'quizzes/again.yaml': null },
    ],
    [
      'when a renamed thing is retired later',
      {
        'course.yaml': course('renamed: { rye: grain }\nretired: [grain]\n', '[milk, test, again]'),
        'modules/rye.md': null,
      },
    ],
  ])('%s', async (_, edit) => {
    expect(await afterEdit(edit)).toEqual([]);
  });
});

describe('the rules about editions say once', () => {
  it('what became of a question that two quizzes draw', async () => {
    const [found, ...others] = await afterEdit({ 'quizzes/loaf.yaml': `bank: true\nquestions:\n${PROOF}` });
    expect(others).toEqual([]);
    expect(found).toContain('edition/missing The question `loaf#crust`');
    expect(found).toContain('`retired: [loaf#crust]`');
  });

  it('that a quiz is gone with its questions', async () => {
    const found = await afterEdit({
      'course.yaml': course('', '[rye, milk, test]'),
      'quizzes/again.yaml': null,
    });
    expect(found).toEqual([
      expect.stringContaining('The quiz `again` (“Again”) was published, with 3 questions, and is gone'),
    ]);
  });

  it('that the course is in another language, whatever its words are now', async () => {
    const found = await afterEdit({
      'course.yaml': course('language: de\n'),
      'modules/rye.md':
        '# Roggen\n\nMehl besteht vor allem aus Kraft, und je mehr davon, desto fester wird alles.\n',
      'modules/milk.md':
        '# Milch\n\nSie macht das Innere zart und die Kruste braun: Zucker und Fett tun das.\n',
      'quizzes/loaf.yaml': `bank: true\nquestions:\n${PROOF.replace(/prompt: .*/, 'prompt: Wie viel Zeit braucht ein Teig, wenn es kalt ist?')}${CRUST}`,
    });
    expect(found).toEqual([
      expect.stringMatching(
        /^edition\/translated The course was in English \(`en`\) and is in German.*No question is asked anew/,
      ),
    ]);
  });

  it('what a renamed thing is probably called, and what to write', async () => {
    const found = await afterEdit({
      'course.yaml': course('', '[grain, milk, test, again]'),
      'modules/rye.md': null,
      'modules/grain.md': RYE,
    });
    expect(found).toEqual([
      expect.stringContaining('Did you rename it to `grain`? Then write `renamed: { rye: grain }`'),
    ]);
  });
});

describe('a lock file', () => {
  it('may hold anything', () => {
    const line = fc.constantFrom(
      '{',
      '}',
      '"a": {},',
      '"__proto__": {"kind":"module","title":1}',
      '<<<<<<< a',
      '=======',
      '>>>>>>> b',
      '    "x": {"kind":"module","title":"t"},',
      '  "published": {',
      '\u2028',
      '"\\u0000": [',
    );
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.array(line).map((lines) => lines.join('\n')),
    );
    fc.assert(
      fc.property(text, (given) => {
        const { lock, findings } = readLock({ path: 'course-lock.json', text: given });
        expect(lock === undefined).toBe(findings.length > 0);
        for (const { span } of findings) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.start).toBeLessThanOrEqual(span.end);
          expect(span.end).toBeLessThanOrEqual(given.length);
        }
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
    );
  });

  it.each<[string, string, string, number]>([
    ['an unclosed text', '{\n  "format": "cour\n}\n', 'syntax', 2],
    ['a missing comma', '{\n  "format": "coursewright-edition"\n  "version": 1\n}\n', 'syntax', 2],
    ['a comma too many', '{\n  "format": "coursewright-edition",\n}\n', 'syntax', 2],
    ['marks of a merge', '{\n<<<<<<< HEAD\n}\n', 'conflict', 2],
    ['another file', '[]', 'format', 1],
  ])('%s is shown at its line', (_, text, problem, line) => {
    const [finding] = readLock({ path: 'course-lock.json', text }).findings;
    expect(finding?.args).toEqual({ problem });
    expect(text.slice(0, finding?.span.start).split('\n')).toHaveLength(line);
  });
});

it('says which line to take away when an old name is taken back', async () => {
  const found = await diagnose({
    ...FILES,
    'course.yaml': course('renamed: { rye: barley, barley: rye }\n'),
  });
  const [only, ...others] = found.filter(({ rule }) => rule.startsWith('edition/'));
  expect(others).toEqual([]);
  expect(only).toMatchObject({ rule: 'edition/renamed-in-use' });
  expect(only?.help).toBe('Take the line `rye: barley` away: the line `barley: rye` is enough.');
});

describe('what is gone without a word is shown where it was', () => {
  const NESTED = `id: bread
title: Bread
badges:
  baker: { title: Baker, when: { completed: rye } }
  miller: { title: Miller, when: { completed: milk } }
pathway:
  type: linear
  items:
    - rye
    - id: dough
      title: Dough
      type: linear
      items: [milk, test]
    - id: loaves
      title: Loaves
      type: linear
      # In turn.
      items:
        - again
`;
  it.each<[string, Readonly<Record<string, string | null>>, string, string]>([
    [
      'a module',
      {
        'modules/milk.md': null,
        'course.yaml': NESTED.replace('milk, test', 'test').replace('milk }', 'rye }'),
      },
      'items: [test]',
      'gone from the section “Dough”',
    ],
    [
      'a quiz',
      { 'quizzes/test.yaml': null, 'course.yaml': NESTED.replace('[milk, test]', '[milk]') },
      'items: [milk]',
      'gone from the section “Dough”',
    ],
    [
      'a section',
      { 'quizzes/again.yaml': null, 'course.yaml': NESTED.replace(/ {4}- id: loaves[\s\S]*/, '') },
      'items:\n    - rye',
      'gone from the pathway',
    ],
    ['a badge', { 'course.yaml': NESTED.replace(/ {2}miller.*\n/, '') }, 'badges:', 'and is gone:'],
    [
      'a question',
      { 'quizzes/again.yaml': 'title: Again\nquestions:\n  - { draw: 1, from: loaf }\n' },
      'Again',
      'gone from the quiz “Again”',
    ],
  ])('%s', async (_, edit, place, words) => {
    const before = await loadCourse({ ...FILES, 'course.yaml': NESTED });
    if (before.course === undefined) throw new Error('no course');
    const lock = editionText(editionOf({ ...before, course: before.course }));
    const files = Object.entries({ ...FILES, 'course.yaml': NESTED, 'course-lock.json': lock, ...edit });
    const kept = Object.fromEntries(files.flatMap(([path, text]) => (text === null ? [] : [[path, text]])));
    const found = (await diagnose(kept)).filter(({ rule }) => rule === 'edition/missing');
    expect(found.map(({ message }) => message)).toContainEqual(expect.stringContaining(words));
    const [finding] = found.filter(({ message }) => message.includes(words));
    expect(kept[finding?.file ?? '']?.slice(finding?.start.offset).startsWith(place)).toBe(true);
  });
});

describe('a page with another file name', () => {
  const renamedIn = async (edit: Readonly<Record<string, string | null>>) => {
    const files = {
      ...FILES,
      'course.yaml': course('badges: { b: { title: B, when: { completed: rye } } }\n'),
      'modules/milk.md': `${MILK}\nAs in [rye](rye.md).\n`,
    };
    const before = await loadCourse(files);
    if (before.course === undefined) throw new Error('no course');
    const lock = editionText(editionOf({ ...before, course: before.course }));
    const all = Object.entries({
      ...files,
      'modules/rye.md': null,
      'modules/grain.md': RYE,
      'course-lock.json': lock,
      ...edit,
    });
    const found = await diagnose(
      Object.fromEntries(all.flatMap(([path, text]) => (text === null ? [] : [[path, text]]))),
    );
    return found
      .filter(({ severity }) => severity === 'error')
      .map(({ rule, message, help }) => `${rule} ${message} ${help}`);
  };

  it('is told of in one run, wherever it is named', async () => {
    expect((await renamedIn({})).sort()).toEqual([
      expect.stringMatching(/^edition\/missing .*Did you rename it to `grain`\?/),
      expect.stringMatching(/^link\/missing-target /),
      expect.stringMatching(/^pathway\/unknown-item .*Did you mean `grain`\?/),
      expect.stringMatching(/^reference\/unknown .*Did you mean `grain`\?/),
    ]);
  });

  it('is suggested wherever its old name stands, once course.yaml says so', async () => {
    const named =
      'renamed: { rye: corn, corn: grain }\nbadges: { b: { title: B, when: { completed: rye } } }\n';
    expect((await renamedIn({ 'course.yaml': course(named, '[grain, milk, test, again]') })).sort()).toEqual([
      expect.stringMatching(/^link\/missing-target .*Did you mean `grain.md`\?/),
      expect.stringMatching(/^reference\/unknown .*Did you mean `grain`\?/),
    ]);
  });
});
