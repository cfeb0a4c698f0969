import type { Share } from '../model/condition.ts';
import type { ExhaustedPolicy } from '../model/course.ts';
import type { Confidence } from '../model/events.ts';
import type { DeviceWords } from './device-words.ts';
import type { EditionWords } from './edition-words.ts';
import type { Piece, Sentences } from './sentences.ts';

/**
 * All words of the site in one language: what a file `src/words/<tag>.ts` exports, each part by its name, so that
 * a bundle of the browser carries only the parts that it uses. A part that is missing does not compile.
 */
export interface Language extends BrowserWords {
  /** The BCP 47 tag without a region: courses in any region's variety of the language get these words. */
  readonly tag: string;
  readonly sentences: Sentences;
  readonly site: SiteWords;
}

/** A text about an item, with its title. */
type About = (title: string) => string;

/** What the browser's scripts show. */
interface BrowserWords extends DeviceWords, EditionWords {
  number(number: number): string;
  percent(share: Share): string;
  /** The state of an item in a word or two, for its entry in a list. */
  readonly state: Readonly<
    Record<'locked' | 'done' | 'again' | 'passed' | 'failed' | 'started' | 'inProgress' | 'optional', string>
  >;
  /** What is left to do on a module's page before it counts as done. */
  readonly toDo: {
    readonly manual: string;
    video(share: Share, watched: Share): string;
    questions(answered: number, all: number): string;
  };
  /** The buttons that finish a module's page. */
  readonly finish: Readonly<Record<'page' | 'mark' | 'reviewed' | 'gone', string>>;
  /** That a part of the page could not be loaded. */
  readonly late: Readonly<Record<'missing' | 'again', string>>;
  readonly gate: Readonly<
    Record<
      | 'title'
      | 'hidden'
      | 'preview'
      | 'why'
      | 'anyway'
      /** Of a browser that keeps nothing of what is done on other pages: a heading, and what to do. */
      | 'apartTitle'
      | 'apart'
      | 'chooseFixed'
      | 'chooseSwitch'
      | 'other'
      | 'review',
      string
    >
  > &
    Readonly<Record<'waits' | 'choose' | 'begin' | 'instead', About>> & {
      chooseOf(picks: number, options: number): string;
      /** Ends with a colon: the pages to go through stand below. */
      reviewFor(attempt: number, quiz: Piece): Piece[];
    };
  readonly next: Readonly<Record<'title' | 'choose' | 'finished' | 'certificate', string>> &
    Readonly<Record<'go' | 'back' | 'again' | 'backTo', About>>;
  readonly autoplay: Readonly<Record<'cancel' | 'now' | 'toggle', string>> & {
    soon(title: string, seconds: number): string;
    announce(title: string, seconds: number): string;
  };
  /** What is said to an answer. */
  readonly question: Readonly<Record<'answer' | 'right' | 'wrong' | 'kept' | 'explanation', string>> & {
    partly(share: Share): string;
    /** What the answer counts after its hints were paid. */
    paid(share: Share): string;
  };
  /** What is said to an answer that is not right. `material` stands before links to what should be gone through again. */
  readonly help: Readonly<
    Record<
      | 'material'
      | 'again'
      /** It asks something else than when it was answered, or when the answer was begun. */
      | 'changed',
      string
    >
  >;
  /** What the tool can say about an answer of its own: a text for each `Remark` (`src/assess/types.ts`). */
  readonly remarks: Readonly<
    Record<
      | 'spelling'
      | 'case'
      | 'accents'
      | 'not-a-number'
      | 'unit-missing'
      | 'unit-unknown'
      | 'unit-wrong'
      | 'figures',
      string
    >
  >;
  /** What is said of a chosen option. */
  readonly option: Readonly<Record<'right' | 'wrong', string>>;
  readonly order: {
    /** Announced: where an entry that is put in order stands now. */
    moved(text: string, place: number, of: number): string;
  };
  /** What stands beside an answer in free text. */
  readonly reflection: Readonly<Record<'model' | 'rubric', string>>;
  /** The names and values of a quiz's facts. */
  readonly quizFacts: Readonly<
    Record<
      'mark' | 'attempts' | 'attemptsSoFar' | 'noneLeft' | 'best' | 'result' | 'passed' | 'failed',
      string
    >
  > & { left(left: number, all: number): string };
  readonly quiz: Readonly<Record<'broken' | 'kept', string>> & {
    questionOf(number: number, of: number): string;
  };
  /** What came of an attempt, and what is to be done now. */
  readonly quizResult: Readonly<
    Record<
      | 'submitAnyway'
      /** What editions of the course have changed since: questions that came, that ask something else, whose key was corrected. */
      | 'added'
      | 'changed'
      | 'corrected'
      /** Today's pass mark is higher. */
      | 'passedThen'
      | 'passed'
      | 'failed'
      | 'right'
      | 'partly'
      | 'wrong'
      /** Of points that an answer keeps although it is not right by today's key. */
      | 'kept'
      | 'paid'
      | 'tabs'
      | 'handedIn'
      | 'allRight'
      | 'sayCertain'
      | 'retry'
      | 'another'
      | 'improve'
      | 'retryMissed'
      | 'missed'
      | 'review'
      | 'reviewed'
      | 'look'
      | 'toDo'
      | 'done'
      | 'open',
      string
    >
  > & {
    /** The result of an attempt by corrected keys. */
    regraded(before: Share, now: Share): string;
    /** Questions of the attempt that the quiz does not have any more. */
    gone(questions: number): string;
    unanswered(open: number): string;
    /** Some of these lack more than an answer. */
    unfinished(open: number): string;
    question(number: number): string;
    /** A name, which may be missing, and what is said of it: an outcome with what it earned, a question with what it lacks. */
    named(name: string, text: string): string;
    points(earned: number, possible: number): string;
    /** What an answer cost. */
    lost(points: number): string;
    leftOut(possible: number): string;
    /** How sure the learner was of an answer. */
    readonly how: Readonly<Record<Confidence, string>>;
    /** How many of all questions another attempt asks. */
    asked(asked: number, all: number): string;
    score(earned: number, possible: number, share: Share): string;
    /** By so many points all answers together come to less than 0. */
    belowZero(points: number): string;
    mark(mark: Share): string;
    best(best: Share): string;
    left(left: number): string;
    /** `time` and `limit`: durations. */
    took(time: string, limit: string): string;
    /** Where the limit was extended. */
    tookMore(time: string, limit: string, more: string): string;
    /** How many of the answers that were given as certain, as fairly sure, as a guess were right. */
    certain(right: number, all: number): string;
    fairly(right: number, all: number): string;
    guessed(right: number, all: number): string;
    readonly exhausted: Readonly<Record<ExhaustedPolicy | 'none', string>>;
  };
  /** How a quiz is taken: its start, its time, one question at a time, how sure somebody is. */
  readonly taking: Readonly<
    Record<
      | 'ready'
      | 'start'
      | 'gentle'
      | 'marking'
      | 'howMarked'
      | 'lastMinute'
      | 'over'
      | 'places'
      | 'previous'
      | 'next'
      | 'answered'
      | 'unanswered'
      | 'unread'
      | 'unsure'
      | 'sure'
      | 'guess'
      | 'fairly'
      | 'certain',
      string
    >
  > & {
    asks(questions: number): string;
    /** The name of a place in the list of questions. */
    place(question: number, state: string): string;
    /** Where another attempt asks only what was missed. */
    asksMissed(asked: number, kept: number): string;
    /** These take durations. */
    limit(time: string): string;
    left(time: string): string;
    more(time: string): string;
    added(time: string): string;
  };
  readonly home: Readonly<Record<'nothing' | 'finished' | 'certificate' | 'completion', string>> &
    Readonly<Record<'start' | 'resume' | 'waits', About>> & {
      asks(clause: readonly Piece[]): Piece[];
      later(date: string): string;
    };
  readonly progress: { readonly label: string; done(cleared: number, required: number): string };
  /** Apart from `progress`, which every page loads. */
  readonly report: Readonly<
    Record<'points' | 'competencies' | 'badges' | 'noBadges' | 'mastered' | 'unseen' | 'sections', string>
  > & {
    minutes(duration: string): string;
    /** Why there is more to do than before. */
    added(pages: number): string;
    mastery(share: Share, mark: Share): string;
    seen(seen: number, evidence: number): string;
    pointsOf(points: number, possible: number): string;
  };
  readonly complete: { readonly toDo: string; when(clause: readonly Piece[]): Piece[] };
  readonly embed: { play(title: string, service: string): string; note(service: string): string };
  readonly announce: {
    opened(titles: readonly string[]): string;
    more(pages: number): string;
    readonly badge: About;
    /** That a page was gone through again; and that a quiz can be tried again after it. */
    readonly noted: string;
    readonly retry: About;
    readonly finished: string;
  };
}

/** What stands in the pages themselves, and what the compiler leaves to the site to say. */
export interface SiteWords
  extends Readonly<
    Record<
      // Around every page.
      | 'skip'
      | 'contents'
      | 'courseContents'
      | 'course'
      | 'more'
      | 'courseMap'
      | 'mapAsPicture'
      | 'mapAsList'
      | 'mapAbove'
      | 'here'
      | 'progress'
      | 'glossary'
      | 'certificate'
      | 'home'
      | 'close'
      | 'onThisPage'
      | 'breadcrumb'
      | 'previous'
      | 'next'
      | 'previousAndNext'
      | 'noScript'
      // Items and questions.
      | 'quiz'
      | 'optional'
      | 'undecided'
      | 'question'
      | 'hint'
      | 'chooseAll'
      | 'withUnit'
      | 'choose'
      | 'fillIn'
      | 'matchUp'
      | 'putInOrder'
      | 'sortInto'
      | 'settled'
      | 'true'
      | 'false'
      | 'check'
      // Of what is not graded.
      | 'keep'
      | 'yourAnswer'
      | 'ungraded'
      | 'keptHere'
      | 'handIn'
      // What the shape of a section means for the learner.
      | 'inOrder'
      | 'inOrderAutoplay'
      | 'hurdles'
      | 'anyOrder'
      | 'anyOrderFinish'
      | 'branches'
      | 'route'
      | 'chooseOne'
      // Pages.
      | 'outcomes'
      | 'yourProgress'
      | 'report'
      | 'transfer'
      | 'notice'
      | 'completed'
      | 'yourCertificate'
      | 'toCourse'
      | 'badges'
      | 'name'
      | 'print'
      | 'hasCompleted'
      | 'mastered'
      | 'date'
      | 'issuer'
      | 'signatory'
      | 'notFound'
      | 'notFoundTitle'
      | 'notFoundText'
      // At the address of a page that was retired.
      | 'retiredTitle'
      | 'retiredText'
      // Within the course's own texts.
      | 'transcript'
      | 'captions'
      | 'note'
      | 'tip'
      | 'important'
      | 'warning'
      | 'caution'
      | 'example'
      | 'footnotes'
      | 'taskDone'
      | 'taskOpen',
      string
    >
  > {
  by(authors: readonly string[]): string;
  authors(authors: readonly string[]): string;
  version(version: string): string;
  pagesBefore(pages: number): string;
  pagesAfter(pages: number): string;
  modules(modules: number): string;
  quizzes(quizzes: number): string;
  questions(questions: number): string;
  attempts(attempts: number): string;
  points(points: number): string;
  /** How exactly a number is asked for. */
  figures(figures: number): string;
  decimals(decimals: number): string;
  questionOf(number: number, of: number): string;
  /** In the place of questions that an attempt draws. */
  drawn(questions: number): string;
  /** A region of a picture. */
  place(number: number): string;
  /** The steps from strong disagreement to strong agreement. */
  readonly agreement: readonly string[];
  hintOf(number: number, of: number): string;
  blankOf(number: number, of: number): string;
  readonly moveUp: About;
  readonly moveDown: About;
  /** `hint`: its label. */
  hintCosts(hint: string, cost: Share): string;
  /** A limit that can be extended; `time` is a duration. */
  timeLimit(time: string): string;
  passWith(mark: Share): string;
  about(time: string): string;
  /** Parts of a time: `up to 2 h`, `20 to 45 min`. */
  upTo(time: string): string;
  fromTo(from: string, to: string): string;
  readonly start: About;
  chooseOf(options: number): string;
  readonly progressAbout: About;
  readonly completeLater: About;
  readonly certificateLater: About;
  readonly finished: About;
  terms(terms: number): string;
  toStart(course: string): string;
  /** From a footnote to where it is named: `1`, or `1-2` for the second such place. */
  backTo(reference: string): string;
}
