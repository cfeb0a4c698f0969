import type { View } from '../../path/types.ts';
import type { Progress } from '../progress.ts';
import * as words from '../words.ts';

/** What a change of the learner's own making brought: a review that was noted, pages that opened, badges, the end of the course. */
export function news(progress: Progress, view: View, before: View): string {
  const texts: string[] = reviewed(progress, view, before);
  const opened = view.items.filter((item) => {
    const was = before.byId.get(item.id)?.status;
    const closed = was === 'locked' || was === 'hidden';
    return item.status === 'open' && closed && progress.items.get(item.id)?.kind !== 'section';
  });
  if (opened.length > 0) {
    const titles = opened.slice(0, 3).map((item) => progress.title(item.id));
    if (opened.length > 3) titles.push(words.announce.more(opened.length - 3));
    texts.push(words.announce.opened(titles));
  }
  for (const badge of progress.course.badges) {
    if (view.badges.includes(badge.id) && !before.badges.includes(badge.id))
      texts.push(words.announce.badge(badge.title));
  }
  if (view.finished && !before.finished) texts.push(words.announce.finished);
  return texts.join(' ');
}

/** That a page was gone through for a failed quiz, and whether the quiz is open for another attempt now. */
function reviewed(progress: Progress, view: View, before: View): string[] {
  const now = view.items.find(({ id, quiz }) => {
    const was = before.byId.get(id)?.quiz;
    // Not by handing in, or by a new start.
    return (
      quiz?.failed && quiz.submissions === was?.submissions && quiz.toReview.length < was.toReview.length
    );
  });
  if (!now) return [];
  return [
    now.quiz?.toReview.length === 0 ? words.announce.retry(progress.title(now.id)) : words.announce.noted,
  ];
}
