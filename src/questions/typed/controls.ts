/** A text field: what the widgets of the types with a typed answer have in common. */
import type { Response } from '../../model/events.ts';
import type { QuestionWidget } from '../../runtime/question-type.ts';
import type { Tools } from '../../runtime/tools.ts';

/** What is typed, as a response; undefined while it is blank. */
export function typed(place: HTMLElement): (Response & { readonly type: 'text' }) | undefined {
  const text = field(place)?.value ?? '';
  return text.trim() === '' ? undefined : { type: 'text', text };
}

function field(place: HTMLElement): HTMLInputElement | null {
  return place.querySelector<HTMLInputElement>('.typed input');
}

/** How the field is filled in, judged and frozen; reading and grading are the types' own. */
export function textField({ one, outcomeOf, setAttribute }: Tools): Omit<QuestionWidget, 'read' | 'grade'> {
  return {
    write(place, _question, response) {
      const input = field(place);
      if (input && (!response || response.type === 'text')) input.value = response?.text ?? '';
    },
    mark(place, _question, grade) {
      const box = one('.typed', place);
      if (box) setAttribute(box, 'data-outcome', grade && outcomeOf(grade.credit));
    },
    freeze(place, frozen) {
      const input = field(place);
      // Not `disabled`: what was typed can still be read and copied by keyboard.
      if (input) input.readOnly = frozen;
    },
  };
}
