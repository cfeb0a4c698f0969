/** Players of foreign videos: on pages that have any. */
import { embedsPart } from '../module/embeds.ts';
import { registerLate } from '../register.ts';

registerLate('embeds', embedsPart);
