/** Short text as a line to type in. */
import { registerQuestion } from '../../runtime/register.ts';
import { textField, typed } from '../typed/controls.ts';

registerQuestion('short-text', (tools) => ({
  ...textField(tools),
  read: typed,
  needs: 'short-text',
  grade: (question, response) => tools.late('short-text')?.grade(question, response),
}));
