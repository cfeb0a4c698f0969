/** The bundle of module pages: practice questions, and what finishes the page. Media and autoplay come where they are. */
import type { Autoplay } from '../module/autoplay.ts';
import { finishing } from '../module/finishing.ts';
import { activatePractice } from '../module/practice.ts';
import { registerPage } from '../register.ts';
import * as words from '../words.ts';

registerPage('module', (page, tools, next) => {
  const { item, progress } = page;
  if (item?.kind !== 'module' || !next) return undefined;
  const { one, whenHere } = tools;
  finishing(page, item, next, tools);
  activatePractice(page, item, tools);
  // In the portable edition pages have their addresses behind `#/`.
  const { searchParams } = new URL(location.href.replace('#/', ''));
  const quiz = progress.items.get(searchParams.get('quiz') ?? '');
  const sent = quiz && progress.item(quiz.id);
  // A quiz sent the learner here: the way back stands at the end. To one that waits for this page the way on itself leads.
  if (quiz?.kind === 'quiz' && sent?.opened && !(sent.quiz?.failed && quiz.review.includes(item.id)))
    next.add(tools.itemLink(page, quiz.id, { class: 'button' }, words.next.backTo(quiz.title)));
  if (one('[data-embed]')) whenHere('embeds', ({ activate }) => activate());
  let player: Autoplay | undefined;
  const section = progress.items.get(item.parent ?? '');
  if (section && 'autoplay' in section && section.autoplay)
    whenHere('autoplay', ({ autoplay }) => {
      player = autoplay(page, item, next);
    });
  if (one('[data-media]')) whenHere('media', ({ watchAll }) => watchAll(page, item, () => player?.start()));
  return () => player?.show();
});
