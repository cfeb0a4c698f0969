/** A number as a line to type in. */
import { gradedLate } from '../../runtime/question/grading.ts';
import { registerQuestion } from '../../runtime/register.ts';
import { textField, typed } from '../typed/controls.ts';

registerQuestion('numeric', (tools) => ({
  ...textField(tools),
  read: typed,
  ...gradedLate(tools, 'numeric'),
}));
