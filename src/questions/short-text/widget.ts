/** Short text as a line to type in. */
import { registerQuestion } from '../../runtime/register.ts';
import { textField, typed } from '../typed/controls.ts';
import { gradeShortText } from './grade.ts';

registerQuestion('short-text', (tools) => ({ ...textField(tools), read: typed, grade: gradeShortText }));
