/** What came of an attempt, and what is to be done now: loaded once there is one. */
import { resultPart } from '../quiz/result.ts';
import { registerLate } from '../register.ts';

registerLate('result', resultPart);
