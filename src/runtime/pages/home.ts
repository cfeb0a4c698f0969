/** The bundle of the home page: start or continue, and the learner's place. */

import { duration } from '../../model/quantities.ts';
import { leaves } from '../../path/lookup.ts';
import type { Piece } from '../../words/sentences.ts';
import { showCompetencies } from '../competencies.ts';
import { isPageItem, type Page } from '../page.ts';
import { registerPage } from '../register.ts';
import type { Tools } from '../tools.ts';
import { forgets } from '../transfer/forgets.ts';
import * as words from '../words.ts';

registerPage('home', (page, tools) => {
  const forgetful = forgets();
  return () => {
    void forgetful.then((why) => why && tools.whenHere('keeping', ({ remind }) => void remind(page)));
    showResume(page, tools);
    showPlace(page, tools);
    showCompetencies(page);
  };
});

function showResume(page: Page, tools: Tools): void {
  const { fill, h, itemLink, slot } = tools;
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
  fill(slot('resume'), ...parts, ...(parts.length === 0 ? standstill(page, tools) : []));
}

/** What the course waits for when nothing can be done in it now. */
function standstill(page: Page, { h, late, linked, steps }: Tools): HTMLElement[] {
  const { progress } = page;
  const { view, course } = progress;
  const locked = late('locked');
  if (!locked) return [];
  const say = (text: string, why: readonly (readonly Piece[])[] = []) => [
    h('div', {}, h('p', {}, text), why.length > 0 && steps(why.map((pieces) => linked(page, pieces)))),
  ];
  const required = view.items.filter((item) => item.required);
  const waits = required.find((item) => item.status === 'locked');
  if (waits) return say(words.home.waits(progress.title(waits.id)), locked.reasons(progress, view, waits.id));
  const asked = leaves(course.complete).map((leaf) => 'quiz' in leaf && leaf.quiz);
  const why = view.items
    .filter((item) => item.quiz?.exhausted && ((item.required && !item.cleared) || asked.includes(item.id)))
    .map(({ id }) => locked.exhausted(progress, id));
  if (course.complete) why.push(words.home.asks(locked.clause(progress, course.complete)));
  if (why.length > 0) return say(words.home.nothing, why);
  return view.until === undefined
    ? say(words.home.nothing)
    : say(words.home.later(words.moment(view.until, course.language)));
}

function showPlace(page: Page, { fill, slot }: Tools): void {
  const { view, items } = page.progress;
  const left = view.minutesLeft;
  // From the start on it would be no news.
  const added = view.items.filter((found) => {
    const item = items.get(found.id);
    return isPageItem(item) && found.required && !found.cleared && item.when !== undefined;
  }).length;
  const text = view.finished
    ? words.home.finished
    : [
        words.progress.done(view.cleared, view.required),
        ...(left > 0 ? [words.report.minutes(duration(left))] : []),
        ...(added > 0 && view.cleared > 0 ? [words.report.added(added)] : []),
      ].join(' · ');
  fill(slot('place'), view.required > 0 && text);
}
