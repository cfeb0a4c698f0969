import { CONFIDENCES } from '../../assess/confidence.ts';
import type { Confidence } from '../../model/events.ts';
import type { ActiveQuestion } from '../question/active.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';

/** The question how sure somebody is, below each answer that is graded. */
export interface HowSure {
  /** How answers are marked. */
  readonly marking: string;
  /** Asks it where it is not asked yet; `frozen`: only shows what was said. */
  ask(active: ActiveQuestion, frozen?: boolean): void;
  read(active: ActiveQuestion): Confidence | undefined;
  write(active: ActiveQuestion, confidence: Confidence | undefined): void;
}

/** Makes it with the runtime's tools. */
export function howSure({ all, h, one, slot }: Tools): HowSure {
  const { sure, guess, fairly, certain, marking } = words.taking;
  const texts: Readonly<Record<Confidence, string>> = { 1: guess, 2: fairly, 3: certain };
  const radios = ({ place }: ActiveQuestion) =>
    all('.how-sure input', place).filter((found) => found instanceof HTMLInputElement);
  return {
    marking,
    ask(active, frozen = false) {
      const { place, ref } = active;
      if (ref.points === 0) return;
      if (!one('.how-sure', place)) {
        const name = `sure ${ref.key}`;
        slot('feedback', place)?.before(
          h(
            'fieldset',
            { class: 'how-sure' },
            h('legend', {}, sure),
            ...CONFIDENCES.map((value) =>
              h('label', {}, h('input', { type: 'radio', name, value }), texts[value]),
            ),
          ),
        );
      }
      for (const radio of radios(active)) {
        radio.disabled = frozen;
        if (!frozen) radio.checked = false;
      }
    },
    read: (active) =>
      CONFIDENCES.find((value) =>
        radios(active).some((radio) => radio.checked && radio.value === `${value}`),
      ),
    write(active, confidence) {
      for (const radio of radios(active)) radio.checked = radio.value === `${confidence}`;
    },
  };
}
