import type { Instant } from '../model/condition.ts';
import type { Module, Quiz } from '../model/course.ts';
import type { Event } from '../model/events.ts';
import { due, type Evaluation, evaluate, type State, start, step } from '../path/index.ts';
import { clockFrom, DAY } from './clock.ts';
import { knowledgeOf } from './knowledge.ts';
import type { Plan } from './plan.ts';
import type { Random } from './random.ts';
import { answer } from './response.ts';
import { type Move, mindOf, seek } from './seek.ts';
import { type Sitting, sitting } from './sitting.ts';
import { type Attempt, type Drop, type Story, stuckAt } from './story.ts';
import type { Traits } from './traits.ts';

/** What bounds the life of one learner. */
export interface Terms {
  readonly start: Instant;
  /** The most moves; a learner who needs more goes in circles. */
  readonly moves: number;
  /** Hears each event as it is recorded, with the state before it. */
  readonly watch?: ((event: Event, before: State) => void) | undefined;
}

const DEVICE = 'simulated';

/**
 * One learner takes the course, from the first page to the end or to where they give up, by the contract
 * between the engine and who records events (docs/architecture.md). What is open, due and finished only the engine says.
 */
export function attend(plan: Plan, traits: Traits, random: Random, terms: Terms): Story {
  const { index, routed } = plan;
  const { course, nodes, dates } = index;
  const clock = clockFrom(terms.start, traits, random);
  const knowledge = knowledgeOf(plan, traits);
  const mind = mindOf(plan, traits, random);
  const visited = new Set<number>();
  const attempts = new Map<number, Attempt[]>();
  const sittings = new Map<number, Sitting>();
  const asked = new Map<number, number>();
  let state = start(course);
  let events = 0;
  let evaluations = 1;
  let known: Evaluation = evaluate(index, state, clock.now());
  let knownAt: Instant = clock.now();
  let moves = 0;
  let setbacks = 0;
  let last: number | undefined;
  let finish: { readonly minutes: number; readonly days: number } | undefined;

  /** Did a date that some condition names go by since? */
  const passed = (): boolean => dates.some((date) => knownAt < date && date <= clock.now());

  /** The meaning of the state now; the one known holds until something happens or a date passes. */
  const current = (): Evaluation => {
    if (known.state === state && !passed()) return known;
    knownAt = clock.now();
    known = evaluate(index, state, knownAt);
    evaluations++;
    return known;
  };

  /** What an event says of itself, in place: copying facts is what learners would spend a fifth of their time on. */
  const tick = (): number => ++events;

  const append = (event: Event): void => {
    const before = state;
    state = step(course, state, event);
    terms.watch?.(event, before);
  };

  /** Records what is due, until nothing is. */
  const settle = (): void => {
    for (let facts = due(current(), routed); facts.length > 0; facts = due(current(), routed)) {
      const before = state;
      for (const fact of facts) append({ ...fact, device: DEVICE, n: tick(), at: clock.now() });
      if (state === before) return;
    }
  };

  const record = (event: Event): void => {
    append(event);
    settle();
  };

  /** Studies, and records what a date that passes meanwhile makes due. */
  const spend = (minutes: number): void => {
    clock.study(minutes * traits.pace);
    if (passed()) settle();
  };

  /**
   * Enters an item: chooses the options around it that are the learner's to choose, and opens it. False where a choice made
   * something appear that stands before it.
   */
  const enter = (at: number): boolean => {
    let isNews = false;
    const way: number[] = [];
    for (let up = at; up >= 0; up = nodes[up]?.parent ?? -1) way.unshift(up);
    for (const place of way) {
      const section = nodes[nodes[place]?.parent ?? -1]?.item;
      if (section?.kind !== 'section') continue;
      const isWay = section.type.endsWith('branching') || plan.choices[place];
      if (isWay && state.items[place]?.first === undefined) isNews = true;
      const isChoice = section.type === 'dynamic-branching' && section.by.type === 'choose';
      if (
        isChoice &&
        !current()
          .chosen(nodes[place]?.parent ?? -1)
          .includes(place)
      ) {
        record({
          type: 'chose',
          section: section.id,
          option: nodes[place]?.item.id ?? '',
          device: DEVICE,
          n: tick(),
          at: clock.now(),
        });
        if (!current().open(at)) return false;
      }
    }
    const event: Event = {
      type: 'opened',
      item: nodes[at]?.item.id ?? '',
      device: DEVICE,
      n: tick(),
      at: clock.now(),
    };
    // Opening what is open changes nothing else but where it begins a way, or some condition asks for just that.
    if (isNews) record(event);
    else append(event);
    visited.add(at);
    last = at;
    return true;
  };

  const careful = (): boolean => random.chance(traits.diligence);

  const practise = (at: number, item: Module): void => {
    // Where no condition reads the answers, nothing can be due.
    const isSilent = item.done.type !== 'questions' && !plan.asksMastery;
    const questions = plan.questions[at] ?? [];
    item.questions.forEach(({ key }, place) => {
      const question = questions[place];
      if (!question) return;
      for (let tries = 0; tries < 2; tries++) {
        const credit = answer(question, knowledge.ability(at, place), random);
        const response = { type: 'single', option: DEVICE } as const;
        const event: Event = {
          type: 'answered',
          item: item.id,
          question: key,
          response,
          credit,
          device: DEVICE,
          n: tick(),
          at: clock.now(),
        };
        if (isSilent) append(event);
        else record(event);
        if (credit === 1 || !careful()) break;
        knowledge.explain(at, place);
      }
    });
  };

  const study = (at: number, item: Module): void => {
    if (!enter(at)) return;
    spend(item.minutes);
    knowledge.study(at, traits.diligence);
    if (item.done.type === 'questions' || (item.questions.length > 0 && careful())) practise(at, item);
    switch (item.done.type) {
      case 'view':
        record({ type: 'viewed', item: item.id, device: DEVICE, n: tick(), at: clock.now() });
        return;
      case 'manual':
        record({ type: 'marked', item: item.id, device: DEVICE, n: tick(), at: clock.now() });
        return;
      case 'questions':
        return;
      case 'video': {
        const duration = Math.max(1, item.minutes * 60);
        for (const media of item.done.media?.length ? item.done.media : ['video'])
          record({
            type: 'media',
            item: item.id,
            media,
            from: 0,
            to: duration,
            duration,
            device: DEVICE,
            n: tick(),
            at: clock.now(),
          });
        return;
      }
    }
  };

  const sit = (at: number, item: Quiz): void => {
    if (!enter(at)) return;
    spend(item.minutes);
    const before = current().quiz(at);
    const ability = (place: number) => knowledge.ability(at, place);
    const sat = sitting(item, plan.questions[at] ?? [], ability, random, sittings.get(at), (place) => {
      if (careful()) knowledge.explain(at, place);
    });
    sittings.set(at, sat);
    const { credits, earned, possible } = sat;
    record({
      type: 'submitted',
      item: item.id,
      attempt: before?.attempt ?? 1,
      earned,
      possible,
      credits,
      device: DEVICE,
      n: tick(),
      at: clock.now(),
    });
    const after = current().quiz(at);
    const attempt = { share: after?.last ?? 0, passed: after?.passed ?? false };
    attempts.set(at, [...(attempts.get(at) ?? []), attempt]);
    // Where failing holds nobody back it is a setback only when nothing was gained.
    if (after?.failed && (after.best === before?.best || !current().cleared(at))) setbacks++;
  };

  const review = (at: number): void => {
    if (!enter(at)) return;
    const item = nodes[at]?.item;
    // Some only press the button.
    const inEarnest = careful();
    spend((item?.minutes ?? 0) * (inEarnest ? 0.5 : 0.1));
    if (inEarnest) knowledge.review(at, traits.diligence);
    record({ type: 'reviewed', item: item?.id ?? '', device: DEVICE, n: tick(), at: clock.now() });
  };

  const ask = (at: number): void => {
    asked.set(at, (asked.get(at) ?? 0) + 1);
    setbacks++;
    last = at;
    clock.waitUntil(clock.now() + DAY * (1 + random.below(3)));
    settle();
    record({ type: 'unlocked', item: nodes[at]?.item.id ?? '', device: DEVICE, n: tick(), at: clock.now() });
  };

  const make = (move: Move): void => {
    const item = nodes[move.at]?.item;
    const done = current().cleared(move.at);
    switch (move.type) {
      case 'study':
        if (item?.kind === 'module') study(move.at, item);
        break;
      case 'practise':
        if (item?.kind !== 'module') break;
        if (!enter(move.at)) break;
        spend(item.minutes / 2);
        practise(move.at, item);
        setbacks++;
        break;
      case 'sit':
        if (item?.kind === 'quiz') sit(move.at, item);
        break;
      case 'review':
        review(move.at);
        break;
      case 'ask':
        ask(move.at);
        break;
    }
    if (!done && current().cleared(move.at)) setbacks = 0;
  };

  /** The first later date at which there is something to do. */
  const reopens = (): Instant | undefined =>
    dates.find((date) => {
      if (date <= clock.now()) return false;
      evaluations++;
      const then = evaluate(index, state, date);
      return then.finished() || seek(then, mind, true) !== undefined;
    });

  /** Goes on until the end; then, without being in need of it, with what else they want. */
  const live = (): Drop | undefined => {
    for (;;) {
      settle();
      if (!finish && current().finished()) finish = sofar();
      clock.sitDown();
      if (passed()) settle();
      const move = seek(current(), mind, false) ?? (finish ? undefined : seek(current(), mind, true));
      if (finish && !move) return undefined;
      if (moves++ >= terms.moves) return lost({ reason: 'circles', at: move?.at ?? last });
      if (move) {
        if (setbacks > traits.setbacks) return lost({ reason: 'setbacks', at: last });
        if (clock.studied() > traits.stamina * plan.estimate) return lost({ reason: 'time', at: last });
        make(move);
        continue;
      }
      const at = stuckAt(current()) ?? last;
      const date = reopens();
      if (date === undefined) return { reason: wasOpen() ? 'closed' : 'trapped', at };
      if (date - clock.now() > traits.waits * DAY) return { reason: 'wait', at };
      clock.waitUntil(date);
    }
  };

  /** Who has finished is not lost. */
  const lost = (drop: Drop): Drop | undefined => (finish ? undefined : drop);

  const sofar = () => ({
    minutes: clock.studied(),
    days: Math.ceil((clock.now() - terms.start) / DAY),
  });

  /** Had the same learner come to the same place at the time of their start, would there have been a way on? */
  const wasOpen = (): boolean => {
    if (dates.length === 0) return false;
    evaluations++;
    const then = evaluate(index, state, terms.start);
    return then.finished() || seek(then, mind, true) !== undefined;
  };

  const drop = live();
  return {
    drop,
    ...(finish ?? sofar()),
    moves,
    evaluations,
    visited,
    attempts,
    asked,
    evaluation: current(),
  };
}
