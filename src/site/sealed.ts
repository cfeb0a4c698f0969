import type { QuestionSource } from '../load/source.ts';
import { type ItemId, questionKey } from '../model/ids.ts';
import type { Html, Question } from '../model/question.ts';

/** The questions of one page with their keys and feedback, as the runtime reads them. */
export function pageQuestions(
  item: ItemId,
  sources: readonly QuestionSource[],
  link: (html: Html) => Html,
): Question[] {
  return sources.map((source) => ({
    type: source.type,
    key: questionKey(item, source.id.value),
    id: source.id.value,
    prompt: link(source.prompt.html),
    hints: source.hints.map((hint) => link(hint.html)),
    ...(source.explanation !== undefined && { explanation: link(source.explanation.html) }),
    points: source.points,
    competencies: source.competencies.map((competency) => competency.value),
    options: source.options.map((option) => ({
      id: option.id,
      text: link(option.text.html),
      correct: option.correct,
      ...(option.feedback !== undefined && { feedback: link(option.feedback.html) }),
    })),
  }));
}
