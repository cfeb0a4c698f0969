import { setText } from './dom.ts';
import type { Page } from './page.ts';
import * as words from './words.ts';

/** How far a competency is, in words. */
export function mastery(page: Page, id: string): string {
  const competency = page.progress.course.competencies.find((found) => found.id === id);
  const found = page.progress.view.competencies.find((entry) => entry.id === id);
  if (!competency || !found || found.seen === 0) return words.report.unseen;
  if (found.mastered) return `${words.report.mastered}, ${words.percent(found.share)}`;
  const share = words.report.mastery(found.share, competency.mastery);
  return found.seen < competency.evidence
    ? `${share}; ${words.report.seen(found.seen, competency.evidence)}`
    : share;
}

/** The state of each competency that the home page names. */
export function showCompetencies(page: Page): void {
  for (const { id } of page.progress.course.competencies) {
    const found = page.progress.view.competencies.find((entry) => entry.id === id);
    const place = document.querySelector(`[data-competency="${CSS.escape(id)}"] [data-state]`);
    setText(place ?? undefined, found && found.seen > 0 ? mastery(page, id) : '');
  }
}
