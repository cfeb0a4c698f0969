import type { Share } from '../../model/condition.ts';
import type { Course, Item } from '../../model/course.ts';
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

/** What a new edition means to a learner. Ids are those of the edition that it was found in. */
export interface News {
  readonly pages: readonly ItemId[];
  /** Sections that wait for nothing but new pages. */
  readonly reopened: readonly ItemId[];
  /** Pages with practice questions that ask something else than when they were answered, and the number of these. */
  readonly changed: readonly ItemId[];
  readonly questions: number;
  /** Pages that the learner had opened and the course does not have any more. */
  readonly gone: number;
  readonly told: readonly Told[];
}

export const NOTHING = {
  pages: [],
  reopened: [],
  changed: [],
  questions: 0,
  gone: 0,
  told: [],
} satisfies News;

export interface Published {
  /** As `course.js` names them. */
  readonly editions: readonly string[];
  readonly items: readonly ItemId[];
  /** The questions that ask something else than when they were answered, which was said: their keys with what they ask. */
  readonly changed: readonly string[];
}

/** What is new since the editions that were looked at; where none was, nothing but what came of corrected keys. */
export function newsOf(progress: Progress, published: Published | undefined, told: readonly Told[]): News {
  const { course, view } = progress;
  if (!published) return { ...NOTHING, told };
  const known = knownIds(course, published.items);
  const isNew = ({ id, kind }: Item) => kind !== 'section' && !known.has(id);
  const fresh = course.items.filter(isNew).map(({ id }) => id);
  const changed = new Map(
    [...changedQuestions(progress)].filter(([name]) => !published.changed.includes(name)),
  );
  return {
    pages: fresh.filter((id) => view.byId.get(id)?.status !== 'hidden' && !view.byId.get(id)?.opened),
    reopened: course.items.flatMap((item) => (isReopened(progress, item, fresh) ? [item.id] : [])),
    changed: [...new Set(changed.values())],
    questions: changed.size,
    gone: lost(progress, known),
    told,
  };
}

/** What was to be said before and was not closed, with what is to be said now. */
export function gather(before: News | undefined, news: News): News | undefined {
  const all = before
    ? {
        ...news,
        pages: [...new Set([...before.pages, ...news.pages])],
        reopened: [...new Set([...before.reopened, ...news.reopened])],
        changed: news.changed.length > 0 ? news.changed : before.changed,
        questions: news.questions || before.questions,
        told: [...before.told, ...news.told],
        gone: before.gone + news.gone,
      }
    : news;
  const isSomething = [all.pages, all.reopened, all.changed, all.told].some((list) => list.length > 0);
  return isSomething || all.gone > 0 ? all : undefined;
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
    items: [...new Set([...items, ...course.items.map(({ id }) => id)])],
    changed: [...changedQuestions(progress).keys()],
  };
}

/** What was kept as a note, which may be anything; undefined where no edition was looked at. */
export function readPublished(note: unknown): Published | undefined {
  return isFields(note) && Array.isArray(note.items)
    ? { editions: texts(note.editions), items: texts(note.items), changed: texts(note.changed) }
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
function changedQuestions({ course, events }: Progress): ReadonlyMap<string, ItemId> {
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

function lost({ events, items }: Progress, known: ReadonlySet<ItemId>): number {
  const opened = events.flatMap((event) => (event.type === 'opened' ? [event.item] : []));
  return new Set(opened.filter((id) => known.has(id) && !items.has(id))).size;
}

/** What was kept as a note, which may be anything; undefined where there is nothing to say. */
export function readNews(note: unknown): News | undefined {
  if (!isFields(note)) return undefined;
  const { pages, reopened, changed, questions, gone, told } = note;
  const entries: readonly unknown[] = Array.isArray(told) ? told : [];
  return {
    pages: texts(pages),
    reopened: texts(reopened),
    changed: texts(changed),
    questions: number(questions),
    gone: number(gone),
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

/** The texts in what may be a list. */
function texts(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : [];
}

function number(value: unknown): number {
  return typeof value === 'number' && value > 0 && value < 1e6 ? value : 0;
}
