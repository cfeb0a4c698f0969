/** Cloze: text fields and menus in the prompt. */
import { registerQuestion } from '../../runtime/register.ts';
import { parts } from '../parts/controls.ts';

registerQuestion('cloze', (tools) => ({
  ...parts(tools),
  needs: 'short-text',
  grade: (question, response) => tools.late('short-text')?.grade(question, response),
}));
