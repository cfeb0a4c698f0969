import { grade } from '../assess/registry.ts';
import type { Share } from '../model/condition.ts';
import type { Response } from '../model/events.ts';
import type { Question } from '../model/question.ts';

/** More options than these have more sets than are worth trying out. */
const MOST = 10;

/**
 * For each outcome (ascending, as in `QuestionRef.outcomes`) the chance that blind guessing reaches at least it:
 * every response that ticks something is equally likely, and graded by the question's own rules.
 */
export function guessingOf(question: Question, outcomes: readonly Share[]): readonly Share[] {
  const credits = responses(question).flatMap((response) => grade(question, response)?.credit ?? []);
  return outcomes.map(
    (outcome) => credits.filter((credit) => credit >= outcome - 1e-9).length / Math.max(1, credits.length),
  );
}

function responses({ type, options }: Question): Response[] {
  switch (type) {
    case 'single':
      return options.map(({ id }) => ({ type, option: id }));
    case 'multiple': {
      // Beyond that guessing earns next to nothing.
      if (options.length > MOST) return [];
      const sets: Response[] = [];
      for (let set = 1; set < 1 << options.length; set++)
        sets.push({ type, options: options.filter((_, i) => set & (1 << i)).map(({ id }) => id) });
      return sets;
    }
  }
}
