/** The next page by itself: on pages in a section that plays. */
import { autoplayPart } from '../module/autoplay.ts';
import { registerLate } from '../register.ts';

registerLate('autoplay', autoplayPart);
