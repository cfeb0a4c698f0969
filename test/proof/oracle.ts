/** The independent oracle of the proof: shares no code with the engine (`src/path`) or the prover (`src/proof`). */
export { Circular } from './oracle/meaning.ts';
export { judge, type OracleVerdict, oracle } from './oracle/oracle.ts';
export { type Sight, Walk } from './oracle/walk.ts';
