/** What earlier editions called things: on the pages of a course in which something was renamed. */
import { names } from '../edition/names-part.ts';
import { registerLate } from '../register.ts';

registerLate('names', () => names);
