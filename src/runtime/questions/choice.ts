/** Single and multiple choice, as radio buttons and check boxes. */
import { gradeMultiple } from '../../assess/multiple/multiple.ts';
import { gradeSingle } from '../../assess/single/single.ts';
import type { Grade } from '../../assess/types.ts';
import type { Response } from '../../model/events.ts';
import type { Question } from '../../model/question.ts';
import { registerQuestions } from '../register.ts';
import * as words from '../words.ts';

registerQuestions(['single', 'multiple'], ({ all, compiled, fill, h, setAttribute }) => ({
  read(place, question) {
    const chosen = inputs(place)
      .filter((input) => input.checked)
      .map((input) => input.value);
    if (question.type === 'multiple')
      return chosen.length > 0 ? { type: 'multiple', options: chosen } : undefined;
    return chosen[0] === undefined ? undefined : { type: 'single', option: chosen[0] };
  },
  write(place, _question, response) {
    const chosen = chosenIn(response);
    for (const input of inputs(place)) input.checked = chosen.includes(input.value);
  },
  grade: (question, response) => gradeOf(question, response)?.credit ?? 0,
  mark(place, question, response) {
    const grade = response && gradeOf(question, response);
    for (const option of all('[data-option]', place)) {
      const found = grade?.options.find((entry) => entry.option === option.dataset.option);
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
}));

function gradeOf(question: Question, response: Response): Grade | undefined {
  const { type } = question;
  if (type === 'single' && response.type === 'single') return gradeSingle({ ...question, type }, response);
  if (type === 'multiple' && response.type === 'multiple')
    return gradeMultiple({ ...question, type }, response);
  return undefined;
}

function chosenIn(response: Response | undefined): readonly string[] {
  switch (response?.type) {
    case 'single':
      return [response.option];
    case 'multiple':
      return response.options;
    case undefined:
      return [];
  }
}

function inputs(place: HTMLElement): HTMLInputElement[] {
  return [...place.querySelectorAll<HTMLInputElement>('[data-option] input')];
}
