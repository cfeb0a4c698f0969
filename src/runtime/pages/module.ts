/** The bundle of module pages: practice questions, media, embedded players. */
import { activateEmbeds } from '../module/embeds.ts';
import { watchMedia } from '../module/media.ts';
import { activatePractice } from '../module/practice.ts';
import { registerPage } from '../register.ts';

registerPage('module', (page, tools, finish) => {
  const { item } = page;
  if (!item) return undefined;
  activatePractice(page, item, tools);
  activateEmbeds(tools);
  watchMedia(page, item, tools, finish);
  return undefined;
});
