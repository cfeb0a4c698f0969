/** True or false as two radio buttons. */
import { registerQuestion } from '../../runtime/register.ts';
import { chosen, options } from '../choice/controls.ts';
import { gradeTrueFalse } from './grade.ts';

registerQuestion('true-false', (tools) => {
  // True stands first, however options are shuffled.
  const { shuffle: _, ...controls } = options(tools);
  return {
    ...controls,
    read(place) {
      const [option] = chosen(place);
      return option === undefined ? undefined : { type: 'single', option };
    },
    grade: gradeTrueFalse,
  };
});
