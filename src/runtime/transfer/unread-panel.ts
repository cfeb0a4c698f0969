import { button, fill, h, row } from '../dom.ts';
import type { Page } from '../page.ts';
import * as words from '../words.ts';
import { download } from './download.ts';

/** What of the stored progress could not be read: how much, that it is kept, and a way to save it. */
export async function showUnread({ progress }: Page, place: HTMLElement): Promise<void> {
  await progress.store.ready;
  const entries = await (await progress.store.late()).unread();
  const save = () => {
    const course = progress.course.id;
    const text = `${JSON.stringify({ format: 'coursewright-unread', version: 1, course, entries }, null, 1)}\n`;
    download(h, { name: `${course.replace(/[^\p{L}\p{N}._-]+/gu, '-')}-unread.json`, text });
  };
  fill(
    place,
    ...(entries.length > 0
      ? [h('p', {}, words.unread.about(entries.length)), row(button(words.unread.save, save))]
      : []),
  );
}
