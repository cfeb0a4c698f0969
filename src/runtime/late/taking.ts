/** How a quiz is taken that has settings: loaded where it has. */
import { registerLate } from '../register.ts';
import { takingPart } from '../taking/taking-part.ts';

registerLate('taking', takingPart);
