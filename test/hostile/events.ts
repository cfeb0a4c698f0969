import { type Below, randomFor } from '../../src/assess/random.ts';
import type { Course } from '../../src/model/course.ts';
import type { Event, Fact, Response } from '../../src/model/events.ts';
import { pick } from './poison.ts';

/** Something of each kind that a learner of a course could have done, and that nobody could, by chance. */
export function someEvents(course: Course, below: Below, count: number): Event[] {
  return Array.from({ length: count }, () => ({
    ...someFact(course, below),
    device: pick(['mine-a', 'mine-b', 'other-c'], below),
    n: 1 + below(40),
    at: 1.7e12 + below(1e9),
  }));
}

function someFact(course: Course, below: Below): Fact {
  const { id: item, ...own } = pick(course.items, below);
  const questions = 'questions' in own ? own.questions : [];
  const { key: question } = questions[below(questions.length || 1)] ?? { key: `${item}#none` };
  const children = 'children' in own ? own.children : [];
  const credits = Object.fromEntries(questions.map(({ key }) => [key, below(5) / 4]));
  const attempt = 1 + below(4);
  const result = { earned: below(4), possible: 3, ...(below(2) > 0 && { passed: true as const }) };
  switch (below(11)) {
    case 0:
      return { type: 'media', item, media: pick(MEDIA, below), from: 0, to: below(60), duration: 60 };
    case 1:
    case 2:
      return {
        type: 'answered',
        item,
        question,
        credit: below(5) / 4,
        response: pick(RESPONSES, below),
        ...(below(2) > 0 && { attempt }),
        ...(below(2) > 0 && { asks: 'abc' }),
        ...(below(2) > 0 && { hints: below(4) }),
        ...(below(3) === 0 && { confidence: 2 as const }),
      };
    case 3:
      return { type: 'began', item, attempt, seed: below(2 ** 31) };
    case 4:
      return {
        type: 'submitted',
        item,
        attempt,
        ...result,
        credits,
        ...(below(2) > 0 && { right: [question] }),
      };
    case 5:
      return {
        type: 'regraded',
        item,
        credits,
        ...(below(2) > 0 && { attempt: { of: 'mine-a:3', ...result } }),
      };
    case 6:
      return { type: 'chose', section: item, option: children[below(children.length || 1)] ?? item };
    case 7:
      return { type: 'routed', section: item, options: children.slice(0, 1 + below(2)) };
    case 8:
      return pick<Fact>(
        [
          { type: 'awarded', badge: course.badges[0]?.id ?? 'none' },
          { type: 'mastered', competency: course.competencies[0]?.id ?? 'none' },
          { type: 'finished' },
          { type: 'aliased', profile: `p${below(1e6)}` },
        ],
        below,
      );
    default:
      return { type: pick(VISITS, below), item };
  }
}

const VISITS = ['opened', 'viewed', 'marked', 'reviewed', 'unlocked', 'done'] as const;
const MEDIA = ['film.mp4', 'talk.mp3'];
const RESPONSES: readonly Response[] = [
  { type: 'single', option: 'a' },
  { type: 'multiple', options: ['a', 'b'] },
  { type: 'text', text: '1.5 km', variant: 1, ticked: ['a'] },
  { type: 'fields', fields: { a: 'x', b: 'y' } },
  { type: 'order', order: ['b', 'a'] },
];

/** Random numbers of one run: with the seed that a failure names, it can be run again. */
export function chance(seed: number): Below {
  return randomFor(seed, 'hostile');
}
