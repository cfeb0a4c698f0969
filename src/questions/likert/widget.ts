/** Statements with a scale of radio buttons each. */
import { registerQuestion } from '../../runtime/register.ts';
import { gradeLikert } from './grade.ts';

registerQuestion('likert', ({ all }) => {
  /** The inputs with the statements that they rate. */
  const inputs = (place: HTMLElement) =>
    all('[data-part]', place).flatMap((part) =>
      [...part.querySelectorAll('input')].map((input) => [part.dataset.part ?? '', input] as const),
    );
  return {
    read(place) {
      const rated = inputs(place).flatMap(([part, { checked, value }]) => (checked ? [[part, value]] : []));
      return rated.length > 0 ? { type: 'fields', fields: Object.fromEntries(rated) } : undefined;
    },
    write(place, _question, response) {
      const fields = response?.type === 'fields' ? response.fields : {};
      for (const [part, input] of inputs(place))
        input.checked = Object.hasOwn(fields, part) && fields[part] === input.value;
    },
    grade: gradeLikert,
    mark: () => undefined,
    freeze(place, frozen) {
      for (const [, input] of inputs(place)) input.disabled = frozen;
    },
  };
});
