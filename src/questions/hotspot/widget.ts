/** Regions as radio buttons or check boxes, and their labels on the picture. */
import { registerQuestion } from '../../runtime/register.ts';
import { chosen, options } from '../choice/controls.ts';
import { gradeHotspot, isSeveral } from './grade.ts';

/** The factory is called for each question. */
let isListening = false;

registerQuestion('hotspot', (tools) => {
  // The order is that of the numbers on the picture.
  const { shuffle: _, ...list } = options(tools);

  /** Shows on the picture what the list says. */
  function show(place: Element): void {
    for (const spot of tools.all('.spot', place)) {
      const input = spot instanceof HTMLLabelElement ? spot.control : undefined;
      if (!(input instanceof HTMLInputElement)) continue;
      tools.setAttribute(spot, 'data-chosen', input.checked ? '' : undefined);
      const option = input.closest<HTMLElement>('[data-option]');
      tools.setAttribute(spot, 'data-outcome', option?.dataset.outcome);
    }
  }
  if (!isListening) {
    isListening = true;
    document.addEventListener('change', ({ target }) => {
      const place = target instanceof Element && target.closest('.hotspot');
      if (place) show(place);
    });
  }

  return {
    ...list,
    read(place, question) {
      const ids = chosen(place);
      const [option] = ids;
      if (option === undefined) return undefined;
      return isSeveral(question) ? { type: 'multiple', options: ids } : { type: 'single', option };
    },
    write(place, question, response) {
      list.write(place, question, response);
      show(place);
    },
    grade: gradeHotspot,
    mark(place, question, grade) {
      list.mark(place, question, grade);
      show(place);
    },
  };
});
