/** Whether the browser keeps progress, with a reminder where it is known to forget. */
import { registerLate } from '../register.ts';
import { keepingPart } from '../transfer/keeping-part.ts';

registerLate('keeping', keepingPart);
