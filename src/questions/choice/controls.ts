/** Radio buttons and check boxes: what the widgets of the types with options have in common. */
import type { Grade } from '../../assess/types.ts';
import type { Response } from '../../model/events.ts';
import type { QuestionWidget } from '../../runtime/question-type.ts';
import type { Tools } from '../../runtime/tools.ts';
import * as words from '../../runtime/words.ts';

/** The inputs of the options, in the order of the page. */
export function inputs(place: HTMLElement): HTMLInputElement[] {
  return [...place.querySelectorAll<HTMLInputElement>('[data-option] input')];
}

/** What is chosen. */
export function chosen(place: HTMLElement): string[] {
  return inputs(place).flatMap((input) => (input.checked ? input.value : []));
}

/** How options are filled in, judged, frozen and put in order; reading and grading are the types' own. */
export function options({
  all,
  compiled,
  fill,
  h,
  setAttribute,
}: Tools): Omit<QuestionWidget, 'read' | 'grade'> {
  return {
    write(place, _question, response) {
      const ids = chosenIn(response);
      for (const input of inputs(place)) input.checked = ids.includes(input.value);
    },
    mark(place, _question, grade: Grade | undefined) {
      for (const option of all('[data-option]', place)) {
        const found = grade?.parts.find((part) => part.part === option.dataset.option);
        // Only what was chosen is judged, so that the rest is not given away.
        const outcome = found?.chosen ? (found.right ? 'right' : 'wrong') : undefined;
        setAttribute(option, 'data-outcome', outcome);
        const feedback = option.nextElementSibling;
        if (!(feedback instanceof HTMLElement) || feedback.dataset.slot !== 'option-feedback') continue;
        setAttribute(feedback, 'data-outcome', outcome);
        if (!outcome) {
          fill(feedback);
          continue;
        }
        // The eye sees the sign beside the option.
        fill(
          feedback,
          h('span', { class: 'visually-hidden' }, `${words.option[outcome]}. `),
          found?.feedback !== undefined && compiled(found.feedback),
        );
      }
    },
    freeze(place, frozen) {
      for (const input of inputs(place)) input.disabled = frozen;
    },
    shuffle(place, question, order) {
      const list = place.querySelector('.options');
      const found = all('[data-option]', place);
      const ids = 'options' in question ? question.options.map(({ id }) => id) : [];
      for (const id of order(ids)) {
        const option = found.find(({ dataset }) => dataset.option === id);
        // Each option with the place of its feedback.
        const feedback = option?.nextElementSibling;
        if (option) list?.append(option, ...(feedback ? [feedback] : []));
      }
    },
  };
}

function chosenIn(response: Response | undefined): readonly string[] {
  if (response?.type === 'single') return [response.option];
  return response?.type === 'multiple' ? response.options : [];
}
