/** A box to write in; once something was kept, the model answer beside it and the rubric to tick. */
import type { Response } from '../../model/events.ts';
import { registerQuestion } from '../../runtime/register.ts';
import * as words from '../../runtime/words.ts';
import { gradeReflection } from './grade.ts';
import type { ReflectionQuestion } from './types.ts';

registerQuestion('reflection', ({ compiled, fill, h, slot }) => {
  const boxes = (place: HTMLElement) => place.querySelectorAll<HTMLInputElement>('[data-slot=model] input');

  /** Writes the model answer and the rubric beside the box, with what was ticked. */
  function compare(place: HTMLElement, { model, rubric }: ReflectionQuestion, response?: Response): void {
    const own = place.querySelector('textarea');
    const ticked = response?.type === 'text' ? response.ticked : undefined;
    fill(
      slot('model', place),
      model !== undefined && h('p', { class: 'reflection-title' }, words.reflection.model),
      model !== undefined && compiled(model),
      rubric.length > 0 &&
        h(
          'fieldset',
          { class: 'rubric' },
          h('legend', { class: 'reflection-title' }, words.reflection.rubric),
          ...rubric.map(({ id, text }) =>
            h(
              'label',
              {},
              h('input', {
                type: 'checkbox',
                value: id,
                checked: ticked?.includes(id) ?? false,
                disabled: own?.readOnly ?? false,
              }),
              compiled(text, 'span'),
            ),
          ),
        ),
    );
  }

  return {
    read(place) {
      const text = place.querySelector('textarea')?.value ?? '';
      const ticked = [...boxes(place)].flatMap((box) => (box.checked ? box.value : []));
      if (text.trim() === '') return undefined;
      return { type: 'text', text, ...(ticked.length > 0 && { ticked }) };
    },
    write(place, question, response) {
      const own = place.querySelector('textarea');
      if (own) own.value = response?.type === 'text' ? response.text : '';
      compare(place, question, response);
      // It shows once an answer was kept: `mark`.
      const model = slot('model', place);
      if (model) model.hidden = true;
    },
    grade: gradeReflection,
    mark(place, question, grade) {
      const model = slot('model', place);
      // Once seen it stays, whatever is changed then: boxes are ticked while comparing.
      if (!grade || !model?.hidden) return;
      if (model.firstChild) model.hidden = false;
      else compare(place, question);
    },
    freeze(place, frozen) {
      const own = place.querySelector('textarea');
      if (own) own.readOnly = frozen;
      for (const box of boxes(place)) box.disabled = frozen;
    },
  };
});
