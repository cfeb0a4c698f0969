export { type ProofOptions, prove, reach } from './prove.ts';
export { beginning, factsOf, follow, type Moment } from './steps.ts';
export type * from './types.ts';
