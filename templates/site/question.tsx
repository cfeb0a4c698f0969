import type { Element, ElementContent } from 'hast';
import { domId } from '../../src/model/anchor.ts';
import type { QuestionKind } from '../../src/questions/kind.ts';
import type { QuestionType } from '../../src/questions/question.ts';
import { questionKinds } from '../../src/questions/registry.ts';
import { icon } from './icons.ts';
import { isPhrasing, raw } from './raw.ts';
import type { QuestionParts, QuestionView } from './types.ts';
import type { PageWords } from './words.ts';

/** A practice question: a form of its own that is checked at once. */
export function practiceQuestion(view: QuestionView): Element {
  const { words } = view;
  return (
    <form
      class="question"
      id={domId(view.source.id.value)}
      data-question={view.key}
      data-type={view.source.type}
      autocomplete="off"
    >
      {body(view, view.of === 1 ? words.question : numberOf(view), 'status')}
      <div class="question-actions">
        <button class="button primary" type="submit" lang={words.lang}>
          {isGraded(view) ? words.check : words.keep}
        </button>
      </div>
    </form>
  ) as Element;
}

/** A question of a quiz: one of several in the quiz's form. */
export function quizQuestion(view: QuestionView): Element {
  return (
    <div
      class="question"
      id={domId(view.source.id.value)}
      data-question={view.key}
      data-type={view.source.type}
    >
      {body(view, numberOf(view))}
    </div>
  ) as Element;
}

function numberOf({ number, of, words }: QuestionView): string {
  return number === undefined ? '' : words.questionOf(number, of);
}

/** `role`: of the feedback, where it is to be announced. That of a quiz comes all at once, after its result. */
function body(view: QuestionView, label: string, role?: 'status'): ElementContent[] {
  const { source, link, words } = view;
  const id = domId(source.id.value);
  const prompt = link(source.prompt.html);
  const { controls, instruction, prompt: running } = partsOf(view);
  const eyebrow = (
    <span class="question-label" lang={words.lang}>
      <span data-number>{label}</span>
      {['', isGraded(view) ? words.points(source.points) : words.ungraded, instruction]
        .filter((part) => part !== undefined)
        .join(' · ')}
    </span>
  );
  // A legend may hold running text only; a prompt of several blocks stands below it and is named by reference.
  // One with controls in it is no name for them.
  const fieldset = running ? (
    <fieldset>
      <legend>{eyebrow}</legend>
      <div class="running">{running}</div>
      {controls}
    </fieldset>
  ) : isPhrasing(prompt) ? (
    <fieldset>
      <legend>
        {eyebrow}
        <span class="prompt">{raw(prompt)}</span>
      </legend>
      {controls}
    </fieldset>
  ) : (
    <fieldset aria-labelledby={`${id}-legend ${id}-prompt`}>
      <legend id={`${id}-legend`}>{eyebrow}</legend>
      <div class="prompt" id={`${id}-prompt`}>
        {raw(prompt)}
      </div>
      {controls}
    </fieldset>
  );
  return [
    fieldset as Element,
    ...(isGraded(view) ? [] : [keptNote(words)]),
    ...source.hints.flatMap((_, index) => hintOf(view, index)),
    (<div class="feedback" data-slot="feedback" role={role} lang={words.lang} />) as Element,
  ];
}

/** Whether there is something to earn; an opinion or a thought is only kept. */
function isGraded({ source }: QuestionView): boolean {
  return questionKinds[source.type].graded;
}

function partsOf<T extends QuestionType>(view: QuestionView<T>): QuestionParts {
  const type: T = view.source.type;
  const kind: QuestionKind<T> = questionKinds[type];
  return kind.template(view);
}

/** There is no server: what becomes of an opinion is said before it is given. */
function keptNote(words: PageWords): Element {
  return (
    <p class="kept" lang={words.lang}>
      {words.keptHere}
    </p>
  ) as Element;
}

/** A hint; one that costs says so before it is opened. */
function hintOf(view: QuestionView, index: number): ElementContent[] {
  const { source, link, words } = view;
  const hint = source.hints[index];
  if (hint === undefined) return [];
  const of = source.hints.length;
  const label = of === 1 ? words.hint : words.hintOf(index + 1, of);
  const costs = hint.cost > 0 && isGraded(view);
  return [
    (
      <details class="hint">
        <summary lang={words.lang}>
          {icon('bulb')}
          {costs ? words.hintCosts(label, hint.cost) : label}
        </summary>
        <div class="hint-text">{raw(link(hint.text.html))}</div>
      </details>
    ) as Element,
  ];
}
