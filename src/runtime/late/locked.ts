/** Why something is locked, and that it opened, in words: loaded where something is. */
import { lockedPart } from '../locked/locked.ts';
import { registerLate } from '../register.ts';

registerLate('locked', lockedPart);
