/** How bundles announce themselves. Types only besides: a bundle carries nothing of the runtime. */
import type { QuestionType } from '../questions/question.ts';
import type { LateName, LateParts } from './late-parts.ts';
import type { PagePart } from './page-part.ts';
import type { WidgetFactory } from './question-type.ts';
import type { Tools } from './tools.ts';

/** Adds a question type to the page: called by each bundle of a type. */
export function registerQuestion<T extends QuestionType>(type: T, factory: WidgetFactory<NoInfer<T>>): void {
  window.coursewrightQuestions = { ...window.coursewrightQuestions, [type]: factory };
}

/** Adds what one kind of page needs: called by each bundle below `pages/`. */
export function registerPage(kind: string, part: PagePart): void {
  window.coursewrightPages = { ...window.coursewrightPages, [kind]: part };
}

/** Adds what the runtime loads when it is needed: called by each bundle below `late/`. */
export function registerLate<Name extends LateName>(
  name: Name,
  part: (tools: Tools) => LateParts[Name],
): void {
  window.coursewrightLate = { ...window.coursewrightLate, [name]: part };
}
