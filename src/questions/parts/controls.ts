/** Text fields, menus and radio buttons, one answer for each part: what the widgets of the types with parts have in common. */
import type { Response } from '../../model/events.ts';
import type { QuestionWidget } from '../../runtime/question-type.ts';
import type { Tools } from '../../runtime/tools.ts';
import * as words from '../../runtime/words.ts';

type Control = HTMLInputElement | HTMLSelectElement;

function controlsOf(part: HTMLElement): Control[] {
  return [...part.querySelectorAll<Control>('input, select')];
}

const isRadio = (control: Control) => control.type === 'radio';

/** How parts are read, filled in, judged and frozen; grading is the types' own. */
export function parts(tools: Tools): Pick<QuestionWidget, 'read' | 'write' | 'mark' | 'freeze'> {
  const { all } = tools;
  const partsIn = (place: HTMLElement) => all('[data-part]', place);
  return {
    read(place) {
      const given = partsIn(place).flatMap((part) => {
        const control = controlsOf(part).find(
          (each) => !isRadio(each) || (each instanceof HTMLInputElement && each.checked),
        );
        return control?.value.trim() ? [[part.dataset.part ?? '', control.value] as const] : [];
      });
      return given.length > 0 ? { type: 'fields', fields: Object.fromEntries(given) } : undefined;
    },
    write(place, _question, response: Response | undefined) {
      const fields = response?.type === 'fields' ? response.fields : {};
      for (const part of partsIn(place)) {
        const id = part.dataset.part ?? '';
        const value = Object.hasOwn(fields, id) ? (fields[id] ?? '') : '';
        for (const control of controlsOf(part)) {
          if (control instanceof HTMLInputElement && isRadio(control))
            control.checked = control.value === value;
          else control.value = value;
          // A menu without that choice shows nothing at all: it goes back to its first line.
          if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.value = '';
        }
      }
    },
    mark: (place, _question, grade) => markParts(place, grade, tools),
    freeze(place, frozen) {
      for (const control of partsIn(place).flatMap(controlsOf)) control.disabled = frozen;
    },
  };
}

/** Shows of each part that was answered whether it is right, in a sign and in words, with what the author says of it. */
export const markParts = (
  place: HTMLElement,
  grade: Parameters<QuestionWidget['mark']>[2],
  { all, compiled, fill, h, setAttribute, slot }: Tools,
): void => {
  for (const part of all('[data-part]', place)) {
    const found = grade?.parts.find((each) => each.part === part.dataset.part);
    const outcome = found?.chosen ? (found.right ? 'right' : 'wrong') : undefined;
    setAttribute(part, 'data-outcome', outcome);
    for (const control of all('input, select', part))
      setAttribute(control, 'aria-invalid', outcome === 'wrong' ? 'true' : undefined);
    fill(
      slot('part-feedback', part),
      outcome && h('span', { class: 'visually-hidden' }, ` ${words.option[outcome]}. `),
      found?.feedback !== undefined && compiled(found.feedback, 'span'),
    );
  }
};
