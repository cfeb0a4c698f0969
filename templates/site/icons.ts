import type { SectionType } from '../../src/model/course.ts';
import { raw } from './raw.ts';

/** 24 × 24 outlines, drawn for this site. */
const PATHS = {
  menu: '<path d="M4 7h16M4 12h16M4 17h10"/>',
  close: '<path d="m6 6 12 12M18 6 6 18"/>',
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7.5V12l3 2"/>',
  book: '<path d="M12 6.5C10.2 5.2 7.8 4.7 4.5 4.8v13c3.3-.1 5.7.4 7.5 1.7 1.8-1.3 4.2-1.8 7.5-1.7v-13c-3.3-.1-5.7.4-7.5 1.7Zm0 0v13"/>',
  quiz: '<path d="M9.2 9.2a2.9 2.9 0 1 1 4.3 2.5c-.9.5-1.5 1.1-1.5 2.1"/><path d="M12 17.2v.1"/><circle cx="12" cy="12" r="8.5"/>',
  target:
    '<circle cx="12" cy="12" r="8.5"/><circle cx="12" cy="12" r="4.5"/><circle cx="12" cy="12" r=".6"/>',
  person: '<circle cx="12" cy="8.5" r="3.7"/><path d="M4.8 19.5c.8-3.4 3.6-5.2 7.2-5.2s6.4 1.8 7.2 5.2"/>',
  forward: '<path d="M5 12h14m-5.5-5.5L19 12l-5.5 5.5"/>',
  back: '<path d="M19 12H5m5.5-5.5L5 12l5.5 5.5"/>',
  up: '<path d="M12 19V5m-5.5 5.5L12 5l5.5 5.5"/>',
  down: '<path d="M12 5v14m5.5-5.5L12 19l-5.5-5.5"/>',
  bulb: '<path d="M9.5 17.5h5M10 20.5h4M8.9 14.4a5.8 5.8 0 1 1 6.2 0c-.6.5-.8 1.2-.8 2v1.1H9.7v-1.1c0-.8-.2-1.5-.8-2Z"/>',
  medal: '<circle cx="12" cy="9" r="5.5"/><path d="m8.8 13.6-1.6 7 4.8-2.6 4.8 2.6-1.6-7"/>',
  repeat:
    '<path d="M4.5 12a7.5 7.5 0 0 1 13-5.1L20 9.5M20 5v4.5h-4.5M19.5 12a7.5 7.5 0 0 1-13 5.1L4 14.5M4 19v-4.5h4.5"/>',
  branch: '<path d="M6 20v-5.5A4.5 4.5 0 0 1 10.5 10H18m0 0-3.5-3.500M18 10l-3.5 3.500M6 20V4"/>',
} as const;

export type IconName = keyof typeof PATHS;

/** A decorative icon: what it means always stands beside it in words. */
export function icon(name: IconName): ReturnType<typeof raw> {
  return raw(
    `<svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">${PATHS[name]}</svg>`,
  );
}

/** 56 × 20 pictograms of the five shapes: what the learner may do, at a glance. */
const SHAPES: Readonly<Record<SectionType, string>> = {
  linear: `<path d="M6 10h44"/>${dots([6, 10], [20.7, 10], [35.3, 10], [50, 10])}`,
  hurdles: `<path d="M6 10h44"/><path d="M21 3.500v13M42 3.500v13"/>${dots([6, 10], [31, 10], [50, 10])}`,
  'random-access': dots([7, 6], [19, 14.5], [29, 5.5], [39, 13.5], [50, 6.5]),
  'static-branching': `<path d="M6 10c10 0 10-6 22-6s12 6 22 6c-10 0-10 6-22 6s-12-6-22-6Z"/>${dots([6, 10], [28, 4], [28, 16], [50, 10])}`,
  'dynamic-branching': `<path d="M6 10c10 0 10-6 22-6s12 6 22 6"/><path d="M50 10c-10 0-10 6-22 6s-12-6-22-6" stroke-dasharray="2 3.5"/>${dots([6, 10], [28, 4], [50, 10])}<circle cx="28" cy="16" r="3" class="hollow"/>`,
};

function dots(...places: readonly (readonly [number, number])[]): string {
  return places.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="3"/>`).join('');
}

/** The pictogram of a shape: decorative, since the words stand beside it. */
export function shapeIcon(type: SectionType): ReturnType<typeof raw> {
  return raw(
    `<svg class="shape-icon" viewBox="0 0 56 20" width="56" height="20" aria-hidden="true" focusable="false">${SHAPES[type]}</svg>`,
  );
}
