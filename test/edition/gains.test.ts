import { describe, expect, it } from 'vitest';
import { gains } from '../../src/edition/gains.ts';
import { questionsOf } from '../../src/edition/place.ts';
import type { QuestionSource } from '../../src/questions/source.ts';
import { loadCourse } from '../fixtures/harness/load.ts';

async function question(fields: object): Promise<QuestionSource> {
  const quiz = { title: 'Check', questions: [{ id: 'q', prompt: 'Which of them?', ...fields }] };
  const loaded = await loadCourse({
    'course.yaml': 'id: a\ntitle: A\npathway: { type: linear, items: [check] }\n',
    'quizzes/check.yaml': JSON.stringify(quiz),
  });
  const found = questionsOf(loaded).get('check#q');
  if (!found || loaded.findings.some(({ rule }) => rule.startsWith('schema/')))
    throw new Error(JSON.stringify(loaded.findings));
  return found;
}

const options = (...right: string[]) => ({
  options: ['A', 'B', 'C'].map((text) => ({ text, ...(right.includes(text) && { correct: true }) })),
});
const pairs = (right: string, extra: object = {}) => ({
  pairs: [
    { left: 'rye', right },
    { left: 'wheat', right: 'yeast' },
    { left: 'oats', right: right === 'yeast' ? 'sour dough' : 'yeast' },
  ],
  ...extra,
});

describe('who gains by a corrected key', () => {
  const cases: readonly (readonly [type: string, was: object, is: object, gain: string[], keep: string[]])[] =
    [
      ['single choice', options('A'), options('B'), ['B 0 1'], ['A 1 0']],
      [
        'several that are right',
        options('A', 'B'),
        { ...options('A', 'C') },
        ['A + C 0 1', 'C 0 0.5'],
        ['A + B 1 0', 'B 0.5 0'],
      ],
      [
        'true or false',
        { type: 'true-false', answer: true },
        { type: 'true-false', answer: false },
        ['false 0 1'],
        ['true 1 0'],
      ],
      [
        'short text',
        { type: 'short-text', answers: ['Paris'] },
        { type: 'short-text', answers: ['Paris', 'Lutetia'] },
        ['Lutetia 0 1'],
        [],
      ],
      [
        'numeric, with a unit',
        { answer: 5, unit: 'kg' },
        { answer: 6, unit: 'kg' },
        ['6 kg 0 1'],
        ['5 kg 1 0'],
      ],
      ['numeric, with more tolerance', { answer: 5 }, { answer: 5, tolerance: 1 }, ['4 0 1', '6 0 1'], []],
      [
        'ordering',
        { order: ['one', 'two', 'three'] },
        { order: ['three', 'two', 'one'] },
        ['three, two, one 0 1'],
        ['one, two, three 1 0'],
      ],
      [
        'cloze',
        { type: 'cloze', prompt: 'In [[Paris]] on the [[Seine]].' },
        { type: 'cloze', prompt: 'In [[Paris|Lutetia]] on the [[Seine]].' },
        ['blank 1 → Lutetia 0 0.5'],
        [],
      ],
    ];

  it.each(cases)('%s', async (_, was, is, gain, keep) => {
    const found = gains(await question(was), await question(is));
    const shown = (list: typeof found.gain) => list.map((each) => `${each.text} ${each.was} ${each.is}`);
    expect({ gain: shown(found.gain).sort(), keep: shown(found.keep).sort() }).toEqual({
      gain: gain.sort(),
      keep: keep.sort(),
    });
  });

  it('tells parts one by one where they earn by themselves, else all of them', async () => {
    const partial = gains(await question(pairs('sour dough')), await question(pairs('yeast')));
    expect(partial.gain.map(({ text }) => text).sort()).toEqual(['oats → sour dough', 'rye → yeast']);
    const whole = { credit: 'all-or-nothing' };
    const all = gains(await question(pairs('sour dough', whole)), await question(pairs('yeast', whole)));
    expect(all.gain.map(({ text, is }) => [text, is])).toEqual([
      ['rye → yeast, wheat → yeast, oats → sour dough', 1],
    ]);
  });

  it('finds none where nothing changed', async () => {
    for (const [, was] of cases) {
      const same = await question(was);
      expect(gains(same, same)).toMatchObject({ gain: [], keep: [] });
    }
  });
});
