import { duration } from '../model/quantities.ts';
import { safeText } from './safe-text.ts';
import type { MapNode } from './types.ts';
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
    ...(node.minutes > 0 ? [duration(node.minutes)] : []),
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

/** The gravest of what was found on an item. */
export function severityOf({ marks }: MapNode): 'error' | 'warning' | undefined {
  if (marks.length === 0) return undefined;
  return marks.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
}

/** A section of one of the branching shapes that is not folded: the way forks in it. */
export function isFork({ shape, children }: MapNode): boolean {
  return (shape === 'static-branching' || shape === 'dynamic-branching') && children.length > 0;
}
