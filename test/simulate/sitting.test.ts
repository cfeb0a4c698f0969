import { describe, expect, it } from 'vitest';
import type { Quiz, QuizSettings } from '../../src/model/course.ts';
import { streamFor } from '../../src/simulate/random.ts';
import type { Item } from '../../src/simulate/response.ts';
import { type Sitting, sitting } from '../../src/simulate/sitting.ts';

/** One question that is always asked, and three of nine. */
function quiz(settings: QuizSettings = {}): Quiz {
  return {
    kind: 'quiz',
    id: 'q',
    title: 'Q',
    optional: false,
    minutes: 1,
    points: 0,
    review: [],
    href: 'quizzes/q.html',
    questions: Array.from({ length: 10 }, (_, i) => ({
      key: `q#${i}`,
      points: i === 0 ? 1 : 2,
      competencies: [],
      outcomes: [0, 1],
    })),
    draws: [{ count: 3, points: 2, from: 1, to: 10, before: 1 }],
    settings,
  };
}

const items: readonly Item[] = Array.from({ length: 10 }, () => ({
  outcomes: [0, 1],
  difficulty: 0,
  discrimination: 1,
  guessing: [],
}));

function sit(settings: QuizSettings, ability: number, name: string, before?: Sitting) {
  const missed: number[] = [];
  const sat = sitting(
    quiz(settings),
    items,
    () => ability,
    streamFor(1, name),
    before,
    (place) => missed.push(place),
  );
  return { ...sat, missed };
}

describe('an attempt of a simulated learner', () => {
  it('answers what is always asked and what it draws, and is always worth the same', () => {
    const draws = new Set<string>();
    for (let i = 0; i < 50; i++) {
      const sat = sit({}, 0, `learner ${i}`);
      const keys = Object.keys(sat.credits);
      expect(keys).toHaveLength(4);
      expect(keys).toContain('q#0');
      expect(sat.possible).toBe(7);
      draws.add(keys.sort().join());
    }
    expect(draws.size).toBeGreaterThan(20);
  });

  it('hears of each question that was missed', () => {
    const sat = sit({}, -20, 'nobody');
    expect(sat.earned).toBe(0);
    expect(sat.missed.map((place) => `q#${place}`).sort()).toEqual(Object.keys(sat.credits).sort());
  });

  it('asks again only what was missed where the quiz says so, and keeps the rest', () => {
    const before: Sitting = {
      credits: { 'q#0': 1, 'q#2': 0, 'q#5': 1, 'q#7': 0 },
      earned: 3,
      possible: 7,
    };
    const again = sit({ retryMissed: true }, -20, 'again', before);
    expect(again.missed).toEqual([2, 7]);
    expect(again).toMatchObject({ credits: before.credits, earned: 3, possible: 7 });
    expect(sit({ retryMissed: true }, 20, 'again', before)).toMatchObject({ earned: 7, possible: 7 });
  });

  it('asks everything anew where nothing was missed', () => {
    const before: Sitting = { credits: { 'q#0': 1, 'q#1': 1, 'q#2': 1, 'q#3': 1 }, earned: 7, possible: 7 };
    expect(sit({ retryMissed: true }, -20, 'anew', before).missed).toHaveLength(4);
  });

  it('says how sure it is where that is marked: who knows gains all, who knows nothing loses nothing', () => {
    expect(sit({ confidence: true }, 20, 'sure')).toMatchObject({ earned: 7, possible: 7 });
    expect(sit({ confidence: true }, -20, 'unsure')).toMatchObject({ earned: 0, possible: 7 });
  });
});
