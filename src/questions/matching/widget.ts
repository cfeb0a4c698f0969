/** Matching: a menu of the right sides for each left side. */
import { registerQuestion } from '../../runtime/register.ts';
import { parts } from '../parts/controls.ts';
import { letter } from '../parts/letter.ts';
import { gradeMatching } from './grade.ts';

registerQuestion('matching', (tools) => ({
  ...parts(tools),
  grade: gradeMatching,
  shuffle(place, { choices }, order) {
    const { all, one } = tools;
    const drawn = order(choices);
    const list = one('.lettered', place);
    for (const { id } of drawn) {
      for (const item of list?.children ?? [])
        if (item instanceof HTMLElement && item.dataset.choice === id) list?.append(item);
    }
    for (const menu of all('select', place)) {
      const options = [...menu.querySelectorAll('option')];
      drawn.forEach(({ id }, index) => {
        const option = options.find(({ value }) => value === id);
        if (!option) return;
        if (list) option.text = letter(index);
        menu.append(option);
      });
    }
  },
}));
