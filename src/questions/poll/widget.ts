/** A poll as radio buttons or check boxes. */
import { registerQuestion } from '../../runtime/register.ts';
import { chosen, options } from '../choice/controls.ts';
import { gradePoll } from './grade.ts';

registerQuestion('poll', (tools) => ({
  ...options(tools),
  read(place, { several }) {
    const ids = chosen(place);
    const [option] = ids;
    if (option === undefined) return undefined;
    return several ? { type: 'multiple', options: ids } : { type: 'single', option };
  },
  grade: gradePoll,
}));
