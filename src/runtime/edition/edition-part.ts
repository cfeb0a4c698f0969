import type { Page } from '../page.ts';
import type { Tools } from '../tools.ts';
import { correct } from './correct.ts';
import {
  EDITIONS,
  gather,
  HOME,
  NEWS,
  NOTHING,
  newsOf,
  PUBLISHED,
  publishedNow,
  readNews,
  readPublished,
} from './news.ts';
import { placeOf, present, SEEN } from './seen.ts';
import { showNews } from './show-news.ts';

/** Questions with corrected keys, sealed, and the files beside the bundle that grade their types. */
export interface Corrections {
  readonly sealed: string;
  readonly scripts: Readonly<Record<string, string>>;
}

/** Does and says on a page what an edition asks for: grades answers again whose keys were corrected, says what is new. */
export type EditionPart = (page: Page) => void;

/** Each page has it done once at a time. */
const busy = new WeakSet<Page>();

/** Makes it with the runtime's tools. */
export function editionPart(tools: Tools): EditionPart {
  return (page) => {
    if (busy.has(page)) return;
    busy.add(page);
    follow(page, tools).then(
      () => busy.delete(page),
      // It stays busy: the next page tries again, and nothing is lost meanwhile.
      (error: unknown) => console.error('Coursewright: edition:', error),
    );
  };
}

async function follow(page: Page, tools: Tools): Promise<void> {
  const { progress } = page;
  const { store } = progress;
  const edition = present();
  const note = store.note(SEEN);
  const before = typeof note === 'string' ? note.split(' ').filter((name) => name !== '') : [];
  const places = before.filter((name) => name.startsWith('@'));
  const seen = before.filter((name) => !name.startsWith('@'));
  const isDue = !seen.includes(edition) || (page.item && places.includes(placeOf(page)));
  const { told, waiting } = isDue
    ? await correct(page, tools)
    : { told: [], waiting: places.filter((place) => place !== HOME) };
  // Somebody else may be shown this page by now, or nobody.
  if (page.signal?.aborted) return;
  const published = readPublished(store.note(PUBLISHED));
  const isNew = !published?.editions.includes(edition);
  const known = readNews(store.note(NEWS));
  const found = isNew ? newsOf(progress, published, told) : { ...NOTHING, told };
  const news = isNew || told.length > 0 ? gather(known, found) : known;
  if (isNew) store.keep(PUBLISHED, publishedNow(progress, published, edition));
  // A page of an old edition, from a cache or another tab, or put back, may have nothing of it to say: the newest may.
  const isOld = !isNew && published?.editions.at(-1) !== edition;
  if (news !== known) store.keep(NEWS, news);
  const after = [
    ...[...new Set([...seen, edition])].slice(-EDITIONS),
    ...waiting,
    ...(showNews(page, news, tools) || (isOld && news) ? [HOME] : []),
  ].join(' ');
  if (note !== after) store.keep(SEEN, after);
}
