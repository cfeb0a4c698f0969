/** A box to write in; once something was kept, the model answer beside it and the rubric to tick. */
import type { Response } from '../../model/events.ts';
import { registerQuestion } from '../../runtime/register.ts';
import * as words from '../../runtime/words.ts';
import { gradeReflection } from './grade.ts';
import type { ReflectionQuestion } from './types.ts';

registerQuestion('reflection', ({ compiled, fill, h, slot }) => {
  const boxes = (place: HTMLElement) => place.querySelectorAll<HTMLInputElement>('.rubric input');
  const title = (text: string, tag: 'p' | 'legend') => h(tag, { class: 'reflection-title' }, text);
  const prepared = new WeakSet<HTMLElement>();

  /** Writes the model answer and the rubric, with what was ticked. */
  function prepare(place: HTMLElement, { model, rubric }: ReflectionQuestion, response?: Response): void {
    const frozen = place.querySelector('textarea')?.readOnly ?? false;
    const ticked = response?.type === 'text' ? response.ticked : undefined;
    const entries = rubric.map(({ id, text }) => {
      const checked = ticked?.includes(id) ?? false;
      const box = h('input', { type: 'checkbox', value: id, checked, disabled: frozen });
      return h('label', {}, box, compiled(text, 'span'));
    });
    prepared.add(place);
    if (model !== undefined) fill(slot('model', place), title(words.reflection.model, 'p'), compiled(model));
    if (entries.length > 0)
      fill(slot('rubric', place), h('fieldset', {}, title(words.reflection.rubric, 'legend'), ...entries));
  }

  function show(place: HTMLElement, shown: boolean): void {
    for (const part of [slot('model', place), slot('rubric', place)])
      if (part) part.hidden = !shown || !part.firstChild;
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
      prepare(place, question, response);
      // Who has ticked something has seen it.
      show(place, response?.type === 'text' && response.ticked !== undefined);
    },
    grade: gradeReflection,
    mark(place, question, grade) {
      // Once seen it stays, whatever is changed then: boxes are ticked while comparing.
      if (!grade) return;
      if (!prepared.has(place)) prepare(place, question);
      show(place, true);
    },
    freeze(place, frozen) {
      const own = place.querySelector('textarea');
      if (own) own.readOnly = frozen;
      for (const box of boxes(place)) box.disabled = frozen;
    },
  };
});
