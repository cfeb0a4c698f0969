import { isChoice, type OptionSource } from '../../src/questions/choice/types.ts';
import type { QuestionSource } from '../../src/questions/source.ts';

/** The options of a question; none where its type has no options. */
export function optionsOf(source: QuestionSource | undefined): readonly OptionSource[] {
  return source !== undefined && isChoice(source) ? source.options : [];
}
