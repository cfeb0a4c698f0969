/** What is decided by chance, from a seed: loaded where questions are drawn or shuffled, or draw their values. */
import { drawPart } from '../draw/draw-part.ts';
import { registerLate } from '../register.ts';

registerLate('draw', () => drawPart);
