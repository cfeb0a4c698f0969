import { between } from '../model/quantities.ts';
import { safeText } from './safe-text.ts';
import type { MapNode, Mark } from './types.ts';
import { foldedWords } from './words.ts';

/** What an item is, on one line: `quiz, pass with 80 %, optional, 5 min`; empty for a plain module without a time. */
export function factsLine(node: MapNode): string {
  return factsOf(node).join(', ');
}

/** The same, fact by fact. */
export function factsOf(node: MapNode): string[] {
  return [
    ...node.facts,
    ...(node.folded === undefined ? [] : [foldedWords(node.folded)]),
    ...(node.optional ? ['optional'] : []),
    ...(node.time.most > 0 ? [between(node.time.least, node.time.most)] : []),
  ].map(safeText);
}

/** What leads to an item and what it waits for, one line each. */
export function conditionLines({ route, when, requires }: MapNode): string[] {
  return [
    ...route.map((words) => `taken ${words}`),
    ...(when === undefined ? [] : [`there when ${when}`]),
    ...(requires === undefined ? [] : [`opens when ${requires}`]),
  ].map(safeText);
}

/** Findings of one rule on one item: once is enough to see that there is something, and how often. */
export interface MarkGroup extends Mark {
  readonly count: number;
  /** The rule, and how often where that is more than once. */
  readonly words: string;
}

/** What was found on an item, by rule; the place is that of the first. */
export function groupMarks(marks: readonly Mark[]): MarkGroup[] {
  const groups = new Map<string, { readonly first: Mark; count: number }>();
  for (const mark of marks) {
    const known = groups.get(mark.rule);
    if (known === undefined) groups.set(mark.rule, { first: mark, count: 1 });
    else known.count++;
  }
  return [...groups.values()].map(({ first, count }) => ({
    ...first,
    count,
    words: count === 1 ? first.rule : `${first.rule} (${count})`,
  }));
}

/** The gravest of what was found on an item. */
export function severityOf({ marks }: MapNode): 'error' | 'warning' | undefined {
  if (marks.length === 0) return undefined;
  return marks.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
}

/** A section of one of the branching shapes that is not folded: the way forks in it. */
export function isFork({ shape, children }: MapNode): boolean {
  return (shape === 'static-branching' || shape === 'dynamic-branching') && children.length > 0;
}
