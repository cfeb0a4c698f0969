import type { QuestionType } from './question.ts';

/** Everything that reading a question can find wrong that its schema cannot see, from Markdown and from YAML alike. */
export interface QuestionFindings {
  'question/unknown-type': {
    readonly type: string;
    readonly known: readonly string[];
    readonly suggestion?: string;
  };
  /** Markdown in which the answers of its type are not found. `form` is what to write. */
  'question/missing-form': { readonly id: string; readonly type: QuestionType; readonly form: string };
  /** Something other than hints, an explanation and feedback stands after the answers. It is kept in the prompt. */
  'question/content-after-options': { readonly id: string };
  /** A list item without `[ ]` or `[x]` among the options. */
  'question/unmarked-option': { readonly id: string; readonly text: string };
  /** Hints that together cost more than the question is worth. */
  'question/hints-cost-too-much': { readonly id: string; readonly cost: number };
}
