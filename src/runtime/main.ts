/** The runtime: reads the course from `window.coursewright` and brings the page to life. */
import { begin } from './begin.ts';
import { enliven } from './enliven.ts';
import { isSeparate } from './notice.ts';

const manifest = window.coursewright;
if (manifest && manifest.course.format === 1) {
  const progress = begin(manifest.course);
  progress.onChange(enliven(progress, isSeparate()));
} else console.error('Coursewright: course.js is missing or of another version.');
