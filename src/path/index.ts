export { type Evaluation, evaluate } from './evaluate.ts';
export { type Lookup, lookup } from './lookup.ts';
export { ancestors, choices, type Leaf, leaves, nextItem, nextOpen, previousItem } from './order.ts';
export { explain } from './reasons.ts';
export type { State } from './state.ts';
export { replay, start, step } from './step.ts';
export type * from './types.ts';
export { view } from './view.ts';
