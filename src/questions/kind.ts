import type { QuestionParts, QuestionView } from '../../templates/site/types.ts';
import type { Below } from '../assess/random.ts';
import type { Grade } from '../assess/types.ts';
import type { Fragment } from '../load/source.ts';
import type { YamlEntry } from '../load/yaml.ts';
import type { Share } from '../model/condition.ts';
import type { Response } from '../model/events.ts';
import type { Html, QuestionBase } from '../model/question.ts';
import type { Assessed } from './assessed.ts';
import type { Report } from './finish.ts';
import type { MarkdownAnswer, MarkdownForm } from './markdown-form.ts';
import type { QuestionOf, QuestionType } from './question.ts';
import type { Reading } from './reading.ts';
import type { SourceBase, SourceOf } from './source.ts';

/**
 * One question type: one folder (this in `<type>.ts`, with `grade.ts`, `widget.ts` for the browser, `schema.json` for its fields
 * in YAML, `README.md` for authors) and one line in the registry.
 */
// Methods, not function properties: kinds of all types then share one list.
export interface QuestionKind<T extends QuestionType> {
  readonly type: T;
  /** How its answers are written in Markdown, for messages: "a task list, with `- [x]` before what is right". */
  readonly markdownForm: string;
  /** `false`: an opinion or a thought, worth no points and a sign of no competency. */
  readonly graded: boolean;
  /** Its values are drawn for each learner and attempt (`QuestionWidget.draw`): its pages load what draws. */
  readonly drawsValues?: boolean;

  /** The late bundle that grades it (`QuestionWidget.needs`): its pages have it from the start. */
  readonly late?: string;

  /** Does a question without `type` belong here, by the fields that it has? The first kind that says so takes it. */
  implies(fields: ReadonlyMap<string, YamlEntry>): boolean;
  /**
   * Finds the type's answers in the Markdown of a question: what of it is the prompt, and the fields that YAML would have.
   * Undefined when its form is not there. Asked of each kind in turn where the author names no type.
   */
  markdown(form: MarkdownForm): MarkdownAnswer | undefined;
  /** Reads the type's own fields, which its schema has checked, from YAML or Markdown; reports what the schema cannot see. */
  read(fields: ReadonlyMap<string, YamlEntry>, reading: Reading, base: SourceBase): SourceOf<T>;
  /** What takes a library that is loaded only for it, such as units and formulas: what it works out becomes part of the source. */
  finish?(source: SourceOf<T>, report: Report): Promise<SourceOf<T>>;
  /** The question as the page carries it: `base` with the type's own part, its texts linked. */
  link(source: SourceOf<T>, base: QuestionBase, link: (fragment: Fragment) => Html): QuestionOf<T>;
  /** What a learner reads before answering, besides the prompt: for word counts and lint. */
  texts(source: SourceOf<T>): readonly Fragment[];
  /** What the rules about the quality of questions look at; without it they have little to say. */
  assessed?(source: SourceOf<T>): Assessed;

  /** Grades a response, hints unpaid; undefined when it is not of the type's shape. Never throws, whatever it holds. */
  grade(question: QuestionOf<T>, response: Response): Grade | undefined;
  /** Every credit that some response earns, hints unpaid: ascending, without repeats. The proof counts on them. */
  outcomes(question: QuestionOf<T>): readonly Share[];
  /** What decides what a response earns, as plain data without the texts around it: another key is another value. Null: nothing does. */
  answerKey(question: QuestionOf<T>): unknown;
  /** A response of somebody who knows nothing: for the simulation's guesses, and for tests. */
  guess(question: QuestionOf<T>, below: Below): Response;

  /** The form's controls, complete and readable without a script. */
  template(view: QuestionView<T>): QuestionParts;
}
