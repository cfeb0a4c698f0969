/** How bundles announce themselves. Types only besides: a bundle carries nothing of the runtime. */
import type { QuestionType } from '../model/question.ts';
import type { PagePart } from './page-part.ts';
import type { WidgetFactory } from './question-type.ts';

/** Adds question types to the page: called by each bundle below `questions/`. */
export function registerQuestions(types: readonly QuestionType[], factory: WidgetFactory): void {
  const known = window.coursewrightQuestions ?? {};
  for (const type of types) known[type] = factory;
  window.coursewrightQuestions = known;
}

/** Adds what one kind of page needs: called by each bundle below `pages/`. */
export function registerPage(kind: string, part: PagePart): void {
  window.coursewrightPages = { ...window.coursewrightPages, [kind]: part };
}
