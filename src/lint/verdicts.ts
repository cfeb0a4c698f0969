import type { Instant } from '../model/condition.ts';
import type { Course } from '../model/course.ts';
import type { Related } from '../model/diagnostic.ts';
import type { ItemId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import { follow, type Moment, type PathFinding, type Proof, type Step } from '../proof/index.ts';
import { besides, blamed, type CauseWords, causeInWords } from './cause-words.ts';
import type { LintContext } from './context.ts';
import { bestEffort } from './effort.ts';
import { causesOnly, isKeptFrom, ruleOf } from './follows.ts';
import { gapsWithTheirRules } from './gaps.ts';
import { dateIn, tellClosed, tellEnd, tellGap, tellStory } from './story.ts';
import { type Cause, causesAt, isFinal } from './stuck.ts';

/** A finding of the proof with the place to blame and what an author needs to see. */
export interface Verdict {
  readonly rule: VerdictRule;
  readonly finding: PathFinding;
  readonly span: Span;
  readonly related: readonly Related[];
  readonly witness: readonly string[];
  /** Of a trap: why. */
  readonly cause?: CauseWords;
  /** Of a trap in a route: the section. */
  readonly section?: ItemId;
  /** Of a trap: it catches everybody, from the start. */
  readonly everyone: boolean;
  /** What is dead or closed is waited for as well: who cannot finish for it. */
  readonly blocks: Blocks;
}

export type Blocks = 'all' | 'some' | 'none';

export type VerdictRule = `path/${PathFinding['type'] | 'needs-hidden'}`;

/** How many other causes are shown beside the first. */
const MORE = 2;

/**
 * What the proof found, one verdict for each mistake: two findings that blame the same place become one, and what is
 * dead or closed for everybody says more than the trap that follows from it.
 */
export function verdictsOf(context: LintContext, course: Course, proof: Proof): Verdict[] {
  const date = dateIn(context.loaded.settings.timezone);
  const isStuck = proof.findings.some((finding) => finding.type === 'trap' && finding.witness.length === 0);
  const unreached = proof.findings.flatMap((finding) => (finding.type === 'trap' ? [] : [finding]));
  const verdicts = causesOnly(course, unreached, isStuck).map((finding) =>
    plainVerdict(context, course, finding, date),
  );
  const ends: Moment[] = [];
  for (const finding of proof.findings) {
    if (finding.type !== 'trap') continue;
    const { verdict: trap, end } = trapVerdict(context, course, finding, date);
    const at = verdicts.findIndex(
      ({ span, rule }) =>
        overlap(span, trap.span) && !(rule === 'path/dead-route' && trap.rule === 'path/route-gap'),
    );
    const before = verdicts[at];
    if (before === undefined) {
      verdicts.push(trap);
      ends.push(end);
    } else if (before.finding.type !== 'trap')
      verdicts[at] = { ...before, blocks: trap.everyone || before.blocks === 'all' ? 'all' : 'some' };
  }
  const own = verdicts.filter(({ finding }) => !ends.some((end) => isKeptFrom(course, end, finding)));
  return gapsWithTheirRules(context, course, own);
}

function overlap(a: Span, b: Span): boolean {
  return a.file === b.file && a.start < b.end && b.start < a.end;
}

function trapVerdict(
  context: LintContext,
  course: Course,
  finding: Extract<PathFinding, { type: 'trap' }>,
  date: (at: Instant) => string,
): { readonly verdict: Verdict; readonly end: Moment } {
  const { witness, rest } = finding;
  const trapped = follow(course, witness);
  let end = follow(course, rest, trapped);
  let causes = ranked(course, trapped, causesAt(course, end));
  if (causes[0] === undefined || !isFinal(course, trapped, causes[0])) {
    const best = bestEffort(course, trapped);
    const better = ranked(course, trapped, causesAt(course, best));
    if (better.length > 0) [end, causes] = [best, better];
  }
  const [first, ...more] = causes;
  const others = more.slice(0, MORE).map((cause) => ({
    message: causeInWords(course, cause, date, context.now).clause,
    span: spanOf(context, course, cause),
  }));
  const beside = first ? besides(first, context.items) : [];
  const verdict: Verdict = {
    rule: `path/${first === undefined ? 'trap' : kindOf(first)}`,
    finding,
    span: first === undefined ? context.place(course, 'pathway') : spanOf(context, course, first),
    related: [
      ...beside.map(({ message, node, field }) => ({ message, span: context.place(node, field) })),
      ...others,
    ],
    witness: [
      ...tellStory(course, witness, date, context.now),
      ...tellEnd(course, end, rest, witness.length === 0, date),
    ],
    ...(first && { cause: causeInWords(course, first, date, context.now) }),
    ...(first?.type === 'gap' && { section: first.section.id }),
    everyone: witness.length === 0,
    blocks: witness.length === 0 ? 'all' : 'some',
  };
  return { verdict, end };
}

/** The causes that made the trap first: not what came about afterwards, nor what is only left undone. */
function ranked(course: Course, trapped: Moment, causes: readonly Cause[]): Cause[] {
  const weight = (cause: Cause) =>
    (cause.type === 'undone' || cause.type === 'too-hard' ? 2 : 0) +
    (isFinal(course, trapped, cause) ? 0 : 1);
  return [...causes].sort((a, b) => weight(a) - weight(b));
}

function kindOf(cause: Cause): 'trap' | 'route-gap' | 'needs-hidden' {
  switch (cause.type) {
    case 'gap':
      return 'route-gap';
    case 'aside':
    case 'hidden':
      return 'needs-hidden';
    default:
      return 'trap';
  }
}

function spanOf({ loaded, place, titleSpan }: LintContext, course: Course, cause: Cause): Span {
  if (cause.type === 'review') {
    const named = loaded.quizzes.get(cause.quiz.id)?.review.find(({ value }) => value === cause.item);
    if (named) return named.span;
  }
  // A quiz that sends its learners to review nothing is wrong as a whole: `quiz/review-nothing`.
  if ('quiz' in cause && cause.quiz.exhausted === 'review' && cause.quiz.review.length === 0)
    return titleSpan(cause.quiz);
  for (const [node, field] of blamed(cause)) {
    const span = loaded.spans.of(node, field);
    if (span) return span;
  }
  return place(course, cause.type !== 'exhausted' && 'asked' in cause ? 'complete' : 'pathway');
}

function plainVerdict(
  context: LintContext,
  course: Course,
  finding: Exclude<PathFinding, { type: 'trap' }>,
  date: (at: Instant) => string,
): Verdict {
  const witness: readonly Step[] = 'witness' in finding ? finding.witness : [];
  return {
    rule: `path/${finding.type}`,
    finding,
    span: placeOf(context, course, finding),
    related: [],
    witness: [...tellStory(course, witness, date, context.now), ...ending(course, finding)],
    everyone: true,
    blocks: 'none',
  };
}

function ending(course: Course, finding: PathFinding): string[] {
  if (finding.type === 'never-open' && finding.witness.length > 0) return [tellClosed(course, finding.item)];
  return finding.type === 'route-gap' ? [tellGap(course, finding.section)] : [];
}

function placeOf(
  { place, entry, items }: LintContext,
  course: Course,
  finding: Exclude<PathFinding, { type: 'trap' }>,
): Span {
  switch (finding.type) {
    case 'dead-item':
    case 'never-open': {
      const item = items.get(finding.item);
      if (!item) return place(course, 'pathway');
      const fields = finding.type === 'dead-item' ? (['when'] as const) : (['requires', 'when'] as const);
      const field = fields.find((each) => item[each]);
      return field ? place(item, field) : entry(item);
    }
    case 'dead-route': {
      const rule = ruleOf(items.get(finding.section), finding.rule);
      return rule ? place(rule, rule.when ? 'when' : 'otherwise') : place(course, 'pathway');
    }
    case 'route-gap': {
      const section = items.get(finding.section);
      return section ? place(section, 'route') : place(course, 'pathway');
    }
    case 'dead-badge': {
      const badge = course.badges.find(({ id }) => id === finding.badge);
      return badge ? place(badge, 'when') : place(course);
    }
    case 'dead-certificate':
      return course.certificate ? place(course.certificate, 'when') : place(course);
    case 'unreachable-mastery': {
      const competency = course.competencies.find(({ id }) => id === finding.competency);
      return competency ? place(competency, 'id') : place(course);
    }
  }
}
