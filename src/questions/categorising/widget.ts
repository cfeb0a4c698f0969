/** Categorising: radio buttons or a menu for each thing. */
import { registerQuestion } from '../../runtime/register.ts';
import { parts } from '../parts/controls.ts';
import { gradeCategorising } from './grade.ts';

registerQuestion('categorising', (tools) => ({
  ...parts(tools),
  grade: gradeCategorising,
  shuffle(place, { things }, order) {
    const parts = tools.all('[data-part]', place);
    for (const { id } of order(things))
      tools.one('.parts', place)?.append(...parts.filter(({ dataset }) => dataset.part === id));
  },
}));
