/** Every text that the runtime shows, in one place. English; courses bring their own language for the rest. */
import type { Instant, Share } from '../model/condition.ts';
import type { Item, Module, Quiz } from '../model/course.ts';
import { count, duration, percent } from '../model/quantities.ts';
import type { ItemView, QuizView } from '../path/types.ts';

export { count, percent };

/** `1`, `0.5`: at most two decimals. */
export function figure(number: number): string {
  return String(Math.round(number * 100) / 100);
}

export function date(at: Instant, language: string): string {
  return format(at, language, { dateStyle: 'long' });
}

/** A date with its time of day, in the learner's time zone. */
export function moment(at: Instant, language: string): string {
  return format(at, language, { dateStyle: 'long', timeStyle: 'short' });
}

function format(at: Instant, language: string, style: Intl.DateTimeFormatOptions): string {
  try {
    return new Intl.DateTimeFormat(language, style).format(at);
  } catch {
    // A language tag that this browser does not take, or a date out of range.
    return new Date(Math.min(Math.max(at, -8.64e15), 8.64e15)).toISOString().slice(0, 10);
  }
}

/** The state of an item in a word or two, for its entry in a list. */
export function state(view: ItemView, item: Item): string {
  switch (view.status) {
    case 'hidden':
      return '';
    case 'locked':
      return 'Locked';
    case 'done':
      // Handed in is enough here, and yet it says what came of it.
      if (view.quiz?.best !== undefined)
        return `${view.quiz.passed ? 'Passed' : view.quiz.failed ? 'Not passed' : 'Done'}, ${percent(view.quiz.best)}`;
      return 'Done';
    case 'open':
      if (view.quiz?.best !== undefined) return `Not passed, ${percent(view.quiz.best)}`;
      if (view.opened) return item.kind === 'section' ? 'In progress' : 'Started';
      return item.optional ? 'Optional' : '';
  }
}

/** What is left to do on a module's page before it counts as done. */
export function toDo(module: Module, answered: number, watched: Share): string {
  switch (module.done.type) {
    case 'view':
      return '';
    case 'manual':
      return 'Mark this page as done when you are ready to go on.';
    case 'video':
      return `Watch ${percent(module.done.share)} of the video to finish this page: ${percent(watched)} so far.`;
    case 'questions':
      return `Answer every question on this page to finish it: ${answered} of ${module.questions.length} answered.`;
  }
}

/** The quiz's facts, as pairs of a name and a value. */
export function quizFacts(quiz: Quiz, view: QuizView): [name: string, value: string][] {
  const facts: [string, string][] = [];
  if (quiz.pass !== undefined) facts.push(['Pass mark', percent(quiz.pass)]);
  if (quiz.attempts !== undefined)
    facts.push([
      'Attempts',
      view.attemptsLeft === 0
        ? 'None left'
        : `${view.attemptsLeft ?? quiz.attempts} of ${quiz.attempts} left`,
    ]);
  else if (view.submissions > 0) facts.push(['Attempts so far', String(view.submissions)]);
  if (view.best !== undefined) facts.push(['Best score', percent(view.best)]);
  if (view.passed) facts.push(['Result', 'Passed']);
  else if (view.failed) facts.push(['Result', 'Not passed yet']);
  return facts;
}

export const storage = {
  refused:
    'This browser does not let the course keep your progress: it is lost when you leave this page. Allow site data for this site, or save your progress as a file.',
  full: 'This browser has no room left to keep your progress: it is lost when you leave this page. Save your progress as a file, then free some space.',
  separate:
    'Opened from a disk, this browser keeps the progress of every page apart, so pages stay locked. Open the course from a web server, or with Chrome or Edge.',
  save: 'Save my progress',
} as const;

export const gate = {
  title: 'This page is still locked',
  hidden: 'This page is not part of your way through the course.',
  preview: 'Locked for learners, shown in the preview',
  why: 'What opens it:',
  anyway: 'Show it anyway',
  choose: (title: string) => `Choose “${title}”?`,
  chooseOf: (picks: number, options: number) => `You take ${picks} of these ${options}:`,
  chooseFixed: 'Once you begin, the others close.',
  chooseSwitch: 'You can change your mind later.',
  other: ' That was first, in another tab or on another device. This page does not count.',
  begin: (title: string) => `Take “${title}”`,
  instead: (title: string) => `Switch to “${title}”`,
  review: 'You are here to review',
  reviewFor: (attempt: number) => `Before attempt ${attempt} of `,
  reviewThese: ', go through this again, and say so at the end of the page:',
} as const;

export const next = {
  title: 'How to go on',
  go: (title: string) => `Continue: ${title}`,
  back: (title: string) => `Still open: ${title}`,
  again: (title: string) => `Go through it again: ${title}`,
  choose: 'Choose how to go on:',
  finished: 'You have finished the course.',
  certificate: 'To the completion page',
  finishPage: 'Finish this page',
  mark: 'Mark as done',
  reviewed: 'I have gone through it again',
  waits: (title: string) => `Next is “${title}”, which is still locked.`,
} as const;

export const autoplay = {
  soon: (title: string, seconds: number) => `“${title}” starts in ${count(seconds, 'second')}.`,
  cancel: 'Cancel',
  now: 'Start now',
  toggle: 'Go on to the next page by itself',
  announce: (title: string, seconds: number) =>
    `The next page, ${title}, starts in ${count(seconds, 'second')}. Press Cancel to stay here.`,
} as const;

export const question = {
  choose: 'Choose an answer first.',
  right: 'Right.',
  wrong: 'Not right yet. Try again.',
  partly: (share: Share) => `Partly right: ${percent(share)}. Try again.`,
  explanation: 'Explanation',
} as const;

/** What is said of a chosen option. */
export const option = { right: 'Right', wrong: 'Not right' } as const;

export const quiz = {
  unanswered: (open: number) => `${count(open, 'question has', 'questions have')} no answer yet`,
  question: (number: number) => `Question ${number}`,
  submitAnyway: 'Hand in as it is',
  passed: 'Passed',
  failed: 'Not passed',
  handedIn: 'Handed in',
  broken: 'This quiz could not be loaded completely. Reload the page to take it.',
  score: (earned: number, possible: number, share: Share) =>
    `You earned ${figure(earned)} of ${count(possible, 'point')}: ${percent(share)}.`,
  mark: (mark: Share) => `The pass mark is ${percent(mark)}.`,
  best: (best: Share) => `Your best score stays ${percent(best)}.`,
  left: (left: number) => `${count(left, 'attempt')} left.`,
  retry: 'Try again',
  improve: 'Try for a better score',
  review: 'Go through these again, then come back for the next attempt:',
  exhausted: {
    continue: 'All attempts are used. You can go on with the course.',
    review: 'All attempts are used. Once you have gone through the pages above again, you get new ones.',
    contact: 'All attempts are used. Ask your instructor to open the quiz for you again.',
    none: 'All attempts are used.',
  },
  points: (earned: number, possible: number) => `${figure(earned)} of ${count(possible, 'point')}.`,
} as const;

export const home = {
  start: (title: string) => `Start: ${title}`,
  resume: (title: string) => `Continue: ${title}`,
  waits: (title: string) => `Next is “${title}”, which is still locked.`,
  asks: 'The course is finished when ',
  later: (date: string) => `There is nothing to do now. Look again from ${date}.`,
  nothing: 'There is nothing to do now.',
  finished: 'You have finished this course',
  certificate: 'See your certificate',
  completion: 'To the completion page',
} as const;

export const progress = {
  label: 'Your progress',
  done: (cleared: number, required: number) => `${cleared} of ${required} done`,
} as const;

/** Apart from `progress`, which every page loads. */
export const report = {
  minutes: (minutes: number) => `about ${duration(minutes)} left`,
  /** Why there is more to do than before. */
  added: (pages: number) => `${count(pages, 'page')} added for you`,
  points: 'Points',
  competencies: 'Competencies',
  badges: 'Badges',
  noBadges: 'None yet.',
  mastered: 'Mastered',
  mastery: (share: Share, mark: Share) => `${percent(share)}; mastered from ${percent(mark)}`,
  seen: (seen: number, evidence: number) => `${seen} of ${evidence} questions seen that it takes`,
  unseen: 'No question answered yet',
  sections: 'Section by section',
  pointsOf: (points: number, possible: number) => `${points} of ${possible}`,
} as const;

export const transfer = {
  title: 'Your progress as a file',
  about:
    'Your progress is kept in this browser and nowhere else. Save it as a file to have a copy, to hand it in, or to go on with another device.',
  save: 'Save as a file',
  load: 'Add progress from a file',
  adds: (things: number) => `This file adds ${count(things, 'entry', 'entries')}.`,
  total: (cleared: number, required: number, points: number) =>
    `You would then have ${cleared} of ${required} steps done and ${count(points, 'point')}. Nothing that you have is lost.`,
  known: 'Everything in this file is here already.',
  skipped: (entries: number) =>
    `${count(entries, 'entry', 'entries')} in it cannot be read by this version and ${entries === 1 ? 'is' : 'are'} left out.`,
  add: 'Add it',
  cancel: 'Cancel',
  added: (things: number) => `${count(things, 'entry', 'entries')} added.`,
  problem: {
    size: 'This file is too large to be a progress file.',
    read: 'This file cannot be read. Choose it again.',
    json: 'This is not a progress file: it is not JSON. Choose a file that “Save as a file” made.',
    format: 'This is not a progress file of a course. Choose a file that “Save as a file” made.',
    version:
      'This progress file was made by a newer version. Reload the page to get that version, then try again.',
    course: (id: string) => `This file belongs to another course (“${id}”).`,
  },
  reset: 'Delete my progress',
  resetTitle: 'Delete all progress in this course?',
  resetAbout:
    'Answers, scores, badges and your place go from this browser for good. A saved file stays yours.',
  resetNow: 'Delete',
  resetDone: 'Your progress is deleted.',
  resetFailed:
    'Your progress could not be deleted everywhere. Clear the data of this site in the settings of the browser.',
} as const;

export const complete = {
  toDo: 'The certificate is yours when you have finished the course.',
  when: 'The certificate is yours when ',
} as const;

export const embed = {
  play: (title: string, service: string) => `Play “${title}” from ${service}`,
  note: (service: string) => `Loads content from ${service}, which then learns that you watch.`,
  services: { youtube: 'YouTube', vimeo: 'Vimeo' } as Readonly<Record<string, string>>,
} as const;

export const announce = {
  opened: (titles: readonly string[]) => `Now open: ${titles.join(', ')}.`,
  more: (items: number) => `${count(items, 'more page')}`,
  badge: (title: string) => `Badge earned: ${title}.`,
  finished: 'You have finished the course.',
} as const;
