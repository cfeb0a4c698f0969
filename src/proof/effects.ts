import type { Condition } from '../model/condition.ts';
import type { Lookup, Node } from '../path/index.ts';

/**
 * Places of the items (modules and quizzes) with which a learner can make something true, and with which they can
 * make it false again. `TIME` stands for waiting. Generous: a place too many costs time, one too few a wrong proof.
 */
export interface Effect {
  readonly up: ReadonlySet<number>;
  readonly down: ReadonlySet<number>;
}

/** The place that stands for the clock. */
export const TIME = -1;

const NONE: Effect = { up: new Set(), down: new Set() };

/** Who can change what in a course. */
export interface Effects {
  of(condition: Condition | undefined): Effect;
  /** Is the item cleared? */
  clearing(at: number): Effect;
  /** What can close a module or quiz that is open and was not entered yet. */
  closing(at: number): ReadonlySet<number>;
  /** Modules and quizzes in an item, itself included. */
  leaves(at: number): readonly number[];
}

/** Reads off the conditions and the shape of a course who can change what. */
export function effectsOf(index: Lookup): Effects {
  const { nodes } = index;
  const rounds = new Rounds();
  const sets = rounds.remember<ReadonlySet<number>>(({ size }) => size, NONE.up);
  const effects = rounds.remember<Effect>(({ up, down }) => up.size + down.size, NONE);
  const place = (id: string): number => index.at.get(id) ?? -2;

  const inside: (readonly number[])[] = [];
  for (const { at, item, children } of nodes.toReversed())
    inside[at] = item.kind === 'section' ? children.flatMap((child) => inside[child] ?? []) : [at];
  const leaves = (at: number): readonly number[] => inside[at] ?? [];

  const badge = effects((id: string): Effect => {
    const when = index.badges.get(id)?.when;
    // What was awarded stays awarded.
    return when ? { up: of(when).up, down: NONE.down } : NONE;
  });

  const competency = effects((id: string): Effect => {
    const tagged = new Set(index.competencies.get(id)?.questions.map(({ item }) => item));
    // A wrong answer to a new question lowers the share.
    return { up: tagged, down: tagged };
  });

  /** All that decides which of the items in a section are there. */
  const appearing = sets((at: number): ReadonlySet<number> => {
    const node = nodes[at];
    if (!node) return NONE.up;
    const own = [
      ...node.children.map((child) => both(of(nodes[child]?.item.when))),
      ...routing(node),
      ...node.children.map(appearing),
    ];
    return union(own);
  });

  const clearing = effects((at: number): Effect => {
    const node = nodes[at];
    if (!node) return NONE;
    if (node.item.kind !== 'section') return { up: new Set([at]), down: NONE.down };
    const decided = appearing(at);
    const children = node.children.map(clearing);
    // With nothing in it that is required, it is cleared as soon as it is open.
    const opening = hasSomethingRequired(node) ? NONE.up : union([opens(at), decided]);
    return {
      up: union([decided, opening, ...children.map(({ up }) => up)]),
      down: union([decided, opening, ...children.map(({ down }) => down)]),
    };
  });

  const points = effects((): Effect => {
    const all = nodes.filter(({ item }) => item.points > 0).map((node) => clearing(node.at));
    return { up: union(all.map(({ up }) => up)), down: union(all.map(({ down }) => down)) };
  });

  /** All that decides whether a section may be entered, in either direction. */
  const opens = sets((at: number): ReadonlySet<number> => {
    const node = nodes[at];
    if (!node) return NONE.up;
    const { item, parent } = node;
    const siblings = nodes[parent]?.children ?? [];
    return union([
      both(of(item.when)),
      both(of(item.requires)),
      new Set(siblings.filter((other) => other !== at).flatMap(leaves)),
      ...siblings.map(appearing),
      ...(nodes[parent] ? routing(nodes[parent]) : []),
      parent >= 0 ? opens(parent) : NONE.up,
    ]);
  });

  const shutting = sets((at: number): ReadonlySet<number> => {
    const node = nodes[at];
    if (!node) return NONE.up;
    const { item, parent } = node;
    const section = nodes[parent];
    const own = [of(item.when).down, of(item.requires).down];
    if (section?.item.kind !== 'section') return union(own);
    const siblings = section.children;
    switch (section.item.type) {
      case 'linear':
      case 'hurdles':
        for (const other of siblings) {
          if (other >= at) break;
          const before = nodes[other]?.item;
          // An earlier item that turns up, or that gains work, stands in the way.
          if (before?.optional === false)
            own.push(of(before.when).up, clearing(other).down, appearing(other));
        }
        break;
      case 'random-access':
        break;
      case 'static-branching':
        own.push(...siblings.filter((other) => other !== at).map((other) => new Set(leaves(other))));
        break;
      case 'dynamic-branching':
        if (section.item.by.type === 'route') own.push(...routing(section));
        else if (!section.item.by.switch)
          own.push(...siblings.filter((other) => other !== at).map((other) => new Set(leaves(other))));
    }
    return union([...own, shutting(parent)]);
  });

  function of(condition: Condition | undefined): Effect {
    if (!condition) return NONE;
    switch (condition.type) {
      case 'all':
      case 'any': {
        const parts = condition.of.map(of);
        return { up: union(parts.map(({ up }) => up)), down: union(parts.map(({ down }) => down)) };
      }
      case 'not': {
        const { up, down } = of(condition.of);
        return { up: down, down: up };
      }
      case 'completed':
        return clearing(place(condition.item));
      case 'passed':
      case 'attempts':
        return { up: new Set([place(condition.quiz)]), down: NONE.down };
      case 'failed': {
        const quiz = new Set([place(condition.quiz)]);
        return { up: quiz, down: quiz };
      }
      case 'score': {
        const quiz = new Set([place(condition.quiz)]);
        return { up: quiz, down: condition.below === undefined ? NONE.down : quiz };
      }
      case 'chosen': {
        const option = place(condition.option);
        const section = nodes[nodes[option]?.parent ?? -1];
        if (!section?.rules) return { up: new Set(leaves(option)), down: NONE.down };
        const decided = union([...routing(section), new Set(leaves(section.at)), opens(section.at)]);
        return { up: decided, down: decided };
      }
      case 'mastered':
        return competency(condition.competency);
      case 'points':
        return points();
      case 'badge':
        return badge(condition.badge);
      case 'after':
        return { up: new Set([TIME]), down: NONE.down };
      case 'before':
        return { up: NONE.down, down: new Set([TIME]) };
    }
  }

  function routing({ rules }: Node): ReadonlySet<number>[] {
    return (rules ?? []).map(({ when }) => both(of(when)));
  }

  function hasSomethingRequired(node: Node): boolean {
    return node.children.some((child) => {
      const inner = nodes[child];
      if (!inner || inner.item.optional || inner.item.when) return false;
      if (inner.item.kind !== 'section') return true;
      return !inner.rules && hasSomethingRequired(inner);
    });
  }

  rounds.settle(() => {
    for (const { at } of nodes) {
      clearing(at);
      shutting(at);
    }
    for (const id of index.badges.keys()) badge(id);
  });
  return { of, clearing, closing: shutting, leaves };
}

function both({ up, down }: Effect): ReadonlySet<number> {
  return down.size === 0 ? up : union([up, down]);
}

function union(sets: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  const filled = sets.filter(({ size }) => size > 0);
  if (filled.length < 2) return filled[0] ?? NONE.up;
  const all = new Set<number>();
  for (const set of filled) for (const each of set) all.add(each);
  return all;
}

/**
 * Answers that are worked out once for each key. Where an answer asks for itself, it gets what the round before
 * found; rounds are repeated until nothing grows, which gives the least sets that fit all the rules together.
 */
class Rounds {
  private circular = false;
  private readonly forgets: (() => boolean)[] = [];

  remember<Answer>(size: (answer: Answer) => number, nothing: Answer) {
    return <Key = void>(answer: (key: Key) => Answer): ((key: Key) => Answer) => {
      let known = new Map<Key, Answer>();
      let before = new Map<Key, Answer>();
      const busy = new Set<Key>();
      this.forgets.push(() => {
        const grew = [...known].some(([key, found]) => size(found) !== size(before.get(key) ?? nothing));
        before = known;
        known = new Map();
        return grew;
      });
      return (key) => {
        const found = known.get(key);
        if (found !== undefined) return found;
        if (busy.has(key)) {
          this.circular = true;
          return before.get(key) ?? nothing;
        }
        busy.add(key);
        const made = answer(key);
        busy.delete(key);
        known.set(key, made);
        return made;
      };
    };
  }

  /** Runs `ask`, which asks for everything that matters, until its answers are final. */
  settle(ask: () => void): void {
    for (let grew = true; grew; ) {
      this.circular = false;
      ask();
      if (!this.circular) return;
      grew = this.forgets.map((forget) => forget()).some(Boolean);
      if (!grew) ask();
    }
  }
}
