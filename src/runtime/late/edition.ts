/** What a new edition of the course means to somebody who has begun it: loaded once for each. */
import { editionPart } from '../edition/edition-part.ts';
import { registerLate } from '../register.ts';

registerLate('edition', editionPart);
