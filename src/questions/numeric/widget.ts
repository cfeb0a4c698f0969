/** A number as a line to type in. */
import { registerQuestion } from '../../runtime/register.ts';
import { textField, typed } from '../typed/controls.ts';

registerQuestion('numeric', (tools) => ({
  ...textField(tools),
  read: typed,
  needs: 'numeric',
  grade: (question, response) => tools.late('numeric')?.grade(question, response),
}));
