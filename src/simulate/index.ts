export { guessingOf } from './guessing.ts';
export type { SimulationReport } from './report.ts';
export { type SimulationOptions, simulate } from './simulate.ts';
export { reportText } from './text.ts';
