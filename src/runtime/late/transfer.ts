/** Progress as a file, out of the course and into it, and the notice that offers it: loaded when one of these is asked for. */
import { registerLate } from '../register.ts';
import { transferPart } from '../transfer/transfer-part.ts';

registerLate('transfer', transferPart);
