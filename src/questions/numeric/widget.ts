/** A number as a line to type in. */
import { registerQuestion } from '../../runtime/register.ts';
import { textField, typed } from '../typed/controls.ts';
import { gradeNumeric } from './grade.ts';

registerQuestion('numeric', (tools) => ({ ...textField(tools), read: typed, grade: gradeNumeric }));
