import type { Grade } from '../../assess/types.ts';
import type { QuestionRef } from '../../model/course.ts';
import type { Page } from '../page.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';
import { materialLinks } from './material.ts';

/** What helps somebody on whose answer was not right. */
export interface Help {
  /** What the tool can say about the answer. */
  readonly remarks: readonly Node[];
  /** What to do next. */
  readonly next: readonly Node[];
}

/** What to say besides the verdict; `isDone`: there is nothing left to do. */
export function helpOn(
  page: Page,
  ref: QuestionRef,
  grade: Grade | undefined,
  isDone: boolean,
  tools: Tools,
): Help {
  const { h, steps } = tools;
  const links = isDone ? [] : materialLinks(page, ref, tools);
  return {
    remarks: remarksOn(grade, tools),
    next: [
      ...(links.length > 0 ? [h('p', {}, words.help.material), steps(links)] : []),
      ...(isDone ? [] : [h('p', {}, words.help.again)]),
    ],
  };
}

/** What the tool can say about an answer, in words. */
export function remarksOn(grade: Grade | undefined, { h }: Tools): HTMLElement[] {
  return (grade?.remarks ?? []).map((remark) => h('p', {}, words.remarks[remark]));
}
