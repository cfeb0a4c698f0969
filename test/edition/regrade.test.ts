import { describe, expect, it } from 'vitest';
import type { Course, QuestionRef, Quiz, QuizSettings } from '../../src/model/course.ts';
import type { Confidence, Event, Fact } from '../../src/model/events.ts';
import { replay } from '../../src/path/step.ts';
import { view } from '../../src/path/view.ts';
import type { Question } from '../../src/questions/question.ts';
import { grade, keyOf, linkQuestion } from '../../src/questions/registry.ts';
import { regraded } from '../../src/runtime/edition/regrade.ts';
import { latest } from '../../src/runtime/quiz/latest.ts';
import { COURSES, compile, sourcesOf } from './random/compiled.ts';

/** A single choice of a, b and c of which `right` is right today; a hint costs half. */
const single = (key: string, right: string): Question => ({
  type: 'single',
  key,
  id: key.slice(key.indexOf('#') + 1),
  prompt: '',
  hints: [{ text: '', cost: 0.5 }],
  points: 1,
  competencies: [],
  options: ['a', 'b', 'c'].map((id) => ({ id, text: id, correct: id === right })),
});

const ref = (key: string): QuestionRef => ({
  key,
  points: 1,
  competencies: [],
  outcomes: [0, 0.5, 1],
  asks: `asks ${key}`,
  answer: 'new',
});

const base = { title: '', optional: false, minutes: 1, points: 0, parent: 'way' } as const;

function course(settings: QuizSettings = {}, pass = 0.6): Course {
  const quiz: Quiz = {
    ...base,
    kind: 'quiz',
    id: 'quiz',
    pass,
    review: [],
    questions: ['quiz#1', 'quiz#2'].map(ref),
    settings,
    href: '',
  };
  return {
    format: 1,
    id: 'c',
    title: '',
    language: 'en',
    pathway: 'way',
    competencies: [],
    badges: [],
    items: [
      {
        kind: 'section',
        type: 'random-access',
        id: 'way',
        title: '',
        optional: false,
        minutes: 0,
        points: 0,
        children: ['page', 'quiz'],
      },
      {
        ...base,
        kind: 'module',
        id: 'page',
        done: { type: 'view' },
        questions: [ref('page#1')],
        href: '',
      },
      quiz,
    ],
  };
}

/** The events of one browser, in order. */
function events(facts: readonly Fact[], device = 'me-1', from = 1): Event[] {
  return facts.map((fact, i) => ({ ...fact, device, n: from + i, at: 0 }));
}

interface Given {
  readonly option?: string;
  readonly credit?: number;
  readonly attempt?: number;
  readonly hints?: number;
  readonly confidence?: Confidence;
  readonly asks?: string;
  readonly answer?: string | undefined;
}

const answered = (question: string, given: Given = {}): Fact => {
  const { option = 'b', credit = 0, asks = `asks ${question}`, answer = 'old', ...rest } = given;
  const item = question.slice(0, question.indexOf('#'));
  return {
    type: 'answered',
    item,
    question,
    response: { type: 'single', option },
    credit,
    asks,
    answer,
    ...rest,
  };
};

const submitted = (
  credits: Readonly<Record<string, number>>,
  rest: Partial<Extract<Fact, { type: 'submitted' }>> = {},
): Fact => ({
  type: 'submitted',
  item: 'quiz',
  attempt: 1,
  earned: Object.values(credits).reduce((sum, credit) => sum + credit, 0),
  possible: 2,
  credits,
  ...rest,
});

/** Today `b` is right everywhere; it was `a`. */
const today = ['page#1', 'quiz#1', 'quiz#2'].map((key) => single(key, 'b'));

const practice: readonly (readonly [what: string, facts: readonly Fact[], credit: number | undefined])[] = [
  ['right by the new key', [answered('page#1')], 1],
  ['wrong by both keys', [answered('page#1', { option: 'c' })], undefined],
  ['right by the old key alone', [answered('page#1', { option: 'a', credit: 1 })], undefined],
  ['the best of several tries', [answered('page#1'), answered('page#1', { option: 'c' })], 1],
  ['less than was earned', [answered('page#1', { option: 'a', credit: 1 }), answered('page#1')], undefined],
  ['hints stay paid', [answered('page#1', { hints: 1 })], 0.5],
  ['something else was asked', [answered('page#1', { asks: 'other' })], undefined],
  ['graded by the new key before', [answered('page#1', { answer: 'new' })], undefined],
  ['a question that is gone', [answered('page#9')], undefined],
];

it.each(practice)('practice: %s', (_what, facts, credit) => {
  const found = regraded(course(), events(facts), today, grade);
  expect(found).toEqual(
    credit === undefined ? [] : [{ type: 'regraded', item: 'page', credits: { 'page#1': credit } }],
  );
});

describe('an attempt at a quiz', () => {
  const wrong = [
    answered('quiz#1', { attempt: 1 }),
    answered('quiz#2', { attempt: 1, option: 'c' }),
    submitted({ 'quiz#1': 0, 'quiz#2': 0 }),
  ];

  it('gains what its answers earn now, and passes by that', () => {
    const [fact] = regraded(course({}, 0.5), events(wrong), today, grade);
    expect(fact).toEqual({
      type: 'regraded',
      item: 'quiz',
      credits: { 'quiz#1': 1 },
      attempt: { of: 'me-1:3', earned: 1, possible: 2, passed: true },
    });
    const all = [...events(wrong), ...events(fact ? [fact] : [], 'me-1', 9)];
    const quiz = view(course({}, 0.5), replay(course({}, 0.5), all), 0).byId.get('quiz')?.quiz;
    expect(quiz).toMatchObject({ best: 0.5, last: 0.5, passed: true, submissions: 1 });
  });

  it.each([
    ['the mark of its day, raised since', 0.5, 0.9, true],
    ["today's mark, lowered since", 0.9, 0.5, true],
    ['neither', 0.9, 0.8, undefined],
  ])('passes by the right key and %s', (_what, mark, now, passed) => {
    const [first, second, last] = wrong;
    const facts = [first, second, last && { ...last, mark }].flatMap((fact) => fact ?? []);
    const [fact] = regraded(course({}, now), events(facts), today, grade);
    expect(fact?.attempt?.passed).toBe(passed);
  });

  it('gains nothing twice, whichever tab found it first', () => {
    const found = regraded(course(), events(wrong), today, grade);
    const twice = [...events(wrong), ...events(found, 'me-2', 9), ...events(found, 'me-3', 9)];
    expect(regraded(course(), twice, today, grade)).toEqual([]);
  });

  it('keeps what its answers earned by the key of their day', () => {
    const facts = [
      answered('quiz#1', { attempt: 1, option: 'a', credit: 1 }),
      answered('quiz#2', { attempt: 1 }),
      submitted({ 'quiz#1': 1, 'quiz#2': 0 }),
    ];
    expect(regraded(course(), events(facts), today, grade)).toMatchObject([
      { credits: { 'quiz#2': 1 }, attempt: { earned: 2, possible: 2 } },
    ]);
  });

  /** As a second tab of the same browser handed it in: each sheet has its own answers. */
  const other = [
    answered('quiz#1', { attempt: 1, option: 'a', credit: 1 }),
    answered('quiz#2', { attempt: 1, option: 'c' }),
    submitted({ 'quiz#1': 1, 'quiz#2': 0 }),
  ];

  it('is one, also where two tabs handed it in', () => {
    const all = [...events(wrong), ...events(wrong, 'me-2', 5)];
    const found = regraded(course({}, 0.5), all, today, grade);
    expect(found.map(({ attempt }) => attempt?.of)).toEqual(['me-1:3', 'me-2:7']);
    const later = [...all, ...events(found, 'me-3', 9)];
    const quiz = view(course({}, 0.5), replay(course({}, 0.5), later), 0).byId.get('quiz')?.quiz;
    expect(quiz).toMatchObject({ submissions: 1, best: 0.5, passed: true });
  });

  it('counts by the sheet that is the better one by the corrected key, whichever tab handed it in', () => {
    const worse = [
      answered('quiz#1', { attempt: 1 }),
      answered('quiz#2', { attempt: 1 }),
      submitted({ 'quiz#1': 0, 'quiz#2': 0 }),
    ];
    const all = [...events(other), ...events(worse, 'me-2', 5)];
    const found = regraded(course(), all, today, grade);
    const later = [...all, ...events(found, 'me-3', 9)];
    const quiz = view(course(), replay(course(), later), 0).byId.get('quiz')?.quiz;
    expect(quiz).toMatchObject({ submissions: 1, best: 1, passed: true });
    for (const handedIn of all)
      if (handedIn.type === 'submitted')
        expect(latest({ events: later }, handedIn)).toMatchObject({ earned: 2, passed: true });
    expect(regraded(course(), later, today, grade)).toEqual([]);
  });

  it('takes no answer of another tab for a question that a tab left out', () => {
    const sheets = [
      ...events([submitted({ 'quiz#1': 0, 'quiz#2': 0 })]),
      ...events([answered('quiz#1', { attempt: 1 }), submitted({ 'quiz#1': 0, 'quiz#2': 0 })], 'me-2', 5),
    ];
    // Also where the tab that left it out is the last.
    for (const all of [sheets, [...sheets.slice(1), ...events([submitted({ 'quiz#1': 0 })], 'me-1', 9)]])
      expect(regraded(course(), all, today, grade).map(({ attempt }) => attempt?.of)).toEqual(['me-2:6']);
  });

  it('leaves left-out questions at nothing, and says which were right with hints', () => {
    const facts = [answered('quiz#1', { attempt: 1, hints: 1 }), submitted({ 'quiz#1': 0, 'quiz#2': 0 })];
    expect(regraded(course(), events(facts), today, grade)).toMatchObject([
      { credits: { 'quiz#1': 0.5 }, attempt: { earned: 0.5, right: ['quiz#1'] } },
    ]);
  });

  it('adds what several corrections gave, question by question', () => {
    const facts = [
      answered('quiz#1', { attempt: 1 }),
      answered('quiz#2', { attempt: 1, option: 'c' }),
      submitted({ 'quiz#1': 0, 'quiz#2': 0 }),
    ];
    const first = regraded(course(), events(facts), today, grade);
    const all = [...events(facts), ...events(first, 'me-1', 9)];
    const later = [single('quiz#1', 'c'), single('quiz#2', 'c')];
    const second = regraded(course(), all, later, grade);
    expect(second).toMatchObject([{ credits: { 'quiz#2': 1 }, attempt: { earned: 2, passed: true } }]);
    const [handedIn] = all.filter((event) => event.type === 'submitted');
    if (!handedIn) throw new Error('It was handed in.');
    const now = latest({ events: [...all, ...events(second, 'me-1', 20)] }, handedIn);
    expect(now).toMatchObject({ earned: 2, credits: { 'quiz#1': 1, 'quiz#2': 1 } });
  });

  it('grades what a retry kept by the answer of the attempt before', () => {
    const facts = [
      answered('quiz#1', { attempt: 1, option: 'a', credit: 1, answer: 'new' }),
      answered('quiz#2', { attempt: 1, option: 'c' }),
      submitted({ 'quiz#1': 1, 'quiz#2': 0 }),
      answered('quiz#2', { attempt: 2 }),
      submitted({ 'quiz#1': 1, 'quiz#2': 0 }, { attempt: 2 }),
    ];
    const found = regraded(course({ retryMissed: true }), events(facts), today, grade);
    expect(found).toMatchObject([{ credits: { 'quiz#2': 1 }, attempt: { of: 'me-1:5', earned: 2 } }]);
  });

  it('keeps the points of its day where points have changed', () => {
    const facts = [
      answered('quiz#1', { attempt: 1 }),
      submitted({ 'quiz#1': 0, 'quiz#2': 0 }, { possible: 0.5 }),
    ];
    expect(regraded(course(), events(facts), today, grade)).toMatchObject([
      { attempt: { earned: 0.5, possible: 0.5 } },
    ]);
  });

  it.each([
    // Certain and wrong costs two of three thirds: as a whole never below 0. Right now: the full point.
    ['certain of both', 3, 3, 0, 1, undefined],
    ['certain of the corrected one', 3, 1, 0, 1, 1],
    ['guessed the corrected one', 1, 1, 0, 1 / 3, 1 / 3],
  ] as const)('marks by confidence: %s', (_what, sure, other, earned, _alone, now) => {
    const facts = [
      answered('quiz#1', { attempt: 1, confidence: sure }),
      answered('quiz#2', { attempt: 1, option: 'c', confidence: other }),
      submitted({ 'quiz#1': 0, 'quiz#2': 0 }, { earned }),
    ];
    const [fact] = regraded(course({ confidence: true }), events(facts), today, grade);
    // One sure mistake takes away more than the other answer brings: the credit counts all the same.
    expect(fact?.attempt?.earned).toBeCloseTo(now ?? 0);
    expect(fact?.credits).toEqual({ 'quiz#1': 1 });
  });
});

it('needs nothing of a question but its key: the site carries no more', async () => {
  const compiled = await Promise.all(COURSES.map((name) => compile(sourcesOf(name))));
  const found = compiled.flatMap((each) =>
    [...(each?.sources ?? [])].map(([key, source]) => ({
      whole: each?.questions.get(key),
      bare: linkQuestion(source, key, () => ''),
    })),
  );
  expect(new Set(found.map(({ bare }) => bare.type)).size).toBe(14);
  for (const { whole, bare } of found) expect(whole && keyOf(whole)).toEqual(keyOf(bare));
});
