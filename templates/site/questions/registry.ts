import type { ElementContent } from 'hast';
import type { QuestionType } from '../../../src/model/question.ts';
import type { QuestionView } from '../types.ts';
import { choice } from './choice.tsx';

/** What a question type puts into its fieldset, and what it asks of the learner in a few words. */
export interface QuestionParts {
  readonly controls: ElementContent[];
  readonly instruction?: string;
}

/** One line for each question type. */
export const questionTemplates: Readonly<Record<QuestionType, (view: QuestionView) => QuestionParts>> = {
  single: choice,
  multiple: choice,
};
