import { isFields } from '../../model/fields.ts';
import { type Draft, parseDraft } from '../../model/parse-response.ts';
import type { View } from '../../path/types.ts';
import type { Progress } from '../progress.ts';
import { draftName } from '../question/draft.ts';
import { parseTime, type TimeGiven, timeNote } from '../taking/time-given.ts';

/** What is not handed in yet: answers, and limits of time that were extended, by the names of their notes. */
export interface UnderWay {
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly times: ReadonlyMap<string, TimeGiven>;
}

/** More than anybody has under way at once. */
const MOST = 2000;

/** The names of the notes that what is under way has. */
function namesOf({ course }: Progress, view: View): { readonly drafts: string[]; readonly times: string[] } {
  const drafts: string[] = [];
  const times: string[] = [];
  for (const item of course.items) {
    if (item.kind === 'section') continue;
    const attempt = item.kind === 'quiz' ? view.byId.get(item.id)?.quiz?.attempt : undefined;
    drafts.push(...item.questions.map(({ key }) => draftName(key, attempt)));
    if (attempt !== undefined) times.push(timeNote(item.id, attempt));
  }
  return { drafts, times };
}

/** What this browser has under way. */
export function underWay(progress: Progress): UnderWay {
  const names = namesOf(progress, progress.view);
  return {
    drafts: pick(names.drafts, (name) => draftOf(progress.note(name))),
    times: pick(names.times, (name) => parseTime(progress.note(name))),
  };
}

/** What a file has under way that would still be so with the file's events, beside what this browser has. */
export interface Beside {
  /** By the names of its notes, but for what stands here under the name of an earlier edition. */
  readonly notes: ReadonlyMap<string, object>;
  /** Is there anything that this browser has nothing of? */
  readonly isNew: boolean;
  /** Of something this browser has answers of its own, which stay. */
  readonly stays: boolean;
}

/** What a file has under way. `view`: with the file's events. */
export function beside(progress: Progress, from: UnderWay, view: View): Beside {
  const names = namesOf(progress, view);
  const isNew = (name: string) => progress.note(name) === undefined;
  /** The file may be of an edition that called it otherwise. */
  const by = <T>(found: ReadonlyMap<string, T>, name: string) =>
    [name, ...progress.earlier(name)].map((one) => found.get(one)).find((value) => value !== undefined);
  const drafts = pick(names.drafts, (name) => by(from.drafts, name));
  const notes: (readonly [string, object])[] = [
    ...drafts,
    ...pick(names.times, (name) => by(from.times, name)),
  ];
  return {
    notes: new Map(notes.filter(([name]) => isNew(name) || progress.store.note(name) !== undefined)),
    isNew: notes.some(([name]) => isNew(name)),
    stays: [...drafts].some(([name, draft]) => !isNew(name) && !isSame(draft, draftOf(progress.note(name)))),
  };
}

function isSame(draft: Draft, other: Draft | undefined): boolean {
  return JSON.stringify(draft) === JSON.stringify(other);
}

/** Reads it from a file's fields, which may hold anything. */
export function parseUnderWay(drafts: unknown, times: unknown): UnderWay {
  return { drafts: parse(drafts, draftOf), times: parse(times, parseTime) };
}

function parse<T>(found: unknown, read: (value: unknown) => T | undefined): ReadonlyMap<string, T> {
  const entries = new Map(Object.entries(isFields(found) ? found : {}).slice(0, MOST));
  return pick([...entries.keys()], (name) => read(entries.get(name)));
}

function pick<T>(names: readonly string[], value: (name: string) => T | undefined): ReadonlyMap<string, T> {
  const picked = new Map<string, T>();
  for (const name of names) {
    const found = value(name);
    if (found !== undefined) picked.set(name, found);
  }
  return picked;
}

function draftOf(value: unknown): Draft | undefined {
  const draft = parseDraft(value);
  return Object.keys(draft).length > 0 ? draft : undefined;
}
