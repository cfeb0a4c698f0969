/** A number as a line to type in. */
import { registerQuestion } from '../../runtime/register.ts';
import { textField, typed } from '../typed/controls.ts';
import { gradedLate } from './controls.ts';

registerQuestion('numeric', (tools) => ({ ...textField(tools), read: typed, ...gradedLate(tools) }));
