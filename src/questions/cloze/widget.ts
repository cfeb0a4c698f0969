/** Cloze: text fields and menus in the prompt. */
import { registerQuestion } from '../../runtime/register.ts';
import { parts } from '../parts/controls.ts';
import { gradeCloze } from './grade.ts';

registerQuestion('cloze', (tools) => ({ ...parts(tools), grade: gradeCloze }));
