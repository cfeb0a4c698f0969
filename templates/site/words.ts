import type { Section } from '../../src/model/course.ts';

export { between, count, duration, percent } from '../../src/model/quantities.ts';

/** The words of the site's own furniture, in one place. Courses bring their own language; these are English. */
export const words = {
  skip: 'Skip to content',
  contents: 'Contents',
  courseMap: 'Course map',
  progress: 'Progress',
  glossary: 'Glossary',
  certificate: 'Certificate',
  home: 'Course home',
  close: 'Close',
  onThisPage: 'On this page',
  breadcrumb: 'Breadcrumb',
  previous: 'Previous',
  next: 'Next',
  module: 'Module',
  quiz: 'Quiz',
  optional: 'Optional',
  undecided: 'Not decided yet: it shows here once you are there.',
  hint: 'Hint',
  check: 'Check answer',
  handIn: 'Hand in answers',
  noScript: 'Everything can be read without JavaScript. Checking answers and keeping your progress need it.',
} as const;

/** What the shape of a section means for the learner. */
export function shapeHint(section: Section): string {
  switch (section.type) {
    case 'linear':
      return section.autoplay ? 'One after the other; the next starts by itself' : 'One after the other';
    case 'hurdles':
      return 'One after the other; pass each quiz to go on';
    case 'random-access':
      return section.finish === undefined
        ? 'In any order'
        : 'In any order; skip what you know and finish with the quiz';
    case 'static-branching':
      return 'All of these: you choose which comes first';
    case 'dynamic-branching':
      if (section.by.type === 'route') return 'Your results decide what you take here';
      return section.by.count === 1 ? 'Choose one of these' : `Choose ${section.by.count} of these`;
  }
}
