import type { Share } from '../../model/condition.ts';
import type { Course, Item } from '../../model/course.ts';
import { presentName } from '../../model/edition-names.ts';
import { isFields } from '../../model/fields.ts';
import type { ItemId } from '../../model/ids.ts';
import type { Progress } from '../progress.ts';
import { asksElse } from '../question/active.ts';

/** So many editions are remembered: a page of an old one, from a cache or another tab, brings no news. */
export const EDITIONS = 20;

/** The notes of the editions that were looked at with the ids of all of them, and of what is still to be said. */
export const PUBLISHED = 'published';
export const NEWS = 'news';
/** The home page among the places of `SEEN`. */
export const HOME = '@home';

/** What a corrected key brought in one item: another best score of a quiz, or answers that count more. */
export interface Told {
  readonly item: ItemId;
  readonly before: Share;
  readonly now: Share;
  readonly questions: number;
}

/** What new editions mean to a learner, as far as it was not closed. Ids are those of the edition that each was found in. */
export interface News {
  readonly pages: readonly ItemId[];
  /** Sections that wait for nothing but new pages. */
  readonly reopened: readonly ItemId[];
  /** Practice questions that ask something else than when they were answered: their keys with what they ask. */
  readonly changed: readonly string[];
  /** Pages that the learner had opened and the course does not have any more. */
  readonly gone: readonly ItemId[];
  readonly told: readonly Told[];
}

export const NOTHING = {
  pages: [],
  reopened: [],
  changed: [],
  gone: [],
  told: [],
} satisfies News;

export interface Published {
  /** As `course.js` names them. */
  readonly editions: readonly string[];
  readonly items: readonly ItemId[];
  /** What was said: `changed` and `gone` as in `News`. */
  readonly changed: readonly string[];
  readonly gone: readonly ItemId[];
}

/** What is new since the editions that were looked at; where none was, nothing but what came of corrected keys. */
export function newsOf(progress: Progress, published: Published | undefined, told: readonly Told[]): News {
  const { course, view } = progress;
  if (!published) return { ...NOTHING, told };
  const known = knownIds(course, published.items);
  const isNew = ({ id, kind }: Item) => kind !== 'section' && !known.has(id);
  const fresh = course.items.filter(isNew).map(({ id }) => id);
  return {
    pages: fresh.filter((id) => view.byId.get(id)?.status !== 'hidden' && !view.byId.get(id)?.opened),
    reopened: course.items.flatMap((item) => (isReopened(progress, item, fresh) ? [item.id] : [])),
    changed: [...changedQuestions(progress).keys()].filter((name) => !published.changed.includes(name)),
    gone: goneItems(progress, known).filter((id) => !published.gone.includes(id)),
    told,
  };
}

/** What was to be said before and was not closed, with what is to be said now. */
export function gather(before: News | undefined, news: News): News | undefined {
  const { pages, reopened, changed, gone, told } = before ?? NOTHING;
  const all = {
    pages: distinct([...pages, ...news.pages]),
    reopened: distinct([...reopened, ...news.reopened]),
    changed: distinct([...changed, ...news.changed]),
    gone: distinct([...gone, ...news.gone]),
    told: [...told, ...news.told],
  };
  return Object.values(all).some((list) => list.length > 0) ? all : undefined;
}

/** What of it is still so in this edition, in its names: what was put back, opened, answered anew or finished is left out. */
export function present(progress: Progress, news: News): News {
  const { course, items, view } = progress;
  const renames = new Map(Object.entries(course.renamed ?? {}));
  const now = (id: ItemId) => presentName(id, (name) => items.has(name), renames);
  const shown = (id: ItemId) => (view.byId.get(id)?.status ?? 'hidden') !== 'hidden';
  const asked = changedQuestions(progress);
  return {
    pages: distinct(news.pages.map(now)).filter((id) => shown(id) && !view.byId.get(id)?.opened),
    reopened: distinct(news.reopened.map(now)).filter((id) => {
      return shown(id) && view.byId.get(id)?.status !== 'locked' && !view.byId.get(id)?.cleared;
    }),
    changed: news.changed.filter((name) => shown(asked.get(name) ?? '')),
    gone: distinct(news.gone.map(now)).filter((id) => !items.has(id)),
    told: news.told.map((told) => ({ ...told, item: now(told.item) })).filter(({ item }) => shown(item)),
  };
}

/** With this edition. */
export function publishedNow(
  progress: Progress,
  published: Published | undefined,
  edition: string,
): Published {
  const { editions, items } = published ?? { editions: [], items: [] };
  const { course } = progress;
  return {
    editions: [...editions, edition].slice(-EDITIONS),
    items: distinct([...items, ...course.items.map(({ id }) => id)]),
    changed: [...changedQuestions(progress).keys()],
    gone: goneItems(progress, knownIds(course, items)),
  };
}

/** What was kept as a note, which may be anything; undefined where no edition was looked at. */
export function readPublished(note: unknown): Published | undefined {
  return isFields(note) && Array.isArray(note.items)
    ? {
        editions: texts(note.editions),
        items: texts(note.items),
        changed: texts(note.changed),
        gone: texts(note.gone),
      }
    : undefined;
}

/** The ids of earlier editions, also under the names that they have now. */
function knownIds(course: Course, published: readonly ItemId[]): ReadonlySet<ItemId> {
  const renames = new Map(Object.entries(course.renamed ?? {}));
  return new Set(published.flatMap((id) => [id, renames.get(id) ?? id]));
}

/** Does a section that was finished wait for new pages alone? The innermost such section: those around it wait with it. */
function isReopened({ course, items, view }: Progress, item: Item, fresh: readonly ItemId[]): boolean {
  const found = view.byId.get(item.id);
  if (item.kind !== 'section' || item.id === course.pathway || !found?.opened || found.cleared) return false;
  const waits = item.children.flatMap((id) => {
    const child = view.byId.get(id);
    return child?.required && !child.cleared ? [id] : [];
  });
  return waits.length > 0 && waits.every((id) => items.get(id)?.kind !== 'section' && fresh.includes(id));
}

/** The practice questions whose last answer was to something else, by key and what they ask, with their pages. */
export function changedQuestions({ course, events }: Progress): ReadonlyMap<string, ItemId> {
  const refs = new Map(
    course.items.flatMap((item) =>
      item.kind === 'module' ? item.questions.map((ref) => [ref.key, { ref, item }] as const) : [],
    ),
  );
  const changed = new Map<string, ItemId>();
  for (const event of events) {
    if (event.type !== 'answered' || event.asks === undefined) continue;
    const found = refs.get(event.question);
    const name = `${event.question} ${found?.ref.asks}`;
    if (found && asksElse(found, event)) changed.set(name, found.item.id);
    else changed.delete(name);
  }
  return changed;
}

/** The pages of earlier editions that the learner had opened and that are not there any more. */
function goneItems({ events, items }: Progress, known: ReadonlySet<ItemId>): ItemId[] {
  const opened = events.flatMap((event) => (event.type === 'opened' ? [event.item] : []));
  return distinct(opened).filter((id) => known.has(id) && !items.has(id));
}

/** What was kept as a note, which may be anything; undefined where there is nothing to say. */
export function readNews(note: unknown): News | undefined {
  if (!isFields(note)) return undefined;
  const { pages, reopened, changed, gone, told } = note;
  const entries: readonly unknown[] = Array.isArray(told) ? told : [];
  return {
    pages: texts(pages),
    reopened: texts(reopened),
    changed: texts(changed),
    gone: texts(gone),
    told: entries.flatMap((entry) =>
      isFields(entry) && typeof entry.item === 'string'
        ? [
            {
              item: entry.item,
              before: number(entry.before),
              now: number(entry.now),
              questions: number(entry.questions),
            },
          ]
        : [],
    ),
  };
}

function distinct(list: readonly string[]): string[] {
  return [...new Set(list)];
}

/** The texts in what may be a list. */
function texts(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : [];
}

function number(value: unknown): number {
  return typeof value === 'number' && value > 0 && value < 1e6 ? value : 0;
}
