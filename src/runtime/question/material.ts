import type { QuestionRef } from '../../model/course.ts';
import type { ItemId } from '../../model/ids.ts';
import type { Page } from '../page.ts';
import type { Tools } from '../tools.ts';

/** So many pages are worth naming to somebody who missed a question. */
const MOST = 3;

/**
 * Links to what should be gone through again after a wrong answer: the pages that its author names, else those that teach its
 * competencies, with the competency's title. Only what the learner can open, and not this page. `quiz`: they lead back to it.
 */
export function materialLinks(
  page: Page,
  { see, competencies }: Pick<QuestionRef, 'see' | 'competencies'>,
  tools: Tools,
  quiz?: ItemId,
): (Node | string)[][] {
  const { course, view } = page.progress;
  const found = see
    ? see.map((id) => ({ id, why: undefined }))
    : course.items.flatMap((item) => {
        const why = item.kind === 'module' && item.teaches?.find((id) => competencies.includes(id));
        return why ? { id: item.id, why } : [];
      });
  const open = found.filter(({ id }) => {
    const status = view.byId.get(id)?.status;
    return id !== page.item?.id && (status === 'open' || status === 'done');
  });
  return open.slice(0, MOST).map(({ id, why }) => {
    const title = course.competencies.find((competency) => competency.id === why)?.title;
    return [backLink(page, id, tools, quiz), ...(title === undefined ? [] : [` (${title})`])];
  });
}

/** A link to a page from which the way leads back to a quiz. */
export function backLink(page: Page, id: ItemId, { itemLink }: Tools, quiz?: ItemId): HTMLElement {
  const link = itemLink(page, id);
  if (quiz !== undefined && link instanceof HTMLAnchorElement)
    link.href += `?${new URLSearchParams({ quiz })}`;
  return link;
}
