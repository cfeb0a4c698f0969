import type { ItemId } from '../../model/ids.ts';
import { besideMark } from '../../model/quantities.ts';
import type { Piece } from '../../words/sentences.ts';
import type { Page } from '../page.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';
import { changedQuestions, NEWS, type News, present, type Told } from './news.ts';

/** More links than these are no list to read. */
const MOST = 12;

/**
 * Says in a notice what is new and still so in this edition, until the learner closes it: on the page where it was found, and on the home page.
 * Gives whether it shows.
 */
export function showNews(page: Page, news: News | undefined, tools: Tools): boolean {
  const { h, button, one, row, slot } = tools;
  const old = one('[data-news]');
  const lines =
    news && !document.documentElement.hasAttribute('data-preview') ? linesOf(page, news, tools) : [];
  const place = slot('notice');
  if (lines.length === 0 || !place) {
    old?.remove();
    return false;
  }
  const { title, kept, finished, close } = words.edition;
  const notice = h(
    'section',
    { class: 'notice', 'data-news': true, 'aria-label': title, lang: place.lang || undefined },
    h('p', {}, h('strong', {}, `${title}.`), ` ${page.progress.view.finished ? finished : kept}`),
    ...lines,
    row(
      button(close, () => {
        page.progress.store.keep(NEWS, undefined);
        one('[data-news]')?.remove();
        // The button is gone: reading goes on with the page.
        one('main')?.focus();
      }),
    ),
  );
  if (old?.innerHTML === notice.innerHTML) return true;
  if (!old) page.announce(title);
  old?.remove();
  place.before(notice);
  return true;
}

function linesOf(page: Page, news: News, { h, itemLink, linked, steps }: Tools): HTMLElement[] {
  const { progress } = page;
  const { pages, reopened, changed, gone, later } = words.edition;
  const now = present(progress, news);
  const asked = changedQuestions(progress);
  // What is still locked leads nowhere yet.
  const entry = (id: ItemId) =>
    progress.item(id)?.status === 'locked' ? later(progress.title(id)) : itemLink(page, id);
  const list = (text: string, ids: readonly ItemId[]) =>
    ids.length === 0 ? [] : [h('p', {}, text), steps(ids.slice(0, MOST).map((id) => [entry(id)]))];
  return [
    ...now.told.map((told) => h('p', {}, ...linked(page, say(page, told)))),
    ...list(pages(now.pages.length), now.pages),
    ...list(reopened, now.reopened),
    ...list(changed(now.changed.length), [...new Set(now.changed.flatMap((name) => asked.get(name) ?? []))]),
    ...(now.gone.length > 0 ? [h('p', {}, gone(now.gone.length))] : []),
  ];
}

function say({ progress }: Page, { item, before, now, questions }: Told): Piece[] {
  const { answers, result } = words.edition;
  const found = progress.items.get(item);
  const mark = found?.kind === 'quiz' ? found.pass : undefined;
  return now > before
    ? result({ item }, besideMark(now, mark), besideMark(before, mark))
    : answers({ item }, questions);
}
