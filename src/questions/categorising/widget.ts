/** Categorising: radio buttons or a menu for each thing. */
import { registerQuestion } from '../../runtime/register.ts';
import { parts } from '../parts/controls.ts';
import { gradeCategorising } from './grade.ts';

registerQuestion('categorising', (tools) => ({
  ...parts(tools),
  grade: gradeCategorising,
  shuffle(place, _question, order) {
    tools.one('.parts', place)?.append(...order(tools.all('[data-part]', place)));
  },
}));
