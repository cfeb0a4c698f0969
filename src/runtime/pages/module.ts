/** The bundle of module pages: practice questions, media, embedded players, autoplay. */
import { autoplay } from '../module/autoplay.ts';
import { activateEmbeds } from '../module/embeds.ts';
import { watchMedia } from '../module/media.ts';
import { activatePractice } from '../module/practice.ts';
import { registerPage } from '../register.ts';

registerPage('module', (page, tools, next) => {
  const { item, progress } = page;
  if (!item || !next) return undefined;
  activatePractice(page, item, tools);
  activateEmbeds(tools);
  const player = autoplay(page, item, tools);
  next.add(player.place);
  watchMedia(page, item, tools, () => player.start(next.way()));

  let wasDone = true;
  void progress.store.ready.then(() => {
    // Only what becomes done from now on goes on by itself.
    wasDone = progress.item(item.id)?.status === 'done';
    if (!player.started()) return;
    // A browser may refuse to play without a click: the learner starts it then.
    const medium = document.querySelector<HTMLMediaElement>('[data-media] video, [data-media] audio');
    medium?.play().catch(() => undefined);
  });
  return () => {
    const isDone = progress.item(item.id)?.status === 'done';
    if (isDone && !wasDone) player.start(next.way());
    // Locked away, by a reset in another tab say.
    if (tools.one('[data-content]')?.hidden) player.cancel();
    wasDone ||= isDone;
  };
});
