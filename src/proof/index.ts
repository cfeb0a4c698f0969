export { prove, reach } from './prove.ts';
export { bestOutcome, possibleShares } from './scores.ts';
export { follow, type Moment } from './steps.ts';
export type * from './types.ts';
