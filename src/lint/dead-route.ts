import type { Condition } from '../model/condition.ts';
import type { Course, RouteRule } from '../model/course.ts';
import type { Related } from '../model/diagnostic.ts';
import type { ItemId } from '../model/ids.ts';
import type { LintContext } from './context.ts';
import { possibleScores } from './impossible.ts';
import { whyNever } from './never.ts';

/** Why a rule of a route sends nobody on. */
export interface NoRoute {
  readonly why: string;
  readonly help: string;
  readonly related: readonly Related[];
}

/**
 * Why no learner is sent on by a rule; undefined where that does no harm: an `otherwise` that never applies is a careful
 * author's habit, as long as its options are named elsewhere.
 */
export function whyNoRoute(
  context: LintContext,
  course: Course,
  id: ItemId,
  at: number,
): NoRoute | undefined {
  const { items, place } = context;
  const section = items.get(id);
  if (section?.kind !== 'section' || section.type !== 'dynamic-branching' || section.by.type !== 'route')
    return undefined;
  const { rules } = section.by;
  const rule = rules[at];
  if (rule === undefined) return undefined;
  const above = rules.slice(0, at);
  if (rule.when === undefined) {
    const isNamed = rule.to.every((option) => above.some(({ to }) => to.includes(option)));
    if (isNamed) return undefined;
    return {
      why: 'the rules above it already take everybody who comes there',
      help: 'Narrow the rules above it, or remove this rule and the option that only it names.',
      related: [],
    };
  }
  const swallowing = takenAbove(context, rule.when, above);
  if (swallowing.length > 0) {
    const one = swallowing.length === 1;
    return {
      why: `rules are read from the top, and ${one ? 'a rule above already takes' : 'the rules above already take'} everybody whom it could hold for`,
      help: 'Move the narrower rule up: the highest score first, or the lowest for `below`.',
      related: swallowing.map((each) => ({ message: 'this rule takes them', span: place(each, 'when') })),
    };
  }
  const others = rules.filter((other) => other !== rule);
  const isOnly = rule.to.some((option) => !others.some(({ to }) => to.includes(option)));
  const what = isOnly ? 'this rule and the option that only it names' : 'this rule';
  const never = whyNever(context, course, rule.when, section, what);
  return {
    why:
      at > 0 && never.why.startsWith('it waits until')
        ? `${never.why}, or a rule above it takes those learners`
        : never.why,
    help: never.help ?? `Correct the rule or what it is about, or remove ${what}.`,
    related: [],
  };
}

/** The rules above that take every score for which a condition on one score could hold; none where that is not the reason. */
function takenAbove(
  { items }: LintContext,
  when: Condition,
  above: readonly RouteRule[],
): readonly RouteRule[] {
  if (when.type !== 'score') return [];
  const quiz = items.get(when.quiz);
  const scores = quiz?.kind === 'quiz' ? possibleScores(quiz) : undefined;
  const own = scores?.filter((score) => fits(when, when.quiz, score)) ?? [];
  if (own.length === 0) return [];
  const takers = own.map((score) => above.find((rule) => rule.when && fits(rule.when, when.quiz, score)));
  const found = takers.flatMap((taker) => taker ?? []);
  return found.length === own.length ? [...new Set(found)] : [];
}

function fits(condition: Condition, quiz: ItemId, score: number): boolean {
  if (condition.type !== 'score' || condition.quiz !== quiz) return false;
  const { from = 0, below = Number.POSITIVE_INFINITY } = condition;
  return score >= from - 1e-9 && score < below - 1e-9;
}
