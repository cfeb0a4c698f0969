import { describe, expect, it } from 'vitest';
import { drawnFrom } from '../../src/load/draws.ts';
import type { Quiz } from '../../src/model/course.ts';
import { loadFolder, shown } from './folder.ts';

/** A question in YAML, one line. */
const question = (id: string, more = '') =>
  `  - { id: ${id}, prompt: P ${id}, options: [{ text: a, correct: true }, { text: b }]${more && `, ${more}`} }\n`;

const COURSE = `id: c
title: C
competencies: { add: { title: Add } }
pathway: { type: linear, items: [intro, test] }
`;

const FRACTIONS = `bank: true
questions:
${question('f1', 'tags: [Half, word problem], difficulty: easy, competency: add')}\
${question('f2', 'tags: [half], difficulty: hard, see: [intro]')}\
${question('f3', 'difficulty: hard')}\
${question('f4')}`;

const DECIMALS = `id: points
bank: true
title: Decimals
questions:
${question('f1', 'tags: [half]')}${question('d2', 'points: 2')}`;

function load(questions: string, more: { fields?: string; files?: Record<string, string> } = {}) {
  const files = {
    'course.yaml': COURSE,
    'modules/intro.md': '---\ntitle: Intro\n---\n',
    'quizzes/fractions.yaml': FRACTIONS,
    'quizzes/more/decimals.yaml': DECIMALS,
    'quizzes/test.yaml': `title: Test\n${more.fields ?? ''}questions:\n${questions}`,
    ...more.files,
  };
  const loaded = loadFolder(files);
  const quiz = loaded.course?.items.find((item): item is Quiz => item.id === 'test' && item.kind === 'quiz');
  const inQuiz = loaded.findings.filter(({ span }) => span.file === 'quizzes/test.yaml');
  return { loaded, quiz, files, findings: shown(inQuiz, files['quizzes/test.yaml']) };
}

const keys = (quiz: Quiz | undefined) => quiz?.questions.map(({ key }) => key.replace('test#', ''));

describe('a quiz that draws', () => {
  it('has its own questions first, then the candidates of each draw, each in one draw only', () => {
    const { quiz, loaded } = load(
      `${question('own1')}  - { draw: 1, from: fractions, tags: [HALF ] }\n${question('own2')}  - { draw: 2, from: [fractions, points], points: 3 }\n`,
    );
    expect(loaded.findings).toEqual([]);
    expect(keys(quiz)).toEqual([
      'own1',
      'own2',
      'fractions/f1',
      'fractions/f2',
      'fractions/f3',
      'fractions/f4',
      'points/f1',
      'points/d2',
    ]);
    expect(quiz?.draws).toEqual([
      { count: 1, points: 1, from: 2, to: 4, before: 1 },
      { count: 2, points: 3, from: 4, to: 8, before: 2 },
    ]);
    expect(quiz?.questions.map(({ points }) => points)).toEqual([1, 1, 1, 1, 3, 3, 3, 3]);
    expect(quiz?.questions[2]).toMatchObject({ competencies: ['add'], outcomes: [0, 1] });
    expect(quiz?.questions[3]).toMatchObject({ see: ['intro'] });
  });

  it.each([
    ['a tag, whatever its case', 'tags: [half]', ['fractions/f1', 'fractions/f2']],
    ['any of several tags', 'tags: [word problem, nothing]', ['fractions/f1']],
    ['a difficulty', 'difficulty: hard', ['fractions/f2', 'fractions/f3']],
    [
      'any of several difficulties',
      'difficulty: [hard, easy]',
      ['fractions/f1', 'fractions/f2', 'fractions/f3'],
    ],
    ['both', 'tags: [half], difficulty: hard', ['fractions/f2']],
    ['nothing', 'points: 1', ['fractions/f1', 'fractions/f2', 'fractions/f3', 'fractions/f4']],
  ])('asks for %s', (_, asks, expected) => {
    const { quiz, loaded } = load(`  - { draw: 1, from: fractions, ${asks} }\n`);
    expect(loaded.findings.filter(({ rule }) => !/^draw\/(never-drawn|unknown-tag)$/.test(rule))).toEqual([]);
    expect(keys(quiz)).toEqual(expected);
  });

  it('is estimated by what an attempt asks', () => {
    const { quiz } = load(`${question('own')}  - { draw: 2, from: fractions }\n`);
    expect(quiz?.minutes).toBe(3);
  });

  it('gives a competency only the evidence that every attempt is sure to ask', () => {
    const evidence = (count: number) =>
      load(`  - { draw: ${count}, from: fractions }\n`, {
        files: {
          'quizzes/fractions.yaml': FRACTIONS.replaceAll('P f', 'Q f').replace(
            'see: [intro]',
            'competency: add',
          ),
        },
      }).loaded.course?.competencies[0]?.evidence;
    // Two of four test it.
    expect([1, 2, 3, 4].map(evidence)).toEqual([1, 1, 1, 2]);
  });

  it('runs on what there is when something is wrong', () => {
    const { quiz } = load(`  - { draw: 9, from: [fractions, nowhere] }\n  - { draw: 1, from: fractions }\n`);
    expect(quiz?.draws).toEqual([{ count: 4, points: 1, from: 0, to: 4, before: 0 }]);
  });

  it('finds the file of each candidate', () => {
    const { loaded } = load('  - { draw: 1, from: [points, fractions], points: 1 }\n');
    const quiz = loaded.quizzes.get('test');
    const [drawn] = quiz ? drawnFrom(quiz, loaded.quizzes) : [];
    expect(drawn?.candidates.map(({ bank }) => bank.file)).toEqual([
      ...Array(2).fill('quizzes/more/decimals.yaml'),
      ...Array(4).fill('quizzes/fractions.yaml'),
    ]);
  });
});

describe('what is wrong with draws', () => {
  it.each([
    ['an unknown bank', '{ draw: 1, from: fractoins }', ['draw/unknown-bank «fractoins»']],
    ['a module', '{ draw: 1, from: [fractions, intro] }', ['draw/unknown-bank «intro»']],
    ['a quiz', '{ draw: 1, from: test }', ['draw/unknown-bank «test»']],
    ['a tag that no question has', '{ draw: 1, from: fractions, tags: [haf] }', ['draw/nothing «haf»']],
    ['more than there are', '{ draw: 5, from: fractions }', ['draw/too-large «5»']],
    ['points that differ', '{ draw: 1, from: points }', ['draw/points-differ «draw»']],
    ['no bank', '{ draw: 1 }', ['schema/missing-field «draw»']],
    ['no number', '{ from: fractions }', ['schema/missing-field «from»']],
    ['a number that draws nothing', '{ draw: 0, from: fractions }', ['schema/bad-value «0»']],
    ['a number as text', '{ draw: five, from: fractions }', ['schema/wrong-type «five»']],
    ['a field of questions', '{ draw: 1, from: fractions, hints: [h] }', ['schema/unknown-field «hints»']],
    [
      'a difficulty that is none',
      '{ draw: 1, from: fractions, difficulty: heavy }',
      ['schema/bad-value «heavy»'],
    ],
  ])('%s', (_, entry, expected) => {
    expect(load(`${question('own')}  - ${entry}\n`).findings).toEqual(expected);
  });

  it('nothing is left where an earlier draw takes all', () => {
    const { loaded, findings } = load(
      '  - { draw: 1, from: fractions }\n  - { draw: 1, from: fractions, tags: [half] }\n',
    );
    expect(findings).toEqual(['draw/nothing «half»']);
    expect(loaded.findings[0]?.args).toMatchObject({ taken: 2 });
  });

  it('graded with ungraded questions, whatever the draw says they are worth', () => {
    const poll = '  - { id: p, type: poll, prompt: P, options: [{ text: a }, { text: b }] }\n';
    const files = { 'quizzes/fractions.yaml': `bank: true\nquestions:\n${question('f1')}${poll}` };
    const { loaded } = load('  - { draw: 1, from: fractions, points: 2 }\n', { files });
    expect(loaded.findings.map(({ rule }) => rule)).toContain('draw/points-differ');
  });

  it('a bank with a draw, and one in the pathway', () => {
    const files = {
      'course.yaml': COURSE.replace('test]', 'test, fractions]'),
      'quizzes/fractions.yaml': `${FRACTIONS}  - { draw: 1, from: points }\n`,
    };
    const { loaded, quiz } = load('  - { draw: 1, from: fractions }\n', { files });
    expect(loaded.findings.map(({ rule }) => rule).sort()).toEqual(['draw/in-bank', 'pathway/bank']);
    expect(loaded.course?.items.map(({ id }) => id)).not.toContain('fractions');
    expect(keys(quiz)).toHaveLength(4);
  });

  it('a name in a bank that leads nowhere is told once, however many quizzes draw it', () => {
    const files = {
      'course.yaml': COURSE.replace('test]', 'test, again]'),
      'quizzes/again.yaml': 'title: Again\nquestions:\n  - { draw: 1, from: fractions }\n',
      'quizzes/fractions.yaml': FRACTIONS.replace('competency: add', 'competency: ad'),
    };
    const { loaded } = load('  - { draw: 1, from: fractions }\n', { files });
    expect(loaded.findings.map(({ rule }) => rule)).toEqual(['reference/unknown']);
  });

  it('a condition on a bank', () => {
    const files = {
      'course.yaml': COURSE.replace('test]', '{ item: test, requires: { passed: fractions } }]'),
    };
    const { loaded } = load('  - { draw: 1, from: fractions }\n', { files });
    expect(loaded.findings).toMatchObject([{ rule: 'reference/unknown', args: { found: 'question bank' } }]);
  });

  it('a bank that cannot be read is not said to be missing, or too small', () => {
    const files = { 'quizzes/fractions.yaml': 'bank: true\nquestions: [' };
    const { findings } = load('  - { draw: 3, from: fractions }\n', { files });
    expect(findings).toEqual([]);
  });
});

describe('a bank', () => {
  it.each(['pass: 80%', 'attempts: 2', 'review: [intro]', 'shuffle: true', 'intro: Hello', 'time: 10'])(
    'has no %s',
    (field) => {
      const bank = `bank: true\n${field}\nquestions:\n${question('a')}`;
      const { loaded } = load('  - { draw: 1, from: fractions }\n', {
        files: { 'quizzes/fractions.yaml': bank },
      });
      expect(shown(loaded.findings, bank)).toEqual([`schema/unknown-field «${field.split(':')[0]}»`]);
      expect(loaded.findings[0]?.args).toMatchObject({
        owner: 'a question bank',
        elsewhere: expect.arrayContaining(['the quiz']),
      });
    },
  );

  it('needs no title; a quiz does', () => {
    const rules = (bank: string) =>
      load('  - { draw: 1, from: fractions }\n', {
        files: { 'quizzes/fractions.yaml': `bank: ${bank}\nquestions:\n${question('a')}` },
      }).loaded.findings.map(({ rule }) => rule);
    expect(rules('true')).toEqual([]);
    expect(rules('false')).toContain('schema/missing-field');
  });
});

describe('the settings of a quiz', () => {
  const settings = (fields: string) => {
    const { quiz, findings } = load(question('a'), { fields: `${fields}\n` });
    return { settings: quiz?.settings, findings };
  };

  it.each([
    ['shuffle: true', { shuffle: true }],
    ['shuffle-options: true', { shuffleOptions: true }],
    ['one-at-a-time: true', { oneAtATime: true }],
    ['time: 20', { time: 20 }],
    ['time: 7.5', { time: 7.5 }],
    ['time: 20 min', { time: 20 }],
    ['retry: missed', { retryMissed: true }],
    ['confidence: true', { confidence: true }],
    ['shuffle: true\ntime: 5', { shuffle: true, time: 5 }],
    ['shuffle: false\nretry: all\nconfidence: false', undefined],
  ])('%s', (fields, expected) => {
    expect(settings(fields)).toEqual({ settings: expected, findings: [] });
  });

  it.each([
    ['time: 0', 'schema/bad-value «0»'],
    ['time: 601', 'schema/bad-value «601»'],
    ['time: an hour', 'schema/bad-value «an hour»'],
    ['time: [5]', 'schema/wrong-type «[5]»'],
    ['shuffle: yes', 'schema/wrong-type «yes»'],
    ['retry: wrong', 'schema/bad-value «wrong»'],
    ['suffle: true', 'schema/unknown-field «suffle»'],
  ])('%s is wrong', (fields, expected) => {
    expect(settings(fields).findings).toEqual([expected]);
  });
});
