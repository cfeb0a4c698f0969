import { fill, h, slot } from './dom.ts';
import { isPageItem, itemLink, type Page } from './page.ts';
import { words } from './words.ts';

/** The share done, in the header of every page, and the learner's place on the home page. */
export function showPlace(page: Page): void {
  const { view, items } = page.progress;
  fill(slot('progress'), ...(view.required > 0 ? meter(page) : []));

  const resume = slot('resume');
  if (resume) {
    const begun = view.items.some((item) => item.opened);
    const parts: HTMLElement[] = [];
    if (view.finished) {
      const text = page.progress.course.certificate ? words.home.certificate : words.home.completion;
      parts.push(h('a', { class: 'button primary', href: `${page.root}complete.html` }, text));
    }
    if (view.next !== undefined) {
      const title = page.progress.title(view.next);
      const text = begun ? words.home.resume(title) : words.home.start(title);
      parts.push(itemLink(page, view.next, { class: view.finished ? 'button' : 'button primary' }, text));
    }
    fill(resume, ...parts);
  }

  const left = view.items.reduce((minutes, found) => {
    const item = items.get(found.id);
    return isPageItem(item) && found.required && !found.cleared ? minutes + item.minutes : minutes;
  }, 0);
  const { cleared, required } = view;
  const text = view.finished
    ? words.home.finished
    : `${words.progress.done(cleared, required)}${left > 0 ? ` · ${words.progress.minutes(Math.round(left))}` : ''}`;
  fill(slot('place'), required > 0 && text);
}

/** The bar of the steps done, with its figures as text. */
export function meter(page: Page): HTMLElement[] {
  const { required, cleared } = page.progress.view;
  const text = words.progress.done(cleared, required);
  return [
    h(
      'progress',
      { class: 'meter', max: required, value: cleared, 'aria-label': words.progress.label },
      text,
    ),
    h('span', { class: 'meter-label' }, text),
  ];
}
