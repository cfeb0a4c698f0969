/** What of the video and audio was played: on pages that have any. */
import { mediaPart } from '../module/media.ts';
import { registerLate } from '../register.ts';

registerLate('media', mediaPart);
