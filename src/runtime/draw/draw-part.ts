import { asked, drawnNumber, orderOf } from '../../assess/draw.ts';
import { numberFor } from '../../assess/random.ts';
import type { Quiz } from '../../model/course.ts';
import type { QuestionKey } from '../../model/ids.ts';
import type { Progress } from '../progress.ts';
import type { ActiveQuestion } from '../question/active.ts';
import { putValues } from './values.ts';

/** What is decided by chance: loaded where something is drawn or shuffled. */
export interface DrawPart {
  /** The questions of an attempt, in order; with `missed` these alone. */
  asked(quiz: Quiz, seed: number, missed?: ReadonlySet<QuestionKey>): QuestionKey[];
  /** A seed of this learner's for something: the same in every tab and after each reload. */
  seedOf(progress: Progress, name: string): number;
  /** Puts in what belongs to the seed: values, and the order of options (`shuffled`: where the question says nothing else). */
  prepare(active: ActiveQuestion, seed: number, shuffled: boolean): void;
}

export const drawPart: DrawPart = {
  asked,
  seedOf: ({ store }, name) => numberFor(0, `${store.note('profile')} ${name}`),
  prepare({ place, question, widget }, seed, shuffled) {
    widget.draw?.(place, question, drawnNumber(seed, question.key), putValues);
    if (question.shuffle ?? shuffled) widget.shuffle?.(place, question, orderOf(seed, question.key));
  },
};
