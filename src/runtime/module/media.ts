import type { Module } from '../../model/course.ts';
import type { Event } from '../../model/events.ts';
import { watchedShare } from '../../path/media.ts';
import { whenLeft } from '../leaving.ts';
import type { Page, PageItem } from '../page.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';

type Played = Extract<Event, { type: 'media' }>;

/** The longest stretch, in seconds, that is played before it is recorded: what a killed browser may lose. */
const STRETCH = 20;

/** Nobody wants to resume within so many seconds of either end. */
const EDGE = 3;

export interface MediaPart {
  /**
   * Resumes every video and audio where it was left, and records what is played as `media` events: one for
   * each stretch between starting, seeking, pausing and leaving, or 20 seconds, whichever is shorter.
   * `finish` is called when all have ended.
   */
  watchAll(page: Page, item: PageItem, finish: () => void): void;
  /** How much is to be watched before a page that asks for it counts as done, and how much was. */
  toWatch(page: Page, item: Module): string;
}

export function mediaPart(tools: Tools): MediaPart {
  return { watchAll: (page, item, finish) => watchAll(page, item, tools, finish), toWatch };
}

function watchAll(page: Page, item: PageItem, { all }: Tools, finish: () => void): void {
  const media: HTMLMediaElement[] = [];
  const ended = () => {
    if (media.every((medium) => medium.ended)) finish();
  };
  for (const figure of all('[data-media]')) {
    const medium = figure.querySelector<HTMLMediaElement>('video, audio');
    const key = figure.dataset.media;
    if (!medium || key === undefined) continue;
    media.push(medium);
    watch(page, item, medium, key, ended);
  }
}

function watch(page: Page, item: PageItem, medium: HTMLMediaElement, media: string, ended: () => void): void {
  let from: number | undefined;
  let last = 0;

  const flush = () => {
    const { duration } = medium;
    if (from !== undefined && last - from >= 0.25 && Number.isFinite(duration) && duration > 0) {
      const stretch = { from: round(from), to: round(Math.min(last, duration)), duration: round(duration) };
      page.progress.record({ type: 'media', item: item.id, media, ...stretch });
    }
    from = medium.paused || medium.seeking ? undefined : medium.currentTime;
    last = medium.currentTime;
  };

  medium.addEventListener('playing', () => {
    if (from !== undefined) return;
    from = medium.currentTime;
    last = from;
  });
  medium.addEventListener('timeupdate', () => {
    // While seeking the time is already that of the target.
    if (from === undefined || medium.seeking) return;
    last = Math.max(last, medium.currentTime);
    if (last - from >= STRETCH) flush();
  });
  medium.addEventListener('seeking', flush);
  medium.addEventListener('seeked', () => {
    if (medium.paused) return;
    from = medium.currentTime;
    last = from;
  });
  medium.addEventListener('pause', flush);
  medium.addEventListener('ended', () => {
    if (from !== undefined) last = medium.duration;
    flush();
    ended();
  });
  whenLeft(page, flush);

  const resume = () => {
    const to = leftAt(page, item, media);
    if (to !== undefined && medium.currentTime === 0 && to > EDGE && to < medium.duration - EDGE)
      medium.currentTime = to;
  };
  if (medium.readyState >= HTMLMediaElement.HAVE_METADATA) resume();
  else medium.addEventListener('loadedmetadata', resume, { once: true });
}

function toWatch({ progress }: Page, { id, done }: Module): string {
  if (done.type !== 'video') return '';
  const { played = [] } = progress.stateOf(id) ?? {};
  const shares = new Map(played.map((medium) => [medium.media, watchedShare(medium)]));
  // Of several that are asked for, the one with the least says how far it is.
  const watched = done.media
    ? Math.min(1, ...done.media.map((name) => shares.get(name) ?? 0))
    : Math.max(0, ...shares.values());
  return words.toDo.video(done.share, watched);
}

/** Where the medium was left: the end of the stretch that was played last. */
function leftAt(page: Page, item: PageItem, media: string): number | undefined {
  return page.progress.last(
    (event): event is Played => event.type === 'media' && event.item === item.id && event.media === media,
  )?.to;
}

/** Milliseconds are enough, and keep the entries short. */
function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
