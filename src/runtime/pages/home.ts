/** The bundle of the home page: start or continue, and the learner's place. */
import { showCompetencies } from '../competencies.ts';
import { isPageItem, type Page } from '../page.ts';
import { registerPage } from '../register.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';

registerPage('home', (page, tools) => () => {
  showResume(page, tools);
  showPlace(page, tools);
  showCompetencies(page);
});

function showResume(page: Page, { fill, h, itemLink, slot }: Tools): void {
  const { view, course } = page.progress;
  const begun = view.items.some((item) => item.opened);
  const parts: HTMLElement[] = [];
  if (view.finished) {
    const text = course.certificate ? words.home.certificate : words.home.completion;
    parts.push(h('a', { class: 'button primary', href: `${page.root}complete.html` }, text));
  }
  if (view.next !== undefined) {
    const title = page.progress.title(view.next);
    const text = begun ? words.home.resume(title) : words.home.start(title);
    parts.push(itemLink(page, view.next, { class: view.finished ? 'button' : 'button primary' }, text));
  }
  fill(slot('resume'), ...parts);
}

function showPlace(page: Page, { fill, slot }: Tools): void {
  const { view, items } = page.progress;
  const left = view.items.reduce((minutes, found) => {
    const item = items.get(found.id);
    return isPageItem(item) && found.required && !found.cleared ? minutes + item.minutes : minutes;
  }, 0);
  const done = words.progress.done(view.cleared, view.required);
  const text = view.finished
    ? words.home.finished
    : `${done}${left > 0 ? ` · ${words.progress.minutes(left)}` : ''}`;
  fill(slot('place'), view.required > 0 && text);
}
