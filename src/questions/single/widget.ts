/** Single choice as radio buttons. */
import { registerQuestion } from '../../runtime/register.ts';
import { chosen, options } from '../choice/controls.ts';
import { gradeSingle } from './grade.ts';

registerQuestion('single', (tools) => ({
  ...options(tools),
  read(place) {
    const [option] = chosen(place);
    return option === undefined ? undefined : { type: 'single', option };
  },
  grade: gradeSingle,
}));
