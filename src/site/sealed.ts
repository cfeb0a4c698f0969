import type { QuestionSource } from '../load/source.ts';
import { type ItemId, questionKey } from '../model/ids.ts';
import type { Html } from '../model/question.ts';
import type { Question } from '../questions/question.ts';
import { linkQuestion } from '../questions/registry.ts';

/** The questions of one page with their keys and feedback, as the runtime reads them. */
export function pageQuestions(
  item: ItemId,
  sources: readonly QuestionSource[],
  link: (html: Html) => Html,
): Question[] {
  return sources.map((source) => linkQuestion(source, questionKey(item, source.id.value), link));
}
