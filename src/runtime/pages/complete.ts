/** The bundle of the completion page. */
import { completion } from '../complete/completion.ts';
import { registerPage } from '../register.ts';

registerPage('complete', completion);
