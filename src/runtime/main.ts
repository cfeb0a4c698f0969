/** The runtime: reads the course from `window.coursewright` and brings the page to life. */
import { begin } from './begin.ts';
import { fill, slot } from './dom.ts';
import { enliven } from './enliven.ts';
import { isSeparate } from './notice.ts';
import { rootOf } from './page.ts';
import { isProgress } from './transfer/link.ts';
import * as words from './words.ts';

const manifest = window.coursewright;
try {
  if (manifest?.course.format !== 1) throw new Error('course.js is missing or of another version.');
  addEventListener('hashchange', receive);
  // A page that is left at once was not visited.
  if (!receive()) {
    const progress = begin(manifest.course);
    progress.onChange(enliven(progress, isSeparate()));
  }
} catch (error) {
  // The page can be read as it is; what it cannot do any more is said.
  console.error('Coursewright:', error);
  fill(slot('notice'), words.late.missing);
}

/** Progress in a link is looked at on the progress page, whichever page the link leads to: true where the page is left for that. */
function receive(): boolean {
  const leaves = isProgress(location.hash) && document.body.dataset.page !== 'progress';
  if (leaves) location.replace(`${rootOf(document.body)}progress.html${location.hash}`);
  return leaves;
}
