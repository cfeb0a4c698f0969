/** A number to be worked out, with values of one's own. */

import type { PutValues } from '../../runtime/question-type.ts';
import { registerQuestion } from '../../runtime/register.ts';
import { textField, typed } from '../typed/controls.ts';
import type { CalculatedQuestion } from './types.ts';

registerQuestion('calculated', (tools) => {
  const field = textField(tools);
  const variantOf = (place: HTMLElement) => Number(place.dataset.variant ?? 0);
  let put: PutValues | undefined;

  function show(place: HTMLElement, { names, variants }: CalculatedQuestion, variant: number): void {
    const values = variants[variant]?.shown;
    if (!values) return;
    place.dataset.variant = String(variant);
    put?.(place, names, values);
  }

  return {
    ...field,
    read(place) {
      const response = typed(place);
      return response && { ...response, variant: variantOf(place) };
    },
    write(place, question, response) {
      // An answer from before belongs to the values of before.
      if (response?.type === 'text') show(place, question, response.variant ?? -1);
      field.write(place, question, response);
    },
    needs: 'numeric',
    grade: (question, response) => tools.late('numeric')?.grade(question, response),
    draw(place, question, drawn, putValues) {
      put = putValues;
      show(place, question, drawn % question.variants.length);
    },
  };
});
