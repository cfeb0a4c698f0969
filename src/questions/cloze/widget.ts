/** Cloze: text fields and menus in the prompt. */
import { gradedLate } from '../../runtime/question/grading.ts';
import { registerQuestion } from '../../runtime/register.ts';
import { parts } from '../parts/controls.ts';

registerQuestion('cloze', (tools) => ({ ...parts(tools), ...gradedLate(tools, 'short-text') }));
