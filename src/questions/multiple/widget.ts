/** Multiple choice as check boxes. */
import { registerQuestion } from '../../runtime/register.ts';
import { chosen, options } from '../choice/controls.ts';
import { gradeMultiple } from './grade.ts';

registerQuestion('multiple', (tools) => ({
  ...options(tools),
  read(place) {
    const ids = chosen(place);
    return ids.length > 0 ? { type: 'multiple', options: ids } : undefined;
  },
  grade: gradeMultiple,
}));
