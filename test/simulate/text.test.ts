import { expect, it } from 'vitest';
import { reportText } from '../../src/simulate/index.ts';
import type { SimulationReport } from '../../src/simulate/report.ts';

const report: SimulationReport = {
  version: 1,
  course: { id: 'bread', title: 'Bread' },
  seed: 1,
  start: '2026-01-05T09:00:00.000Z',
  dates: [],
  learners: { asked: 1000, simulated: 1000 },
  completion: { finished: 900, share: 0.9, interval: { low: 0.8799, high: 0.917 } },
  minutes: { lower: 50, median: 61.4, upper: 75 },
  days: { lower: 0, median: 3, upper: 5 },
  drops: [
    {
      item: 'check',
      title: 'A check with a title that is far too long for any line of any terminal',
      reason: 'trapped',
      learners: 60,
      share: 0.06,
    },
    { item: 'long', title: 'A long page', reason: 'time', learners: 38, share: 0.038 },
    { item: null, title: '', reason: 'closed', learners: 2, share: 0.002 },
    { item: 'x', title: 'Somewhere', reason: 'setbacks', learners: 1, share: 0.001 },
  ],
  choices: [
    {
      section: 'c',
      title: 'Which bread?',
      by: 'choose',
      options: [
        {
          option: 'a',
          title: 'Rye',
          learners: 996,
          share: 0.996,
          finished: 900,
          minutes: { lower: 50, median: 60, upper: 130 },
        },
        { option: 'b', title: 'Wheat', learners: 4, share: 0.004, finished: 0, minutes: null },
      ],
    },
  ],
  paths: [],
  otherPaths: 0,
  quizzes: [
    {
      item: 'check',
      title: 'Check',
      learners: 1000,
      graded: true,
      passedFirst: 0.4,
      passedLast: 0.94,
      attempts: 1.84,
      score: 0.61,
      asked: 0,
    },
    {
      item: 'survey',
      title: 'Survey',
      learners: 1000,
      graded: false,
      passedFirst: null,
      passedLast: null,
      attempts: 1,
      score: 0.5,
      asked: 0,
    },
  ],
  competencies: [],
  badges: [{ id: 'b', title: 'Never had', learners: 0, share: 0 }],
  certificate: null,
  neverVisited: [{ item: 'n', title: 'Unseen' }],
};

const same = (text: string) => text;
const options = {
  width: 80,
  lines: 3,
  bold: same,
  dim: same,
  clean: (text: string) => text.replace('Rye', 'R'),
  date: (at: number) => new Date(at).toISOString().slice(0, 10),
};

it('says the most important first, within the width', () => {
  const text = reportText(report, options).replaceAll('\u202f', ' ');
  expect(text).toMatchInlineSnapshot(`
    "Bread  1,000 simulated learners, seed 1

      Finished  90 %  900 of 1,000; between 87.9 % and 91.7 % with 95 % confidence
      Time      1 h 1 min  half of those need 50 min to 1 h 15 min, over 1 to 5 days

    Where learners are lost
      60  A check with a title that is far too long fo…  trapped: nothing left to do
      38  A long page                                    gave up: it took too long
       2  the start                                      shut out: a date had passed
      and 1 more

    What to do
      - 60 learners cannot go on at “A check with a title that is far too long for
        any line of any terminal”, whatever they do. \`course validate\` tells the
        story.
      - 38 learners ran out of time at “A long page”. Make something before it
        optional or shorter.
      - 2 learners came to the start after a date had closed the way. Move the date,
        or leave another way open.

    What nobody came to
      page   Unseen
      badge  Never had

    Quizzes  passed at first, in the end; attempts; mean score at first
      Check   40 %  94 %  1.8 ×  61 %
      Survey     –     –  1.0 ×  50 %

    Which bread?  chosen by learners; finished; minutes of the middle half
      R      99 %  90 %  50 min to 2 h 15 min
      Wheat  <1 %   0 %  –

    Mastery and rewards
      badge  Never had  0 %
    "
  `);
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});

it('is short when all is well', () => {
  const fine = { ...report, drops: [], choices: [], quizzes: [], badges: [], neverVisited: [] };
  expect(reportText(fine, options).trimEnd().split('\n')).toHaveLength(4);
});

it.each([
  [['2026-03-01T00:00:00Z'], 'name 2026-03-01:'],
  [['2026-03-01T00:00:00Z', '2026-04-01T00:00:00Z'], 'name dates from 2026-03-01 to 2026-04-01:'],
])('says when learners began where conditions name dates: %s', (dates, named) => {
  const text = reportText({ ...report, dates }, options).replace(/\s+/g, ' ');
  expect(text).toContain('These learners began on 2026-01-05, and');
  expect(text).toContain(named);
});
