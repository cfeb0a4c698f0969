/** A number to be worked out, with values of one's own. */
import { registerQuestion } from '../../runtime/register.ts';
import { textField, typed } from '../typed/controls.ts';
import { gradeCalculated } from './grade.ts';
import type { CalculatedQuestion } from './types.ts';

registerQuestion('calculated', (tools) => {
  const field = textField(tools);
  const variantOf = (place: HTMLElement) => Number(place.dataset.variant ?? 0);

  function fillIn(place: HTMLElement, { names, variants }: CalculatedQuestion): void {
    const { shown } = variants[variantOf(place)] ?? { shown: [] };
    for (const element of tools.all('[data-variable]', place)) {
      const value = shown[names.indexOf(element.dataset.variable ?? '')]?.replace('.', decimalMark());
      // Only what differs: each change is observed below.
      if (value !== undefined && element.textContent !== value) element.textContent = value;
    }
  }

  function show(place: HTMLElement, question: CalculatedQuestion, variant: number): void {
    const isFirst = place.dataset.variant === undefined;
    place.dataset.variant = String(variant);
    fillIn(place, question);
    // Explanations and feedback come later.
    if (isFirst)
      new MutationObserver(() => fillIn(place, question)).observe(place, { childList: true, subtree: true });
  }

  return {
    ...field,
    read(place) {
      const response = typed(place);
      return response && { ...response, variant: variantOf(place) };
    },
    write(place, question, response) {
      // An answer from before belongs to the values of before.
      if (response?.type === 'text' && response.variant !== undefined && question.variants[response.variant])
        show(place, question, response.variant);
      field.write(place, question, response);
    },
    grade: gradeCalculated,
    draw(place, question, drawn) {
      if (question.variants.length > 0) show(place, question, drawn % question.variants.length);
    },
  };
});

function decimalMark(): string {
  try {
    return (0.5).toLocaleString(document.documentElement.lang).charAt(1);
  } catch {
    // A language tag that this browser does not take.
    return '.';
  }
}
