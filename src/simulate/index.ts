export { guessingOf } from './guessing.ts';
export type { SimulationReport } from './report.ts';
export { simulate } from './simulate.ts';
export { reportText } from './text.ts';
