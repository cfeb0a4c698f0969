import type { Item, Quiz, Section } from '../model/course.ts';
import { count, percent } from '../model/quantities.ts';
import type { Folded } from './types.ts';

/** What an item is and what its own rules say, for its author: short, the most important first. */
export function factsOf(item: Item, parent: Item | undefined, titleOf: (id: string) => string): string[] {
  switch (item.kind) {
    case 'module':
      return doneWords[item.done.type];
    case 'quiz':
      return quizFacts(item, titleOf);
    case 'section':
      return isPlainBranch(item, parent) ? [] : sectionFacts(item, titleOf);
  }
}

const doneWords = {
  view: [],
  video: ['done when watched'],
  questions: ['done when its questions are answered'],
  manual: ['done when marked as done'],
} satisfies Record<string, string[]>;

/** Branches and options run like hurdles unless they name another type: to say so of each would hide what differs. */
function isPlainBranch(item: Section, parent: Item | undefined): boolean {
  const isForked =
    parent?.kind === 'section' && (parent.type === 'static-branching' || parent.type === 'dynamic-branching');
  return isForked && item.type === 'hurdles' && !item.autoplay;
}

function quizFacts(quiz: Quiz, titleOf: (id: string) => string): string[] {
  const { pass, attempts, exhausted, review } = quiz;
  return [
    'quiz',
    ...(pass === undefined ? [] : [`pass with ${percent(pass)}`]),
    ...(review.length === 0 ? [] : [`${review.map(titleOf).join(' and ')} again after each failed attempt`]),
    ...(attempts === undefined
      ? []
      : [`${count(attempts, 'attempt')}${exhausted === undefined ? '' : ` (${exhaustedWords[exhausted]})`}`]),
  ];
}

const exhaustedWords = {
  continue: 'who has used them goes on',
  review: 'new ones after going through that again',
  contact: 'new ones from the instructor',
} as const;

function sectionFacts(section: Section, titleOf: (id: string) => string): string[] {
  switch (section.type) {
    case 'linear':
      return section.autoplay ? ['linear', 'the next starts by itself'] : ['linear'];
    case 'hurdles':
      return [
        'hurdles',
        'each quiz has to be passed',
        ...(section.autoplay ? ['the next starts by itself'] : []),
      ];
    case 'random-access':
      return [
        'random access',
        'any order',
        ...(section.finish === undefined ? [] : [`done when ${titleOf(section.finish)} is passed`]),
      ];
    case 'static-branching':
      return ['static branching', 'all branches, any first'];
    case 'dynamic-branching':
      if (section.by.type === 'route') return ['dynamic branching', 'rules decide'];
      return [
        'dynamic branching',
        `choose ${section.by.count} of ${section.children.length}`,
        ...(section.by.switch ? ['may switch'] : []),
      ];
  }
}

/** `12 modules, 3 quizzes`. */
export function foldedWords({ modules, quizzes }: Folded): string {
  return [
    ...(modules > 0 || quizzes === 0 ? [count(modules, 'module')] : []),
    ...(quizzes > 0 ? [count(quizzes, 'quiz', 'quizzes')] : []),
  ].join(', ');
}
