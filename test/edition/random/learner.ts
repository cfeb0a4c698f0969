import { confidentScore } from '../../../src/assess/confidence.ts';
import { asked } from '../../../src/assess/draw.ts';
import { afterHints, leftAfterHints } from '../../../src/assess/hints.ts';
import { score } from '../../../src/assess/score.ts';
import type { Share } from '../../../src/model/condition.ts';
import type { Course, Item, Module, QuestionRef, Quiz } from '../../../src/model/course.ts';
import type { Answer, Confidence, Event, Fact, Response } from '../../../src/model/events.ts';
import type { ItemId, QuestionKey } from '../../../src/model/ids.ts';
import { reaches } from '../../../src/path/attempts.ts';
import { renamed, replay, type State, step, type View, view } from '../../../src/path/index.ts';
import type { Question } from '../../../src/questions/question.ts';
import { grade, questionKinds } from '../../../src/questions/registry.ts';
import { regraded } from '../../../src/runtime/edition/regrade.ts';
import type { Random } from '../../../src/simulate/random.ts';
import type { Compiled } from './compiled.ts';

type Submission = Extract<Event, { type: 'submitted' }>;
type Answered = Extract<Event, { type: 'answered' }>;

/** A minute, in milliseconds. */
const MINUTE = 60_000;

/** Somebody's browser: what is recorded in it, as the runtime would (docs/architecture.md), and what it shows. */
export class Learner {
  /** As they are kept, in the names of their day; and in those of this edition. */
  readonly stored: Event[];
  readonly events: Event[];
  readonly compiled: Compiled;
  state: State;
  view: View;
  now: number;
  readonly #device: string;
  /** The largest counter seen. */
  #n: number;
  readonly #random: Random;

  /** How often what is known is given as the answer. */
  readonly #ability: number;
  /** How often the course's own way on is taken. */
  readonly #drive: number;

  /** Opens the site of an edition with these events in the store, and with the questions whose keys it has corrected. */
  constructor(
    compiled: Compiled,
    random: Random,
    device: string,
    stored: readonly Event[],
    now: number,
    corrections: readonly Question[] = [],
  ) {
    this.#ability = random.share();
    this.#drive = random.share();
    this.compiled = compiled;
    this.stored = [...stored];
    this.events = stored.map((event) => renamed(compiled.course, event));
    this.#random = random;
    this.#device = device;
    this.now = now;
    this.#n = stored.reduce((most, { n }) => Math.max(most, n), 0);
    this.state = replay(this.#course, this.events);
    this.view = view(this.#course, this.state, now);
    for (const fact of regraded(this.#course, this.events, corrections, grade)) this.#record(fact);
    this.#settle();
  }

  get #course(): Course {
    return this.compiled.course;
  }

  /** Does so many things, one after the other, each of those that can be done; fewer where nothing is left. */
  play(moves: number): void {
    for (let made = 0; made < moves; made++) {
      const { next } = this.view;
      const all = this.#moves(this.#random.chance(this.#drive) ? next : undefined);
      const move = all[this.#random.below(Math.max(1, all.length))];
      if (!move) return;
      this.now += MINUTE * (1 + this.#random.below(30));
      move();
    }
  }

  #record(fact: Fact, device = this.#device): void {
    this.#add({ ...fact, device, n: ++this.#n, at: this.now });
    this.#settle();
  }

  #add(event: Event): void {
    this.stored.push(event);
    this.events.push(event);
    this.state = step(this.#course, this.state, event);
    this.view = view(this.#course, this.state, this.now);
  }

  /** What is due is recorded, each fact once. */
  #settle(): void {
    const settled = new Set<string>();
    for (;;) {
      const due = this.view.due.find((fact) => !settled.has(JSON.stringify(fact)));
      if (!due) return;
      settled.add(JSON.stringify(due));
      this.#add({ ...due, device: this.#device, n: ++this.#n, at: this.now });
    }
  }

  /** What can be done now, in one item or in all; what leads on stands there more often. */
  #moves(only?: ItemId): (() => void)[] {
    const wanted = new Set([...this.view.byId.values()].flatMap(({ quiz }) => quiz?.toReview ?? []));
    return this.#course.items.flatMap((item) => {
      const own = this.view.byId.get(item.id);
      if (only !== undefined && item.id !== only) return [];
      if (item.kind === 'section' || !own || (own.status !== 'open' && own.status !== 'done')) return [];
      const isNew = !own.cleared || (own.quiz?.failed ?? false);
      const moves =
        item.kind === 'module'
          ? this.#inModule(item, wanted.has(item.id))
          : this.#inQuiz(item, wanted.has(item.id));
      const enters = moves.map((move) => () => {
        if (this.#enter(item)) move();
      });
      return isNew || wanted.has(item.id) ? Array.from({ length: 8 }, () => enters).flat() : enters;
    });
  }

  /** Chooses the options around it, and opens it; false where that shut it. */
  #enter(item: Item): boolean {
    const items = new Map(this.#course.items.map((other) => [other.id, other]));
    const way: Item[] = [];
    for (let up: Item | undefined = item; up; up = items.get(up.parent ?? '')) way.unshift(up);
    for (const option of way) {
      const section = items.get(option.parent ?? '');
      if (section?.kind !== 'section' || section.type !== 'dynamic-branching') continue;
      const isChosen = this.view.byId.get(section.id)?.chosen?.includes(option.id);
      if (section.by.type !== 'choose' || isChosen) continue;
      this.#record({ type: 'chose', section: section.id, option: option.id });
      if (!this.#isOpen(item.id)) return false;
    }
    if (!this.view.byId.get(item.id)?.opened) this.#record({ type: 'opened', item: item.id });
    return true;
  }

  #isOpen(id: ItemId): boolean {
    return /open|done/.test(this.view.byId.get(id)?.status ?? '');
  }

  #inModule(item: Module, isAsked: boolean): (() => void)[] {
    const { id, done, questions } = item;
    const isDone = this.view.byId.get(id)?.cleared;
    const moves: (() => void)[] = questions.map((ref) => () => this.#practise(item, ref));
    if (isAsked)
      moves.push(() =>
        this.#record({ type: isDone || done.type !== 'view' ? 'reviewed' : 'viewed', item: id }),
      );
    if (isDone) return moves;
    switch (done.type) {
      case 'view':
        moves.push(() => this.#record({ type: 'viewed', item: id }));
        break;
      case 'manual':
        moves.push(() => this.#record({ type: 'marked', item: id }));
        break;
      case 'video':
        for (const media of done.media ?? ['film'])
          moves.push(() => {
            const from = this.#random.below(50);
            const to = from + 50;
            this.#record({ type: 'media', item: id, media, from, to, duration: 100 });
          });
        break;
      case 'questions':
        // Who only looks at it does nothing else here.
        if (questions.length === 0) moves.push(() => undefined);
    }
    return moves;
  }

  #practise(item: Module, ref: QuestionRef): void {
    const question = this.compiled.questions.get(ref.key);
    if (!question) return;
    const { credit, answer } = this.#answer(question);
    this.#record(answered(item.id, ref, answer, credit));
  }

  #inQuiz(quiz: Quiz, isAsked: boolean): (() => void)[] {
    const own = this.view.byId.get(quiz.id)?.quiz;
    if (!own) return [];
    const mayTry = own.attemptsLeft !== 0 && own.toReview.length === 0;
    const moves: (() => void)[] = [];
    if (mayTry) moves.push(() => this.#attempt(quiz, own.attempt));
    if (isAsked) moves.push(() => this.#record({ type: 'reviewed', item: quiz.id }));
    if (own.exhausted && quiz.exhausted === 'contact')
      moves.push(() => this.#record({ type: 'unlocked', item: quiz.id }));
    return moves;
  }

  /** Takes an attempt; now and then it stays half done, or a second tab hands it in as well. */
  #attempt(quiz: Quiz, number: number): void {
    const item = quiz.id;
    const began = this.events.find(
      (event) => event.type === 'began' && event.item === item && event.attempt === number,
    );
    const seed = began?.type === 'began' ? began.seed : this.#random.below(2 ** 31);
    if (!began) this.#record({ type: 'began', item, attempt: number, seed });
    if (this.#random.chance(0.15)) return;
    // Both tabs are graded by what stood there when they handed in.
    const last = this.#lastSubmission(quiz);
    this.#handIn(quiz, number, seed, last);
    if (this.#random.chance(0.06)) this.#handIn(quiz, number, seed, last, `${this.#device}2`);
  }

  /** As `handIn` of the runtime does it (src/runtime/quiz/hand-in.ts). */
  #handIn(
    quiz: Quiz,
    number: number,
    seed: number,
    last: Submission | undefined,
    device = this.#device,
  ): void {
    const kept = this.#keptFrom(quiz, last);
    const refs = new Map(quiz.questions.map((ref) => [ref.key, ref]));
    const all = asked(quiz, seed);
    const fixed = all.filter((key) => !key.slice(key.indexOf('#')).includes('/'));
    const missed =
      kept && new Set([...fixed, ...Object.keys(last?.credits ?? {})].filter((key) => !kept.has(key)));
    const keys = missed ? asked(quiz, seed, missed) : all;
    const credits: Record<QuestionKey, Share> = {};
    const merits: Record<QuestionKey, Share> = {};
    const left: Record<QuestionKey, Share> = {};
    const confidences: Record<QuestionKey, Confidence | undefined> = {};
    for (const key of keys) {
      const question = this.compiled.questions.get(key);
      const ref = refs.get(key);
      if (!question || !ref) continue;
      const isGiven = this.#random.chance(0.93);
      const found = this.#answer(question, quiz.settings?.confidence);
      credits[key] = isGiven ? found.credit : 0;
      merits[key] = isGiven ? found.merit : 0;
      left[key] = leftAfterHints(question.hints, found.answer.hints ?? 0);
      confidences[key] = found.answer.confidence;
      if (isGiven)
        this.#record({ ...answered(quiz.id, ref, found.answer, found.credit), attempt: number }, device);
    }
    for (const key of kept ?? []) {
      if (!last || !refs.has(key)) continue;
      credits[key] = left[key] = last.credits[key] ?? 0;
      merits[key] = isRight(last, key) ? 1 : 0;
      confidences[key] = this.#answerIn(quiz, last, key)?.confidence;
    }
    const inAttempt = Object.keys(credits).flatMap((key) => refs.get(key) ?? []);
    const points = quiz.settings?.confidence
      ? confidentScore(inAttempt, merits, confidences, left)
      : score(inAttempt, credits);
    const right = Object.keys(credits).filter((key) => (merits[key] ?? 0) >= 1 && (credits[key] ?? 0) < 1);
    const share = points.possible > 0 ? points.earned / points.possible : 1;
    const passed = quiz.pass !== undefined && reaches(share, quiz.pass);
    this.#record(
      {
        type: 'submitted',
        item: quiz.id,
        attempt: number,
        ...points,
        credits,
        ...(right.length > 0 && { right }),
        ...(passed && { passed }),
      },
      device,
    );
  }

  #lastSubmission({ id }: Quiz): Submission | undefined {
    const found = this.events.findLast((event) => event.type === 'submitted' && event.item === id);
    return found?.type === 'submitted' ? found : undefined;
  }

  #keptFrom(quiz: Quiz, last: Submission | undefined): ReadonlySet<QuestionKey> | undefined {
    if (!quiz.settings?.retryMissed || !last) return undefined;
    const worth = new Map(quiz.questions.map(({ key, points }) => [key, points]));
    const keys = Object.keys(last.credits);
    const kept = keys.filter((key) => isRight(last, key) || worth.get(key) === 0);
    return kept.length > 0 && kept.length < keys.length ? new Set(kept) : undefined;
  }

  #answerIn({ id }: Quiz, submission: Submission, key: QuestionKey): Answered | undefined {
    const found = this.events.findLast(
      (event) =>
        event.type === 'answered' && event.item === id && event.question === key && event.n < submission.n,
    );
    return found?.type === 'answered' ? found : undefined;
  }

  /** An answer by somebody who knows something: the better of a few guesses, or what is right. */
  #answer(question: Question, isSure = false): { answer: Answer; merit: Share; credit: Share } {
    const random = this.#random;
    const below = (count: number) => random.below(Math.max(1, count));
    const tries = Array.from({ length: 1 + random.below(1 + Math.round(12 * this.#ability)) }, () =>
      guess(question, below),
    );
    const known = random.chance(this.#ability) ? rightResponse(question) : undefined;
    const graded = [...tries, ...(known ? [known] : [])].map((response) => ({
      response,
      merit: grade(question, response)?.credit ?? 0,
    }));
    const best = graded.reduce((a, b) => (b.merit > a.merit ? b : a));
    const hints = random.chance(0.25) ? random.below(question.hints.length + 1) : 0;
    const confidence = ([1, 2, 3] as const)[random.below(3)] ?? 1;
    return {
      answer: { response: best.response, ...(hints > 0 && { hints }), ...(isSure && { confidence }) },
      merit: best.merit,
      credit: afterHints(best.merit, question.hints, hints),
    };
  }
}

function answered(
  item: ItemId,
  { key, asks, answer: by }: QuestionRef,
  answer: Answer,
  credit: Share,
): Fact & { type: 'answered' } {
  return {
    type: 'answered',
    item,
    question: key,
    ...answer,
    credit,
    ...(asks !== undefined && { asks }),
    ...(by !== undefined && { answer: by }),
  };
}

function isRight({ credits, right = [] }: Submission, key: QuestionKey): boolean {
  return (credits[key] ?? 0) >= 1 || right.includes(key);
}

function guess<T extends Question['type']>(
  question: Question & { readonly type: T },
  below: (n: number) => number,
): Response {
  const type: T = question.type;
  return questionKinds[type].guess(question, below);
}

/** What is right where a guess never is. */
function rightResponse(question: Question): Response | undefined {
  switch (question.type) {
    case 'short-text':
      return { type: 'text', text: question.answers[0]?.text ?? '' };
    case 'numeric':
      return { type: 'text', text: `${question.answers[0]?.value} ${question.units?.[0]?.key ?? ''}`.trim() };
    case 'calculated':
      return {
        type: 'text',
        text: `${question.variants[0]?.answers[0]?.value} ${question.units?.[0]?.key ?? ''}`.trim(),
        variant: 0,
      };
    case 'cloze':
      return {
        type: 'fields',
        fields: Object.fromEntries(
          question.blanks.map((blank) => [
            blank.id,
            blank.kind === 'text'
              ? (blank.answers[0] ?? '')
              : (blank.choices.find(({ correct }) => correct)?.id ?? ''),
          ]),
        ),
      };
    default:
      return undefined;
  }
}
