import { createColors } from 'picocolors';
import { beforeAll, describe, expect, it } from 'vitest';
import { diff, type EditionDiff, type NameDiff, type Published } from '../../src/edition/diff.ts';
import { diffText } from '../../src/edition/diff-text.ts';
import { nameWords } from '../../src/edition/diff-words.ts';
import { companions, gist } from '../../src/edition/gist.ts';
import { nextLock, withPast } from '../../src/edition/lock.ts';
import { ruleContext, ruleWords } from '../../src/edition/rule-words.ts';
import type { Edition, EditionEntry } from '../../src/model/edition.ts';
import { BREAD, changed, type Files, published } from './published.ts';

type Changes = Parameters<typeof changed>[1];

let old: Awaited<ReturnType<typeof published>>;
beforeAll(async () => {
  old = await published(BREAD);
});

async function compared(changes: Changes): Promise<EditionDiff> {
  return diff(old, await published(changed(BREAD, changes)));
}

/** What is not just kept: `verdict name`, with the new name where there is one. */
function told({ names }: EditionDiff): string[] {
  return names
    .filter(({ verdict }) => verdict !== 'kept')
    .map((each) => {
      const to = 'to' in each && each.to !== undefined && each.to !== each.name ? ` → ${each.to}` : '';
      return `${each.verdict} ${each.name}${to}`;
    });
}

const one = (found: EditionDiff, name: string): NameDiff => {
  const each = found.names.find((other) => other.name === name);
  if (!each) throw new Error(`${name} is not told of`);
  return each;
};

const append = (yaml: string) => [['    - final\n', `    - final\n${yaml}`]] as const;

describe('what became of each name', () => {
  const cases: readonly (readonly [edit: string, changes: Changes, expected: readonly string[]])[] = [
    ['nothing', {}, []],
    [
      'words of a page and a title',
      {
        'modules/kneading.md': [
          ['Kneading lines up the gluten.', 'Kneading puts the gluten in line.'],
          ['title: Kneading', 'title: Kneading by hand'],
        ],
      },
      [],
    ],
    [
      'a page written anew under its title',
      {
        'modules/kneading.md':
          '---\ntitle: Kneading\n---\n\nAll that was said here is said in a video now, which leaves nothing to read on this page at all.\n',
      },
      [],
    ],
    ['emphasis in a question', { 'quizzes/check.yaml': [['do to the gluten', 'do to the *gluten*']] }, []],
    [
      'a corrected key',
      {
        'quizzes/check.yaml': [
          ['It lines it up, correct: true }', 'It lines it up }'],
          ['It burns it away }', 'It burns it away, correct: true }'],
        ],
      },
      ['regraded check#gluten'],
    ],
    ['a number corrected', { 'quizzes/check.yaml': [['answer: 20', 'answer: 18']] }, ['regraded check#salt']],
    [
      'a question reworded, with the same key',
      { 'quizzes/check.yaml': [['What does kneading do to', 'What does good kneading do to']] },
      [],
    ],
    [
      'a question reworded, with another right answer',
      {
        'quizzes/check.yaml': [
          ['What does kneading do to', 'What does good kneading do to'],
          ['It lines it up, correct: true', 'It puts it in line, correct: true'],
        ],
      },
      ['reopened check#gluten'],
    ],
    [
      'a question of that name about something else',
      {
        'quizzes/check.yaml': [
          [
            'prompt: What does kneading do to the gluten in the dough?',
            'prompt: Which animals pollinate the wild orchids of Madagascar?',
          ],
          ['It lines it up, correct: true', 'Moths with a tongue of thirty centimetres, correct: true'],
          ['It dissolves it in the water', 'Honeyeaters that hover before the blossom'],
          ['It burns it away', 'Fruit bats, on nights without a moon'],
        ],
      },
      ['reused check#gluten'],
    ],
    [
      'a page of that name about something else',
      {
        'modules/kneading.md':
          '---\ntitle: Orchids\n---\n\nThe orchids of Madagascar have spurs as long as an arm. Charles Darwin foretold the moth that drinks from them.\n',
      },
      ['reused kneading'],
    ],
    [
      'a page under another name',
      {
        'course.yaml': [['[kneading, check]', '[folding, check]']],
        'modules/kneading.md': null,
        'modules/folding.md': BREAD['modules/kneading.md'] ?? '',
        'quizzes/check.yaml': [['[kneading]', '[folding]']],
      },
      ['missing kneading', 'new folding'],
    ],
    [
      'a page under another name, by renamed',
      {
        'course.yaml': [
          ['[kneading, check]', '[folding, check]'],
          ...append('renamed: { kneading: folding }\n'),
        ],
        'modules/kneading.md': null,
        'modules/folding.md': BREAD['modules/kneading.md'] ?? '',
        'quizzes/check.yaml': [['[kneading]', '[folding]']],
      },
      ['renamed kneading → folding'],
    ],
    [
      'a renamed quiz takes its questions along',
      {
        'course.yaml': [
          ['[kneading, check]', '[kneading, test]'],
          ['passed: check', 'passed: test'],
          ...append('renamed: { check: test }\n'),
        ],
        'quizzes/check.yaml': null,
        'quizzes/test.yaml': BREAD['quizzes/check.yaml'] ?? '',
      },
      ['renamed check → test', 'renamed check#gluten → test#gluten', 'renamed check#salt → test#salt'],
    ],
    [
      'a renamed quiz takes along what it draws from a bank',
      {
        'course.yaml': [['    - final\n', '    - last\nrenamed: { final: last }\n']],
        'quizzes/final.yaml': null,
        'quizzes/last.yaml': BREAD['quizzes/final.yaml'] ?? '',
      },
      [
        'renamed final → last',
        'renamed final#pool/crumb → last#pool/crumb',
        'renamed final#pool/crust → last#pool/crust',
      ],
    ],
    [
      'a quiz under another name misses what it drew as well: no draw was taken away',
      {
        'course.yaml': [['    - final\n', '    - last\n']],
        'quizzes/final.yaml': null,
        'quizzes/last.yaml': BREAD['quizzes/final.yaml'] ?? '',
      },
      [
        'missing final',
        'missing final#pool/crumb',
        'missing final#pool/crust',
        'new last',
        'new last#pool/crumb',
        'new last#pool/crust',
      ],
    ],
    [
      'a renamed question with another key',
      {
        'course.yaml': append('renamed: { "check#salt": "check#grams" }\n'),
        'quizzes/check.yaml': [
          ['id: salt', 'id: grams'],
          ['answer: 20', 'answer: 18'],
        ],
      },
      ['regraded check#salt → check#grams'],
    ],
    [
      'a question of a bank, renamed there',
      {
        'course.yaml': append('renamed: { "pool#crust": "pool#shine" }\n'),
        'quizzes/pool.yaml': [['id: crust', 'id: shine']],
      },
      ['renamed final#pool/crust → final#pool/shine'],
    ],
    [
      'a retired page',
      {
        'course.yaml': [['    - flour\n', ''], ...append('retired: [flour]\n')],
        'modules/flour.md': null,
      },
      ['retired flour', 'retired flour#protein'],
    ],
    [
      'a page that is gone',
      { 'course.yaml': [['    - flour\n', '']], 'modules/flour.md': null },
      ['missing flour', 'missing flour#protein'],
    ],
    [
      'a badge and a competency under other names',
      {
        'course.yaml': [
          ['  baker: {', '  miller: {'],
          ['  dough: {', '  hands: {'],
        ],
        'modules/flour.md': [['competency=dough', 'competency=hands']],
        'quizzes/check.yaml': [['competency: dough', 'competency: hands']],
      },
      ['missing badge:baker', 'missing competency:dough', 'new badge:miller', 'new competency:hands'],
    ],
    [
      'a quiz that was a page',
      {
        'modules/kneading.md': null,
        'quizzes/kneading.yaml':
          'title: Kneading\nquestions:\n  - { id: a, prompt: Is it fun?, answer: true, type: true-false }\n',
      },
      ['reused kneading', 'new kneading#a'],
    ],
    [
      'more work in a section',
      {
        'course.yaml': [['[kneading, check]', '[kneading, resting, check]']],
        'modules/resting.md': '---\ntitle: Resting\n---\n\nLet it rest.\n',
      },
      ['reopened pathway', 'reopened basics', 'new resting'],
    ],
    [
      'optional work in a section',
      {
        'course.yaml': [['[kneading, check]', '[kneading, { item: resting, optional: true }, check]']],
        'modules/resting.md': '---\ntitle: Resting\n---\n\nLet it rest.\n',
      },
      ['new resting'],
    ],
    [
      'an option that is gone',
      {
        'course.yaml': [
          ['        - { id: wheat, title: Wheat, items: [wheat-bread] }\n', ''],
          ...append('retired: [wheat, wheat-bread]\n'),
        ],
        'modules/wheat-bread.md': null,
      },
      ['reopened pathway', 'reopened loaves', 'retired wheat', 'retired wheat-bread'],
    ],
    [
      'one more option',
      {
        'course.yaml': [
          [
            '        - { id: wheat',
            '        - { id: oats, title: Oats, items: [oat-bread] }\n        - { id: wheat',
          ],
        ],
        'modules/oat-bread.md': '---\ntitle: Oat bread\n---\n\nOats.\n',
      },
      ['new oats', 'new oat-bread'],
    ],
  ];

  it.each(cases)('%s', async (_, changes, expected) => {
    expect(told(await compared(changes)).sort()).toEqual([...expected].sort());
  });

  it('gives each section its own reason to wait, and those around it the section', async () => {
    const found = await compared({ 'course.yaml': [['choose: 1', 'choose: 2']] });
    expect(one(found, 'loaves')).toMatchObject({ verdict: 'reopened', why: { type: 'more', count: 2 } });
    expect(one(found, 'pathway')).toMatchObject({
      verdict: 'reopened',
      why: { type: 'waits', items: ['loaves'] },
    });
  });

  it('tells of marks by a list of names, and of nothing else that it does not know', async () => {
    const { course: _, questions: __, ...listed } = old;
    const now = await published(
      changed(BREAD, {
        'quizzes/check.yaml': [['pass: 60%\nattempts: 3', 'pass: 80%\nattempts: 2']],
        'course.yaml': [
          ['choose: 1', 'choose: 2'],
          ['mastery: 80%', 'mastery: 90%'],
        ],
      }),
    );
    const found = diff(listed, now);
    expect(found.marksOnly).toBe(true);
    expect(found.rules).toEqual([
      { type: 'pass', item: 'check', was: 0.6, is: 0.8 },
      { type: 'attempts', item: 'check', was: 3, is: 2, exhausted: 'review' },
      { type: 'mastery', competency: 'dough', was: 0.8, is: 0.9 },
    ]);
    expect(gist(diff(listed, old))).toMatch(/as far as ids, questions and answer keys go, and pass marks/);
    expect(gist(diff(old, old))).toContain('Nothing changes for those who have started.');
    const unmarked = [...old.edition.entries].map(([name, entry]) => {
      const { rules: ___, ...rest } = { rules: undefined, ...entry };
      return [name, rest] as const;
    });
    const older = diff({ ...listed, edition: { ...old.edition, entries: new Map(unmarked) } }, now);
    expect(older.rules).toBeUndefined();
    expect(gist(older)).toContain(
      'Nothing changes for those who have started, as far as ids, questions and answer keys go.',
    );
  });

  it('takes another id of the course for the loss of everything', async () => {
    const found = await compared({ 'course.yaml': [['id: bread', 'id: loaf']] });
    expect(found.otherCourse).toEqual({ was: 'bread', is: 'loaf' });
    expect(gist(found)).toContain('Everybody loses everything');
  });

  it('remembers nothing of what is gone by an old lock', async () => {
    const entries = new Map(old.edition.entries);
    entries.set('older', { kind: 'module', title: 'Older', gone: 'retired' });
    const locked: Published = {
      edition: { ...old.edition, entries },
      renamed: new Map(),
      retired: new Set(),
    };
    expect(told(diff(locked, old))).toEqual([]);
  });
});

describe('who gains by a corrected key', () => {
  const gainsOf = async (changes: Changes, name: string) => {
    const found = one(await compared(changes), name);
    return found.verdict === 'regraded' ? found.gains : undefined;
  };

  it('names the option, and who keeps what the old key gave', async () => {
    const gains = await gainsOf(
      {
        'quizzes/check.yaml': [
          ['It lines it up, correct: true }', 'It lines it up }'],
          ['It burns it away }', 'It burns it away, correct: true }'],
        ],
      },
      'check#gluten',
    );
    expect(gains).toEqual({
      gain: [{ text: 'It burns it away', was: 0, is: 1 }],
      keep: [{ text: 'It lines it up', was: 1, is: 0 }],
      complete: true,
    });
  });

  it('names what was typed', async () => {
    const gains = await gainsOf({ 'quizzes/check.yaml': [['answer: 20', 'answer: [20, 18]']] }, 'check#salt');
    expect(gains).toEqual({ gain: [{ text: '18', was: 0, is: 1 }], keep: [], complete: false });
  });
});

describe('names that are probably meant', () => {
  it('is sure of a page with the same text, and says why', async () => {
    const found = one(
      await compared({
        'course.yaml': [['[kneading, check]', '[folding, check]']],
        'modules/kneading.md': null,
        'modules/folding.md': BREAD['modules/kneading.md'] ?? '',
        'quizzes/check.yaml': [['[kneading]', '[folding]']],
      }),
      'kneading',
    );
    expect(found).toMatchObject({
      verdict: 'missing',
      likely: { to: 'folding', sure: true, because: [{ type: 'text', likeness: 1 }, { type: 'title' }] },
    });
  });

  it('is sure of a question that moved to another page', async () => {
    const [page = '', question = ''] = (BREAD['modules/flour.md'] ?? '').split(/(?=:::question)/);
    const found = one(
      await compared({
        'modules/flour.md': page,
        'modules/kneading.md': `${BREAD['modules/kneading.md']}\n${question}`,
      }),
      'flour#protein',
    );
    expect(found).toMatchObject({
      likely: {
        to: 'kneading#protein',
        sure: true,
        because: [{ type: 'asks' }, { type: 'spelling', same: true }],
      },
    });
  });

  it('has nothing to say of a page that has nothing in common with the new ones', async () => {
    const found = one(
      await compared({
        'course.yaml': [['[kneading, check]', '[orchids, check]']],
        'modules/kneading.md': null,
        'quizzes/check.yaml': [['[kneading]', '[orchids]']],
        'modules/orchids.md':
          '---\ntitle: Orchids\n---\n\nMoths with long tongues visit the white orchids of Madagascar by night.\n',
      }),
      'kneading',
    );
    expect(found).not.toHaveProperty('likely');
  });

  it('is not sure between two that are equally near', async () => {
    const text = BREAD['modules/kneading.md'] ?? '';
    const found = one(
      await compared({
        'course.yaml': [['[kneading, check]', '[fold-a, fold-b, check]']],
        'modules/kneading.md': null,
        'modules/fold-a.md': text,
        'modules/fold-b.md': text,
        'quizzes/check.yaml': [['[kneading]', '[fold-a]']],
      }),
      'kneading',
    );
    expect(found).toMatchObject({ likely: { sure: false } });
  });
});

describe('rules that changed, for those in the middle', () => {
  const cases: readonly (readonly [changes: Changes, expected: RegExp])[] = [
    [
      { 'quizzes/check.yaml': [['pass: 60%', 'pass: 80%']] },
      /^The pass mark of “Basics check” is 80.%, up from 60.%\. Who passed stays passed;/,
    ],
    [
      { 'quizzes/check.yaml': [['pass: 60%', 'pass: 50%']] },
      /down from 60.%\. Whoever reached 50.% has passed now\./,
    ],
    [
      { 'quizzes/check.yaml': [['attempts: 3', 'attempts: 2']] },
      /has 2 attempts; there were 3\. Attempts made count/,
    ],
    [{ 'quizzes/check.yaml': [['attempts: 3\nexhausted: review\n', '']] }, /are not limited any more/],
    [
      { 'quizzes/check.yaml': [['exhausted: review', 'exhausted: continue']] },
      /may go on all the same now; before, they go through the review/,
    ],
    [
      { 'quizzes/check.yaml': [['pass: 60%', 'pass: 60%\ntime: 20']] },
      /has a limit of 20 min; before, no limit of time/,
    ],
    [
      { 'quizzes/final.yaml': [['draw: 1', 'draw: 2']] },
      /An attempt at “Final” asks 2 questions; it asked 1 of 2 questions/,
    ],
    [
      { 'modules/kneading.md': [['title: Kneading', 'title: Kneading\ndone: manual']] },
      /is finished by marking it as done; it was finished by going on from its end/,
    ],
    [
      { 'course.yaml': [['    - flour\n', '    - { item: flour, optional: true }\n']] },
      /“Flour” is optional now/,
    ],
    [
      { 'course.yaml': [['    - final\n', '    - { item: final, requires: { completed: kneading } }\n']] },
      /What opens “Final” is “you have finished ‘Kneading’”/,
    ],
    [
      { 'course.yaml': [['    - final\n', '    - { item: final, requires: { after: 2030-05-01 } }\n']] },
      /1 May 2030/,
    ],
    [
      {
        'course.yaml': [
          ['    - flour\n', ''],
          ['[kneading, check]', '[flour, kneading, check]'],
        ],
      },
      /“Flour” has moved from “Bread” to “Basics”/,
    ],
    [
      { 'course.yaml': [['choose: 1', 'choose: 2']] },
      /asks for 2 options; it asked for 1\. Who was through has more to choose/,
    ],
    [{ 'course.yaml': [['choose: 1', 'choose: 1\n      switch: true']] }, /may change their mind now/],
    [
      { 'course.yaml': [['type: hurdles', 'type: random-access']] },
      /“Basics” is open in any order now; it was linear with hurdles/,
    ],
    [{ 'course.yaml': [['[kneading, check]', '[check, kneading]']] }, /“Basics” has another order/],
    [
      { 'course.yaml': [['mastery: 80%', 'mastery: 90%']] },
      /“Handle dough” is mastered from 90.% on, instead of 80/,
    ],
    [{ 'course.yaml': [['passed: check', 'completed: basics']] }, /^The badge “Baker” hangs on/],
    [
      { 'course.yaml': [['    - final\n', '    - { item: final, points: 70 }\n']] },
      /“Final” gives 70 points instead of/,
    ],
    [
      {
        'course.yaml': [['    - flour\n', '    - grain\n    - flour\n']],
        'modules/grain.md': '---\ntitle: Grain\n---\n\nGrain.\n',
      },
      /“Grain”: new and required before “Flour”, “Basics”, and “Loaves” and what follows\. Who has opened those keeps them open/,
    ],
    [
      {
        'course.yaml': [['        - { id: wheat, title: Wheat, items: [wheat-bread] }\n', '']],
      },
      /“Wheat” cannot be taken in “Loaves” any more/,
    ],
  ];

  it.each(cases)('%#', async (changes, expected) => {
    const now = await published(changed(BREAD, changes));
    const date = (at: number) =>
      new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(at);
    const { rules = [] } = diff(old, now);
    const texts = rules.map((change) => ruleWords(change, ruleContext(old, now, date)));
    expect(
      texts.filter((text) => expected.test(text)),
      texts.join('\n'),
    ).toHaveLength(1);
  });

  it('follows renamed names in conditions', async () => {
    const found = await compared({
      'course.yaml': [
        ['[kneading, check]', '[kneading, test]'],
        ['passed: check', 'passed: test'],
        ...append('renamed: { check: test }\n'),
      ],
      'quizzes/check.yaml': null,
      'quizzes/test.yaml': BREAD['quizzes/check.yaml'] ?? '',
    });
    expect(found.rules).toEqual([]);
  });
});

it.each(['badge', 'module', 'section'] as const)(
  'tells of very many %ss in a time that grows with them',
  (kind) => {
    const many = (prefix: string): Published => ({
      edition: {
        course: 'bread',
        title: 'Bread',
        entries: new Map(
          Array.from({ length: 60_000 }, (_, i): [string, EditionEntry] => [
            `${prefix}${i}`,
            { kind, title: `T${i % 50_000}` },
          ]),
        ),
      },
      renamed: new Map(),
      retired: new Set(),
    });
    // Each compared with each would take minutes.
    const found = diff(many('old'), many('new'));
    expect(found.names.filter(({ verdict }) => verdict === 'missing')).toHaveLength(60_000);
    // Two have this title.
    expect(found.names[0]).toMatchObject({ likely: { because: [{ type: 'title' }], sure: false } });
    expect(found.names[30_000]).toMatchObject({ likely: { to: 'new30000', sure: true } });
    expect(gist(found)).toContain('60000 names are gone');
    expect(companions(found)('missing', 'old1')).toBe(0);
  },
);

describe('ids that changed their places', () => {
  const question = (id: string, prompt: string) =>
    `  - id: ${id}\n    type: short-text\n    prompt: ${prompt}\n    answer: yes\n`;
  const YEAST = 'Which living thing makes the dough of a wheat bread rise in the first hour?';
  const SALT = 'Name the white mineral from the sea, of which bakers take two percent?';
  const quiz = (...questions: string[]) => ({
    'quizzes/check.yaml': `title: Check\nquestions:\n${questions.join('')}`,
  });
  const edition = (files: ReturnType<typeof quiz>, extra = ''): Promise<Published> =>
    published({
      ...files,
      'course.yaml': `id: c\ntitle: C\n${extra}pathway: { type: linear, items: [check] }\n`,
    });
  const words = (found: EditionDiff, name: string) =>
    nameWords(one(found, name), { title: String, written: String });

  it('are to be swapped back', async () => {
    const found = diff(
      await edition(quiz(question('q1', YEAST), question('q2', SALT))),
      await edition(quiz(question('q1', SALT), question('q2', YEAST))),
    );
    expect(one(found, 'check#q1')).toMatchObject({ verdict: 'reused', swapped: 'check#q2' });
    expect(words(found, 'check#q2')).toBe(
      'It and `check#q1` changed places: each name stands for what the other stood for. Swap the two names back.',
    );
  });

  it('take their questions along: nothing is proposed for these', async () => {
    const found = await compared({
      'modules/flour.md': BREAD['modules/kneading.md'] ?? '',
      'modules/kneading.md': BREAD['modules/flour.md'] ?? '',
    });
    expect(one(found, 'flour')).toMatchObject({ verdict: 'reused', swapped: 'kneading' });
    const question = one(found, 'flour#protein');
    expect(question).toMatchObject({ verdict: 'missing', along: true });
    expect(question).not.toHaveProperty('likely');
  });

  it('are not said to be when only one of them moved', async () => {
    const found = diff(
      await edition(quiz(question('q1', YEAST), question('q2', SALT))),
      await edition(
        quiz(question('q1', SALT), question('q2', 'How do you bake cookies in a van on an island?')),
      ),
    );
    expect(one(found, 'check#q1')).not.toHaveProperty('swapped');
  });

  it('are one when one is renamed to the other: nobody is asked anew', async () => {
    const found = diff(
      await edition(quiz(question('q1', YEAST), question('q2', SALT))),
      await edition(quiz(question('q1', YEAST)), 'renamed: { "check#q2": "check#q1" }\n'),
    );
    expect(words(found, 'check#q2')).toBe(
      'It is one with `check#q1` now: who answered either has the credit.',
    );
    expect(gist(found)).not.toContain('anew');
  });
});

describe('an id that was gone', () => {
  it('may be retired under a name that it had on its way', async () => {
    const found = await compared({
      'course.yaml': [
        [
          'id: bread\n',
          'id: bread\nrenamed: { "check#salt": "check#grams", check: test }\nretired: ["check#grams"]\n',
        ],
        ['items: [kneading, check]', 'items: [kneading, test]'],
        ['passed: check', 'passed: test'],
      ],
      'quizzes/check.yaml': null,
      'quizzes/test.yaml': (BREAD['quizzes/check.yaml'] ?? '').replace(/ {2}- id: salt.*$/s, ''),
    });
    expect(told(found)).toEqual(expect.arrayContaining(['renamed check → test', 'retired check#salt']));
    expect(found.names.filter(({ verdict }) => verdict === 'missing')).toEqual([]);
  });

  const OVENS =
    '---\ntitle: Ovens\n---\n\nThrough the ages people baked on stones, in pits and in towers of clay.\n';
  const without: Changes = {
    'course.yaml': [
      ['id: bread\n', 'id: bread\nretired: [kneading]\n'],
      ['items: [kneading, check]', 'items: [check]'],
    ],
    'modules/kneading.md': null,
    'quizzes/check.yaml': [['review: [kneading]', 'review: [flour]']],
  };

  it.each<[string, string, string]>([
    ['something else', OVENS, 'reused'],
    ['the same again', BREAD['modules/kneading.md'] ?? '', 'new'],
  ])('is judged when it stands for %s', async (_, text, verdict) => {
    const retired = await published(changed(BREAD, without));
    const carried = { renamed: retired.renamed, retired: retired.retired };
    const lock = nextLock(old.edition, retired.edition, carried);
    const found = diff(
      { ...retired, edition: lock },
      await published(changed(BREAD, { 'modules/kneading.md': text })),
    );
    expect(one(found, 'kneading')).toMatchObject({ verdict });
  });
});

it('does not say that work is kept where the course has another id', async () => {
  const found = await compared({ 'course.yaml': [['id: bread', 'id: cake']] });
  const palette = createColors(false);
  const text = diffText(found, {
    width: 80,
    palette,
    all: false,
    old: 'old',
    now: 'now',
    place: () => undefined,
    words: ruleContext(old, old, String),
  });
  expect(text).toContain('Everybody loses everything');
  expect(text).not.toContain('with all that was done');
});

describe('a course that was translated in place', () => {
  const GERMAN: Changes = {
    'course.yaml': [['title: Bread\n', 'title: Brot\nlanguage: de\n']],
    'modules/kneading.md':
      '---\ntitle: Falten\n---\n\nDurch das Dehnen ordnet sich das Eiweiß. Drücke den Teig mit dem Handballen weg, falte ihn, drehe ihn weiter.\n',
    'modules/rye-bread.md':
      '---\ntitle: Roggenbrot\n---\n\nRoggen will Sauerteig: Die Säure hindert Enzyme daran, alle Stärke zu fressen.\n',
    'modules/wheat-bread.md':
      '---\ntitle: Weizenbrot\n---\n\nWeizen verzeiht viel: Hefe, Wasser, eine Prise Geduld, mehr braucht niemand.\n',
    'quizzes/check.yaml': [
      ['title: Basics check', 'title: Grundlagen'],
      ['What does kneading do to the gluten in the dough?', 'Was bewirkt das Dehnen beim Eiweiß im Teig?'],
      ['It lines it up', 'Es ordnet sich'],
      ['It dissolves it in the water', 'Es löst sich auf'],
      ['It burns it away', 'Es verschwindet'],
      [
        'How many grams of salt go with a kilogram of flour?',
        'Wie viel Gramm Salz kommen zu einem Kilo Mehl?',
      ],
    ],
  };

  it('keeps what its ids name, and asks anew only where the key is in words', async () => {
    const found = await compared(GERMAN);
    expect(found.translation).toEqual({ was: 'en', is: 'de' });
    expect(told(found)).toEqual(['reopened check#gluten']);
    expect(one(found, 'check#salt')).toMatchObject({ verdict: 'kept', reworded: true });
    expect(gist(found)).toContain(
      'Nobody loses anything. The course was in English (`en`) and is in German (`de`) now, so ids are taken at their word. 1 question is asked anew',
    );
  });

  it.each<[string, string, string | undefined]>([
    ['in a region of its language', 'en-GB', 'en'],
    ['where the old language is not known', 'de', undefined],
  ])('is judged by its words %s', async (_, tag, before) => {
    const { language: __, ...edition } = old.edition;
    const was = { ...old, edition: { ...edition, ...(before !== undefined && { language: before }) } };
    const files = {
      ...GERMAN,
      'course.yaml': [['title: Bread\n', `title: Brot\nlanguage: ${tag}\n`]] as const,
    };
    const found = diff(was, await published(changed(BREAD, files)));
    expect(found.translation).toBeUndefined();
    expect(told(found)).toEqual(expect.arrayContaining(['reused kneading', 'reused check#gluten']));
  });
});

describe('the first sentence', () => {
  const RULES = { 'quizzes/check.yaml': [['attempts: 3', 'attempts: 1']] } as const;
  it.each<[string, Changes, string]>([
    [
      'another course: what is kept there is nobody’s',
      {
        'course.yaml': [['id: bread', 'id: loaves-of-bread']],
        'quizzes/check.yaml': [['answer: 20', 'answer: 18']],
      },
      'Everybody loses everything: the id of the course was `bread` and is `loaves-of-bread`, and progress is kept under it.',
    ],
    [
      'another thing under the same name',
      {
        'modules/flour.md':
          '---\ntitle: History of ovens\n---\n\nThe Romans baked in domes of clay, heated by burning wood inside until the walls glowed.\n',
        'course.yaml': [['badges:', 'retired: [flour#protein]\nbadges:']],
      },
      'Learners get credit for what they never saw: 1 name stands for something else now. 1 retired. 1 rule changed for those in the middle; what was passed or done stays so.',
    ],
    [
      'fewer attempts',
      RULES,
      'Nobody loses what was done, but some may have no attempt left at “Basics check”. 1 rule changed for those in the middle; what was passed or done stays so.',
    ],
    [
      'more attempts',
      { 'quizzes/check.yaml': [['attempts: 3', 'attempts: 5']] },
      'Nobody loses anything. 1 rule changed for those in the middle; what was passed or done stays so.',
    ],
  ])('%s', async (_, changes, expected) => {
    expect(gist(await compared(changes))).toBe(expected);
  });

  it('says what becomes of those who have used fewer attempts', async () => {
    const now = await published(changed(BREAD, RULES));
    const [change] = diff(old, now).rules ?? [];
    expect(change && ruleWords(change, ruleContext(old, now, String))).toBe(
      '“Basics check” has 1 attempt; there were 3. Attempts made count: those who have made 1 without passing have none left, and go through the review, and then start anew.',
    );
  });

  it('says of a list of names that it cannot tell who has work again', async () => {
    const changes: Changes = {
      'course.yaml': [['    - final', '    - salt\n    - final']],
      'modules/salt.md': '---\ntitle: Salt\n---\n\nTwo percent of the flour.\n',
    };
    const now = await published(changed(BREAD, changes));
    const listed = { edition: old.edition, renamed: old.renamed, retired: old.retired };
    expect(gist(diff(listed, now))).toContain('has work again'.replace('has', 'have'));
    expect(gist(diff(listed, now))).toContain('`course diff COMMIT`');
    expect(gist(diff(old, now))).not.toContain('COMMIT');
    expect(gist(diff(listed, old))).not.toContain('COMMIT');
  });
});

describe('what an edition remembers', () => {
  const RENAMED: Changes = {
    'course.yaml': [
      ['[kneading, check]', '[folding, check]'],
      ['badges:', 'renamed: { kneading: folding, "pool#crust": "pool#shine" }\nbadges:'],
    ],
    'modules/kneading.md': null,
    'modules/folding.md': BREAD['modules/kneading.md'] ?? '',
    'quizzes/check.yaml': [['[kneading]', '[folding]']],
    'quizzes/pool.yaml': [['id: crust', 'id: shine']],
  };
  const past = async (files: Files, lock?: Edition) => {
    const edition = await published(files);
    return { ...edition, edition: withPast(edition.edition, lock, edition) };
  };

  it('misses a line under `renamed` that is deleted, with a lock and without', async () => {
    const first = changed(BREAD, RENAMED);
    const now = await published(
      changed(first, { 'course.yaml': [[/renamed:.*\n/.exec(first['course.yaml'] ?? '')?.[0] ?? '', '']] }),
    );
    const before = await published(first);
    const lock = nextLock(old.edition, before.edition, before);
    expect(told(diff(await past(first), now))).toEqual(['missing kneading', 'missing pool#crust']);
    const here = diff(await past(first), now);
    expect(nameWords(one(here, 'kneading'), { title: String, written: String })).toContain(
      'It is probably `folding` now: the older edition said so',
    );
    // A bank's question is named as course.yaml names it.
    expect(one(here, 'pool#crust')).toHaveProperty('likely.to', 'pool#shine');
    expect(told(diff(await past(first, lock), now))).toEqual([
      'missing kneading',
      'missing final#pool/crust',
    ]);
    expect(diff(await past(first), await past(first)).names.every(({ verdict }) => verdict === 'kept')).toBe(
      true,
    );
    // Another course's lock says nothing of this one.
    expect(
      (await past(first, { ...lock, course: 'soup' })).edition.entries.get('final#pool/crust'),
    ).toBeUndefined();
  });

  it('knows what is here again, and who need not do it again', async () => {
    const without: Changes = {
      'course.yaml': [
        ['    - flour\n', ''],
        ['badges:', 'retired: [flour]\nbadges:'],
      ],
      'modules/flour.md': null,
    };
    const found = diff(await past(changed(BREAD, without)), old);
    const words = (name: string) => nameWords(one(found, name), { title: String, written: String });
    expect(words('flour')).toBe('It is here again: who did it before it was retired has it done.');
    expect(words('pathway')).toBe(
      'Who was through waits for “flour”, unless it was done before it was retired; what is finished stays finished.',
    );
    expect(one(diff(old, await published(changed(BREAD, {}))), 'flour')).not.toHaveProperty('back');
  });
});

it('writes badges as course.yaml takes them', async () => {
  const now = await published(changed(BREAD, { 'course.yaml': [['  baker:', '  master:']] }));
  const found = diff(old, now);
  expect(nameWords(one(found, 'badge:baker'), ruleContext(old, now, String))).toContain(
    '`baker: master` under `renamed`',
  );
  const both = {
    ...old,
    edition: {
      ...old.edition,
      entries: new Map([...old.edition.entries, ['baker', { kind: 'module', title: 'Baker' }] as const]),
    },
  };
  expect(nameWords(one(found, 'badge:baker'), ruleContext(both, now, String))).toContain(
    '`badge:baker: master`',
  );
});

it('tells of one and of several in their number', () => {
  const gains = (texts: readonly string[]) =>
    nameWords(
      {
        ...{ name: 'a#b', to: 'a#b', kind: 'question', title: 'B', verdict: 'regraded' },
        gains: { gain: texts.map((text) => ({ text, was: 0, is: 1 })), keep: [], complete: true },
      },
      { title: String, written: String },
    );
  expect(gains(['A', 'B'])).toMatch(/^Who answered “A” \(.*\) or “B” \(.*\) gains\.$/);
  expect(gains(['A', 'B', 'C', 'D', 'E'])).toMatch(/“C” \([^)]*\),? or one of 2 more gains\.$/);
  const before = (items: readonly string[], then: readonly string[]) =>
    ruleWords({ type: 'before', section: 's', items, then }, ruleContext(old, old, String));
  expect(before(['x'], ['flour'])).toMatch(/Who has opened that keeps it open; .* the new one first\.$/);
  expect(before(['x', 'y'], ['flour', 'check'])).toMatch(
    /opened those keeps them open; .* the new ones first\.$/,
  );
});
