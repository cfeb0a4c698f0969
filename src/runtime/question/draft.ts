import type { QuestionKey } from '../../model/ids.ts';
import type { Draft } from '../../model/parse-response.ts';
import { whenLeft } from '../leaving.ts';
import type { Page } from '../page.ts';
import type { Progress } from '../progress.ts';
import type { Tools } from '../tools.ts';
import { type ActiveQuestion, asWas } from './active.ts';

/** Milliseconds without a key that are a pause of typing. */
const PAUSE = 400;

/** Drafts are kept by question and attempt: two tabs on one quiz do not overwrite each other's answers. Practice has no attempts. */
export function draftName(key: QuestionKey, attempt: number | undefined): string {
  return attempt === undefined ? `draft:${key}` : `draft:${key}:${attempt}`;
}

/** What was given so far. */
export function readDraft(
  progress: Progress,
  { ref }: ActiveQuestion,
  attempt: number | undefined,
  { parseDraft }: Tools,
): Draft {
  return parseDraft(progress.note(draftName(ref.key, attempt)));
}

/** Keeps what was given so far, with what was asked; an empty draft is removed. */
export function keepDraft(
  progress: Progress,
  { ref }: ActiveQuestion,
  attempt: number | undefined,
  draft: Draft,
): void {
  const kept = Object.keys(draft).length > 0 ? { ...draft, ...asWas({ ref }) } : undefined;
  const name = draftName(ref.key, attempt);
  if (kept || progress.note(name) !== undefined) progress.keep(name, kept);
}

/** Calls `save` with the control at every change; while something is typed, at each pause and when the page is left. */
export function watchAnswers(page: Page, form: HTMLElement, save: (control: Node) => void): void {
  let typed: Node | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    const control = typed;
    typed = undefined;
    if (control) save(control);
  };
  form.addEventListener('input', ({ target }) => {
    if (target !== typed) flush();
    clearTimeout(timer);
    if (target instanceof Node) typed = target;
    timer = setTimeout(flush, PAUSE);
  });
  form.addEventListener('change', ({ target }) => {
    if (target instanceof Node) typed = target;
    flush();
  });
  whenLeft(page, flush);
}
