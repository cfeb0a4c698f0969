/** What helps on after an answer that was not right: loaded with the first of them. */
import { helpPart } from '../question/help.ts';
import { registerLate } from '../register.ts';

registerLate('help', helpPart);
