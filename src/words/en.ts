/** English. */
import { counter, numbers, percents } from './format.ts';
import type { Language, SiteWords } from './language.ts';
import { clauses, join, list, type Sentences, say, standing } from './sentences.ts';

export const tag = 'en';
export const number = /* @__PURE__ */ numbers(tag);
export const percent = /* @__PURE__ */ percents(number);
const count = /* @__PURE__ */ counter(tag, number);

const quote = (title: string) => `“${title}”`;
const attempts = (number: number) => count(number, 'attempt', 'attempts');
const points = (number: number) => count(number, 'point', 'points');
const entries = (number: number) => count(number, 'entry', 'entries');
/** What a file brought, which may be none that this version can read. */
const brought = (things: number, other: string) => (things === 0 ? other : entries(things));
// Apart, since a bundle that reads one part of another carries both.
const go = (title: string) => `Continue: ${title}`;
const waits = (title: string) => `Next is ${quote(title)}, which is still locked.`;
const questionOf = (index: number, of: number) => `Question ${index} of ${of}`;
const finished = 'You have finished the course.';
const toCompletion = 'To the completion page';

export const sentences: Sentences = {
  title: quote,
  reason(reason, names) {
    switch (reason.type) {
      case 'earlier':
        return say`Finish ${{ item: reason.item }} first.`;
      case 'pass': {
        const quiz = { item: reason.quiz };
        const rest = standing(
          reason,
          (best) => `best so far ${percent(best)}`,
          (left) => `${attempts(left)} left`,
        );
        return reason.mark === undefined
          ? say`Hand in ${quiz}${rest}`
          : say`Pass ${quiz} with ${percent(reason.mark)}${rest}`;
      }
      case 'review':
        return say`Go through ${list(reason.items, ' and ')} again before the next attempt at ${{ item: reason.quiz }}.`;
      case 'exhausted': {
        const then =
          reason.policy === 'review'
            ? ': a review brings new ones.'
            : reason.policy === 'contact'
              ? ': ask your instructor to open it again.'
              : ', and it was not passed.';
        return say`All attempts at ${{ item: reason.quiz }} are used${then}`;
      }
      case 'branch':
        return say`Finish ${{ item: reason.branch }} first: you have begun it.`;
      case 'not-chosen':
        return say`In ${{ item: reason.section }} you chose ${list(reason.chosen, ' and ')}.`;
      case 'requires':
        return say`This opens when ${join(
          reason.unmet.map((part) => this.condition(part, names)),
          ' and ',
        )}.`;
      case 'parent':
        return say`${{ item: reason.section }} is not open yet.`;
    }
  },
  condition(condition, names) {
    switch (condition.type) {
      case 'all':
        return clauses(this, condition.of, names, ' and ', 'nothing more is asked');
      case 'any':
        return clauses(this, condition.of, names, ' or ', 'never');
      case 'not':
        return say`it is not so that ${clauses(this, [condition.of], names, '')}`;
      case 'completed':
        return say`you have finished ${{ item: condition.item }}`;
      case 'passed':
        return say`you have passed ${{ item: condition.quiz }}`;
      case 'failed':
        return say`you have handed in ${{ item: condition.quiz }} without passing`;
      case 'score': {
        const { from, below } = condition;
        const quiz = { item: condition.quiz };
        const bounds = [
          ...(from === undefined ? [] : [`at least ${percent(from)}`]),
          ...(below === undefined ? [] : [`less than ${percent(below)}`]),
        ];
        return bounds.length === 0
          ? say`you have handed in ${quiz}`
          : say`your best score in ${quiz} is ${bounds.join(' and ')}`;
      }
      case 'attempts':
        return say`you have made at least ${attempts(condition.from)} at ${{ item: condition.quiz }}`;
      case 'chosen':
        return say`you have chosen ${{ item: condition.option }}`;
      case 'mastered':
        return say`you have mastered ${names.competency(condition.competency)}`;
      case 'points':
        return say`you have ${points(condition.from)}`;
      case 'badge':
        return say`you have earned the badge ${names.badge(condition.badge)}`;
      case 'after':
        return say`it is ${names.date(condition.at)} or later`;
      case 'before':
        return say`it is before ${names.date(condition.at)}`;
    }
  },
};

export const state: Language['state'] = {
  locked: 'Locked',
  done: 'Done',
  again: 'Go through again',
  passed: 'Passed',
  failed: 'Not passed',
  started: 'Started',
  inProgress: 'In progress',
  optional: 'Optional',
};

export const toDo: Language['toDo'] = {
  manual: 'Mark this page as done when you are ready to go on.',
  video: (share, watched) =>
    `Watch ${percent(share)} of the video to finish this page: ${percent(watched)} so far.`,
  questions: (answered, all) =>
    `Answer every question on this page to finish it: ${number(answered)} of ${number(all)} answered.`,
};

export const finish: Language['finish'] = {
  page: 'Finish this page',
  mark: 'Mark as done',
  reviewed: 'I have gone through it again',
  gone: 'I have gone through it',
};

export const storage: Language['storage'] = {
  refused:
    'This browser does not let the course keep your progress: it is lost when you leave this page. Allow site data for this site, or save your progress as a file.',
  full: 'This browser has no room left to keep your progress: it is lost when you leave this page. Save your progress as a file, then free some space.',
  portable: {
    refused:
      'This browser does not let the course keep your progress: it is lost when you close this window or load it again. Save your progress as a file before.',
    full: 'This browser has no room left to keep your progress: it is lost when you close this window or load it again. Save your progress as a file, then free some space.',
  },
  separate:
    'Opened from a disk, this browser keeps the progress of every page apart, so pages stay locked. Open the course from a web server, or with Chrome or Edge.',
  save: 'Save my progress',
  again: 'Your progress is kept in this browser again.',
};

export const late: Language['late'] = {
  missing: 'A part of this page could not be loaded. Check the connection, then try again.',
  again: 'Try again',
};

export const gate: Language['gate'] = {
  title: 'This page is still locked',
  hidden: 'This page is not part of your way through the course.',
  preview: 'Locked for learners, shown in the preview',
  why: 'What opens it:',
  waits,
  anyway: 'Show it anyway',
  apartTitle: 'This browser does not keep what opens this page',
  apart:
    'This browser keeps nothing of what you do on other pages, so this page cannot tell what you have finished. You can open it all the same.',
  choose: (title) => `Choose ${quote(title)}?`,
  chooseOf: (picks, options) => `You take ${number(picks)} of these ${number(options)}:`,
  chooseFixed: 'Once you begin, the others close.',
  chooseSwitch: 'You can change your mind later.',
  other: ' That was first, in another tab or on another device. This page does not count.',
  begin: (title) => `Take ${quote(title)}`,
  instead: (title) => `Switch to ${quote(title)}`,
  review: 'You are here to review',
  reviewFor: (attempt, quiz) =>
    say`Before attempt ${number(attempt)} of ${quiz}, go through this again, and say so at the end of the page:`,
};

export const next: Language['next'] = {
  title: 'How to go on',
  go,
  back: (title) => `Still open: ${title}`,
  again: (title) => `Go through it again: ${title}`,
  choose: 'Choose how to go on:',
  finished,
  certificate: toCompletion,
  backTo: (title) => `Back to ${quote(title)}`,
};

export const autoplay: Language['autoplay'] = {
  soon: (title, seconds) => `${quote(title)} starts in ${count(seconds, 'second', 'seconds')}.`,
  cancel: 'Cancel',
  now: 'Start now',
  toggle: 'Go on to the next page by itself',
  announce: (title, seconds) =>
    `The next page, ${title}, starts in ${count(seconds, 'second', 'seconds')}. Press Cancel to stay here.`,
};

export const question: Language['question'] = {
  answer: 'Give an answer first.',
  right: 'Right.',
  wrong: 'Not right yet.',
  partly: (share) => `Partly right: ${percent(share)}.`,
  paid: (share) => `With the hints that you opened, this counts ${percent(share)}.`,
  kept: 'Thank you. Your answer is kept.',
  explanation: 'Explanation',
};

export const help: Language['help'] = {
  material: 'Look at this again:',
  again: 'Try again.',
  changed: 'This question has changed since you last worked on it.',
};

export const remarks: Language['remarks'] = {
  spelling: 'Very close: check your spelling.',
  case: 'Right but for capital and small letters, which count here.',
  accents: 'Right but for the accents, which count here.',
  'not-a-number': 'This cannot be read as a number. Write it like 9.81, 1.5e3 or 3/4.',
  'unit-missing': 'The unit is missing.',
  'unit-unknown': 'The unit cannot be read here.',
  'unit-wrong': 'The number is right, but not in this unit.',
  figures: 'The value is right, but not the number of significant figures.',
};

export const option: Language['option'] = { right: 'Right', wrong: 'Not right' };

export const order: Language['order'] = {
  moved: (text, place, of) => `${text}: place ${place} of ${of}`,
};

export const quizFacts: Language['quizFacts'] = {
  mark: 'Pass mark',
  attempts: 'Attempts',
  attemptsSoFar: 'Attempts so far',
  noneLeft: 'None left',
  left: (left, all) => `${number(left)} of ${number(all)} left`,
  best: 'Best score',
  result: 'Result',
  passed: 'Passed',
  failed: 'Not passed yet',
};

export const reflection: Language['reflection'] = {
  model: 'A possible answer',
  rubric: 'Can you find these in your answer?',
};

export const quiz: Language['quiz'] = {
  questionOf,
  broken: 'This quiz could not be loaded completely. Reload the page to take it.',
  kept: 'Kept from an earlier attempt.',
};

export const quizResult: Language['quizResult'] = {
  unanswered: (open) => `${count(open, 'question has', 'questions have')} no answer yet`,
  unfinished: (open) => `${count(open, 'question is', 'questions are')} not complete yet`,
  question: (index) => `Question ${number(index)}`,
  submitAnyway: 'Hand in as it is',
  points: (earned, possible) => `${number(earned)} of ${points(possible)}`,
  lost: (lost) => `${points(lost)} lost`,
  named: (name, text) => `${name}: ${text}`,
  right: 'Right',
  partly: 'Partly right',
  wrong: 'Wrong',
  kept: 'Kept',
  paid: 'less the price of hints',
  how: { 1: 'as a guess', 2: 'fairly sure', 3: 'certain' },
  leftOut: (possible) => `Not answered: 0 of ${points(possible)}.`,
  asked: (asked, all) => `${number(asked)} of ${count(all, 'question', 'questions')}`,
  allRight: 'All your answers were right. Had you been certain of each, they would have earned 100\u202f%.',
  sayCertain: 'In the next attempt, say “Certain” of what you know.',
  passed: 'Passed',
  failed: 'Not passed',
  handedIn: 'Handed in',
  score: (earned, possible, share) =>
    `You earned ${number(earned)} of ${points(possible)}: ${percent(share)}.`,
  belowZero: (below) =>
    `Taken together, your answers come to ${points(below)} below 0; a result is never less than 0.`,
  mark: (mark) => `The pass mark is ${percent(mark)}.`,
  best: (best) => `Your best score stays ${percent(best)}.`,
  left: (left) => `${attempts(left)} left.`,
  took: (time, limit) => `You took ${time}; the limit was ${limit}.`,
  tookMore: (time, limit, more) =>
    `You took ${time}; the limit was ${limit}, and you gave yourself ${more} more.`,
  certain: (right, all) => `Certain: ${number(right)} of ${number(all)} right.`,
  fairly: (right, all) => `Fairly sure: ${number(right)} of ${number(all)} right.`,
  guessed: (right, all) => `Guesses: ${number(right)} of ${number(all)} right.`,
  retry: 'Try again',
  improve: 'Try for a better score',
  another: 'Take it again with other questions',
  retryMissed: 'The next attempt asks only what you missed.',
  missed: 'What you missed',
  review: 'Go through these again, then come back for the next attempt:',
  reviewed: 'You have gone through all of these again:',
  look: 'look at this again: ',
  toDo: 'still to do',
  done: 'done',
  open: 'The next attempt is open.',
  exhausted: {
    continue: 'All attempts are used. You can go on with the course.',
    review: 'All attempts are used. Once you have gone through the pages above again, you get new ones.',
    contact: 'All attempts are used. Ask your instructor to open the quiz for you again.',
    none: 'All attempts are used.',
  },
  added: 'This question is new: your result does not count it.',
  changed:
    'This question has changed since you handed it in. What you earned stays yours; your answer shows if all of it still fits.',
  corrected: 'The answer key of this question was corrected since. What you earned stays yours.',
  passedThen: 'You passed by the pass mark of that day, and that stays.',
  tabs: 'This attempt was handed in from several tabs; the best of these results counts.',
  regraded: (before, now) =>
    `An answer key was corrected since you handed this in: you have ${percent(now)} now instead of ${percent(before)}.`,
  gone: (questions) =>
    `${count(questions, 'question is', 'questions are')} no longer part of this quiz and still ${questions === 1 ? 'counts' : 'count'} in this result.`,
};

export const taking: Language['taking'] = {
  ready: 'Before you start',
  start: 'Start',
  asks: (questions) => `You will be asked ${count(questions, 'question', 'questions')}.`,
  asksMissed: (asked, kept) =>
    `Only what you missed is asked: ${count(asked, 'question', 'questions')}. The rest keeps its points and shows again with the result: ${count(kept, 'question', 'questions')}.`,
  limit: (time) => `You have ${time} from the start. The time runs on while the page is closed.`,
  gentle: 'When the time is over nothing is lost: you can take more time, as often as you need it.',
  marking:
    'Say with each answer how sure you are. A right answer earns a third of its points as a guess, two thirds when you are fairly sure, all when you are certain. A wrong one earns nothing as a guess, costs two thirds of its points when you are fairly sure, and twice its points when you are certain. All in all you never get less than 0.',
  howMarked: 'How your answers are marked',
  left: (time) => `Time left: ${time}`,
  lastMinute: 'Less than a minute left',
  over: 'The time is over. Nothing is lost: hand in your answers, or take more time.',
  more: (time) => `Take ${time} more`,
  added: (time) => `You have ${time} more.`,
  places: 'Questions',
  place: (question, state) => `${question}: ${state}`,
  previous: 'Previous question',
  next: 'Next question',
  answered: 'answered',
  unanswered: 'not answered yet',
  unread: 'cannot be read',
  unsure: 'how sure is missing',
  sure: 'How sure are you?',
  guess: 'A guess',
  fairly: 'Fairly sure',
  certain: 'Certain',
};

export const home: Language['home'] = {
  start: (title) => `Start: ${title}`,
  resume: go,
  waits,
  asks: (clause) => say`The course is finished when ${clause}.`,
  later: (date) => `There is nothing to do now. Look again from ${date}.`,
  nothing: 'There is nothing to do now.',
  finished: 'You have finished this course',
  certificate: 'See your certificate',
  completion: toCompletion,
};

export const progress: Language['progress'] = {
  label: 'Your progress',
  done: (cleared, required) => `${number(cleared)} of ${number(required)} done`,
};

export const report: Language['report'] = {
  minutes: (duration) => `about ${duration} left`,
  added: (pages) => `${count(pages, 'page', 'pages')} added for you`,
  points: 'Points',
  competencies: 'Competencies',
  badges: 'Badges',
  noBadges: 'None yet.',
  mastered: 'Mastered',
  mastery: (share, mark) => `${percent(share)}; mastered from ${percent(mark)}`,
  seen: (seen, evidence) => `${number(seen)} of ${number(evidence)} questions seen that it takes`,
  unseen: 'No question answered yet',
  sections: 'Section by section',
  pointsOf: (points, possible) => `${number(points)} of ${number(possible)}`,
};

export const transfer: Language['transfer'] = {
  title: 'Copy or move your progress',
  about: 'Save your progress as a file to have a copy, to hand it in, or to go on with another device.',
  aboutLink: 'While it is small, a link or a QR code does the same.',
  save: 'Save as a file',
  load: 'Add progress from a file',
  reading: 'Reading the file …',
  adds: (things) => `This adds ${entries(things)}: pages that were opened, answers, results and the like.`,
  adding: 'Adding it …',
  total: (cleared, required, earned) =>
    `With this you would have ${number(cleared)} of ${number(required)} steps done and ${points(earned)}. Nothing that you have is lost.`,
  underWay: 'It holds answers of attempts that are not handed in yet.',
  stays:
    'You have answers here that are not handed in yet. They stay as they are; what the file has in their place is left out.',
  known: 'Everything in it is here already: nothing was added.',
  skipped: (things) =>
    `${entries(things)} in it cannot be read by this version and ${things === 1 ? 'is' : 'are'} left out.`,
  add: 'Add it',
  cancel: 'Cancel',
  added: (things) => `${entries(things)} added.`,
  problem: {
    size: 'This file is too large to be a progress file.',
    read: 'This file cannot be read. Choose it again.',
    json: 'This is not a progress file: it is not JSON. Choose a file that “Save as a file” made.',
    format: 'This is not a progress file of a course. Choose a file that “Save as a file” made.',
    version:
      'This progress file was made by a newer version. Reload the page to get that version, then try again.',
    link: 'This link is damaged or was cut off on its way. Copy it again, or use a progress file.',
    course: (name) => `This progress belongs to another course: ${quote(name)}.`,
  },
  reset: 'Delete my progress',
  resetTitle: 'Delete all progress in this course?',
  resetAbout:
    'Answers, scores, badges and your place go from this browser for good. A saved file stays yours.',
  resetNow: 'Delete',
  resetDone: 'Your progress is deleted.',
  resetFailed:
    'Your progress could not be deleted everywhere. Clear the data of this site in the settings of the browser.',
  link: 'Make a link',
  linkTitle: 'Your progress as a link',
  linkAbout:
    'Open this link on another device and add your progress there, as it is now. The link holds your answers: give it only to people who may see them.',
  linkLabel: 'The link',
  linkLong: (characters, most) =>
    `Your progress has grown too large for a link: it would have ${number(characters)} characters, and more than ${number(most)} get cut off on their way. Save it as a file.`,
  copy: 'Copy the link',
  copied: 'The link is copied.',
  copyFailed: 'The browser did not let the link be copied. It is selected: copy it with the keyboard.',
  share: 'Share the link',
  qr: 'Or point the camera of the other device at this code:',
  qrAlt: 'QR code of the link',
  qrLarge: 'Your progress is too large for a QR code that a camera can read from a screen. The link works.',
  fromLink: 'Progress from a link',
  fromFile: 'Progress from a file',
  name: 'The name for the certificate comes with it.',
  whose: (name, date) =>
    `${name === undefined ? 'Progress without a name' : `Progress of ${name}`}${date === undefined ? '' : `, saved on ${date}`}.`,
  addsTo: (name) => `It will be added to the progress of ${name}.`,
};

export const quizChanged: Language['quizChanged'] = {
  title: 'This quiz has changed since you began.',
  elsewhere: 'You began this attempt on another device first: it goes on with the questions drawn there.',
  right: (questions) =>
    `${count(questions, 'question counts', 'questions count')} as right by now and ${questions === 1 ? 'is' : 'are'} not asked again.`,
  gone: (questions) => `${count(questions, 'question is', 'questions are')} no longer asked`,
  fresh: (questions) => `${count(questions, 'question is', 'questions are')} new`,
  otherwise: (questions) => `${count(questions, 'question asks', 'questions ask')} something else now`,
  pass: (now, before) =>
    now === undefined
      ? 'It has no pass mark any more.'
      : before === undefined
        ? `${percent(now)} are needed to pass.`
        : `${percent(now)} are needed to pass, instead of ${percent(before)}.`,
};

export const edition: Language['edition'] = {
  title: 'This course was updated',
  kept: 'What you finished stays finished.',
  finished: 'You have finished this course, and that stays so.',
  close: 'Close',
  pages: (pages) => `${count(pages, 'page is', 'pages are')} new:`,
  later: (title) => `${title} (opens later)`,
  reopened: 'Open again, for what is new in them:',
  changed: (questions) =>
    `${count(questions, 'question', 'questions')} that you answered ${questions === 1 ? 'asks' : 'ask'} something else now. What you earned stays yours; you can answer anew:`,
  gone: (pages) =>
    `${count(pages, 'page', 'pages')} that you had opened ${pages === 1 ? 'is' : 'are'} no longer part of the course. What you did there is kept.`,
  result: (quiz, now, before) =>
    say`The answer key of a question in ${quiz} was corrected. Your result is now ${percent(now)} instead of ${percent(before)}.`,
  answers: (item, questions) =>
    say`The answer key of ${count(questions, 'question', 'questions')} in ${item} was corrected. Your answers count more now.`,
};

export const arrivals: Language['arrivals'] = {
  title: 'Added from files and links',
  link: 'a link',
  script: 'another program',
  file: (name) => `the file ${quote(name)}`,
  undo: 'Undo',
  undoOf: (from, date) => `Undo what was added from ${from} on ${date}`,
  entry: (things, from, date) => `${brought(things, 'Added')} from ${from}, ${date}`,
  takes: (things) =>
    `This takes ${brought(things, 'what was added')} away again. What came beside entries (answers that are not handed in, longer limits of time, a name) goes, too, unless it was changed since. What you did here yourself stays, and so does what other files brought as well.`,
  undone: (things) => (things === 0 ? 'Taken away again.' : `${entries(things)} taken away again.`),
  failed: 'This could not be undone everywhere. Try again.',
};

export const unread: Language['unread'] = {
  about: (things) =>
    `${entries(things)} of your stored progress could not be read. ${things === 1 ? 'It is' : 'They are'} kept as ${things === 1 ? 'it is' : 'they are'}: a newer version of the course may be able to read ${things === 1 ? 'it' : 'them'}.`,
  save: 'Save what cannot be read as a file',
};

export const keeping: Language['keeping'] = {
  promised: 'This browser has promised to keep your progress, also when it runs short of space.',
  open: 'This browser has not promised to keep your progress: it may delete it when it runs short of space.',
  place:
    'It is kept for this file at the place where it lies now: who moves or renames the file begins anew. Save your progress as a file before.',
  ask: 'Ask the browser to keep it',
  granted: 'The browser keeps your progress from now on.',
  denied: 'The browser did not promise it. Save your progress as a file now and then.',
  safari:
    'This browser deletes the progress of a course that you have not opened for seven days of use. You have done something since your last copy: save one now and then.',
  private:
    'This seems to be a private window: the browser forgets your progress when you close it. Save a copy before.',
  later: 'Not now',
};

export const people: Language['people'] = {
  title: 'Learners on this computer',
  about:
    'Do several people learn in this browser? Each has progress of their own. There is no password: whoever uses this browser can switch.',
  who: 'Who is learning?',
  whoAbout: 'Each learner has progress of their own.',
  learning: (name) => `Learning now: ${name}`,
  now: 'learning now',
  label: 'Learner:',
  take: (name) => `Switch to ${name}`,
  yourName: 'Your own name or handle',
  newName: 'Name or handle of the new learner',
  add: 'Add a learner',
  addNow: 'Add and switch',
  rename: 'Rename',
  renameNow: 'Save the name',
  renamed: (name) => `The name is now ${name}.`,
  remove: 'Remove',
  removeTitle: (name) => `Remove ${name} from this computer?`,
  removeAbout:
    'All answers, scores and badges of this learner go from this browser for good. Save them as a file first. The other learners lose nothing.',
  removeNow: 'Remove',
  removeFailed: 'Not everything could be removed. Close other tabs of this course and try again.',
  cancel: 'Cancel',
  manage: 'Add, rename or remove learners',
  change: 'Switch learner',
  unnamed: 'Learner without a name',
  taken: 'Somebody here has this name already.',
  needed: 'Give a name or a handle.',
  refused: 'This browser keeps nothing for this site, so it cannot hold several learners apart.',
  unsaved:
    'Some of your progress is not kept yet and would be lost. Save it as a file first, then try again.',
  failed: 'This browser could not keep that. Free some space and try again.',
};

export const complete: Language['complete'] = {
  toDo: 'The certificate is yours when you have finished the course.',
  when: (clause) => say`The certificate is yours when ${clause}.`,
};

export const embed: Language['embed'] = {
  play: (title, service) => `Play ${quote(title)} from ${service}`,
  note: (service) => `Loads content from ${service}, which then learns that you watch.`,
};

export const announce: Language['announce'] = {
  opened: (titles) => `Now open: ${titles.join(', ')}.`,
  more: (pages) => count(pages, 'more page', 'more pages'),
  badge: (title) => `Badge earned: ${title}.`,
  noted: 'Noted.',
  retry: (title) => `Noted. You can try ${quote(title)} again.`,
  finished,
};

export const site: SiteWords = {
  skip: 'Skip to content',
  contents: 'Contents',
  courseContents: 'Course contents',
  course: 'Course',
  more: 'More',
  courseMap: 'Course map',
  mapAsPicture: 'The whole way as a picture',
  mapAsList: 'As a list, with times and what each page waits for',
  mapAbove: 'The map around this section',
  here: 'You are here',
  progress: 'Progress',
  glossary: 'Glossary',
  certificate: 'Certificate',
  home: 'Course home',
  close: 'Close',
  onThisPage: 'On this page',
  breadcrumb: 'Breadcrumb',
  previous: 'Previous',
  next: 'Next',
  previousAndNext: 'Previous and next',
  noScript:
    'The pages can be read without JavaScript. Drawing questions, checking answers and keeping your progress need it.',
  by: (authors) => `By ${site.authors(authors)}`,
  authors: (authors) => new Intl.ListFormat(tag).format(authors),
  version: (version) => `Version ${version}`,
  pagesBefore: (pages) => `${count(pages, 'page', 'pages')} before`,
  pagesAfter: (pages) => `${count(pages, 'page', 'pages')} after`,
  modules: (modules) => count(modules, 'module', 'modules'),
  quizzes: (quizzes) => count(quizzes, 'quiz', 'quizzes'),
  questions: (questions) => count(questions, 'question', 'questions'),
  attempts,
  points,
  quiz: 'Quiz',
  optional: 'Optional',
  undecided: 'Not decided yet: it shows here once you are there.',
  question: 'Question',
  questionOf,
  drawn: (questions) =>
    questions === 1
      ? 'One question is drawn by chance here, another in each attempt.'
      : `${number(questions)} questions are drawn by chance here, others in each attempt.`,
  hint: 'Hint',
  hintOf: (index, of) => `Hint ${number(index)} of ${number(of)}`,
  hintCosts: (hint, cost) => `${hint} (costs ${percent(cost)} of the points)`,
  timeLimit: (time) => `Time limit ${time}, can be extended`,
  chooseAll: 'choose all that apply',
  withUnit: 'with its unit',
  figures: (figures) => count(figures, 'significant figure', 'significant figures'),
  decimals: (decimals) => count(decimals, 'decimal', 'decimals'),
  blankOf: (index, of) => `Blank ${number(index)} of ${number(of)}`,
  choose: 'Choose …',
  fillIn: 'fill in the blanks',
  matchUp: 'find the match for each',
  putInOrder: 'put these in order',
  sortInto: 'sort each into its category',
  moveUp: (text) => `Move up: ${text}`,
  moveDown: (text) => `Move down: ${text}`,
  settled: 'This is my order',
  true: 'True',
  false: 'False',
  check: 'Check answer',
  keep: 'Keep answer',
  yourAnswer: 'Your answer',
  place: (index) => `Place ${number(index)}`,
  ungraded: 'no right or wrong',
  keptHere: 'Your answer is sent nowhere: it stays in this browser, and in the progress file that you save.',
  agreement: ['Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree'],
  handIn: 'Hand in answers',
  passWith: (mark) => `Pass with ${percent(mark)}`,
  about: (time) => `About ${time}`,
  upTo: (time) => `up to ${time}`,
  fromTo: (from, to) => `${from} to ${to}`,
  start: (title) => `Start with ${quote(title)}`,
  inOrder: 'One after the other',
  inOrderAutoplay: 'One after the other; the next starts by itself',
  hurdles: 'One after the other; pass each quiz to go on',
  anyOrder: 'In any order',
  anyOrderFinish: 'In any order; skip what you know and finish with the quiz',
  branches: 'All of these: you choose which comes first',
  route: 'Your results decide what you take here',
  chooseOne: 'Choose one of these',
  chooseOf: (options) => `Choose ${number(options)} of these`,
  outcomes: 'What you will be able to do',
  yourProgress: 'Your progress',
  progressAbout: (course) =>
    `What you did in ${quote(course)} is sent nowhere: only this browser, on this device, knows it.`,
  report: 'What is done',
  transfer: 'Move or reset your progress',
  notice: 'Notice',
  completed: 'Course completed',
  yourCertificate: 'Your certificate',
  completeLater: (course) => `This page fills when you finish ${quote(course)}.`,
  certificateLater: (course) =>
    `When you finish ${quote(course)}, your certificate stands here, ready to print.`,
  finished: (course) => `You finished ${quote(course)}.`,
  toCourse: 'To the course',
  badges: 'Badges',
  name: 'Name on the certificate',
  print: 'Print or save as PDF',
  hasCompleted: 'has completed the course',
  mastered: 'Competencies mastered:',
  date: 'Date',
  issuer: 'Issued by',
  signatory: 'Signed',
  terms: (terms) => `${count(terms, 'term', 'terms')} that this course uses.`,
  notFound: 'Page not found',
  notFoundTitle: 'This page does not exist',
  notFoundText: 'Perhaps it moved, or the address has a slip. Nothing of your progress is lost.',
  retiredTitle: 'This page is no longer part of the course',
  retiredText: 'What you did in it is kept.',
  toStart: (course) => `To the start of ${course}`,
  transcript: 'Transcript',
  captions: 'Captions',
  note: 'Note',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  caution: 'Caution',
  example: 'Example',
  footnotes: 'Footnotes',
  taskDone: 'Done',
  taskOpen: 'To do',
  backTo: (reference) => `Back to reference ${reference}`,
};
