export { prove, reach } from './prove.ts';
export { follow, type Moment } from './steps.ts';
export type * from './types.ts';
