/** The runtime: reads the course from `window.coursewright` and brings the page to life. */
import { begin } from './begin.ts';
import { enliven } from './enliven.ts';
import { isSeparate } from './notice.ts';
import { rootOf } from './page.ts';
import { isProgress } from './transfer/link.ts';

const manifest = window.coursewright;
if (manifest && manifest.course.format === 1) {
  addEventListener('hashchange', receive);
  receive();
  const progress = begin(manifest.course);
  progress.onChange(enliven(progress, isSeparate()));
} else console.error('Coursewright: course.js is missing or of another version.');

/** Progress in a link is looked at on the progress page, whichever page the link leads to. */
function receive(): void {
  if (isProgress(location.hash) && document.body.dataset.page !== 'progress')
    location.replace(`${rootOf(document.body)}progress.html${location.hash}`);
}
