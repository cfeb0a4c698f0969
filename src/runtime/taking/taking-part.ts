import { confidentMark, confidentScore } from '../../assess/confidence.ts';
import type { Instant, Share } from '../../model/condition.ts';
import type { Quiz } from '../../model/course.ts';
import type { Confidence } from '../../model/events.ts';
import type { Page } from '../page.ts';
import type { ActiveQuestion } from '../question/active.ts';
import type { Attempt } from '../quiz/attempt.ts';
import type { QuizRun } from '../quiz/run.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';
import { clock } from './clock.ts';
import { howSure } from './how-sure.ts';
import { places } from './places.ts';
import { startPanel } from './start.ts';

/** How a quiz with settings is taken: its start, its time, one question at a time, how sure the learner is. */
export interface Taking {
  /** Shows what is to be known before an attempt, and the button that starts it. */
  offer(run: QuizRun, start: () => void): void;
  /** Shows the controls of an attempt. `began`: by the device's clock. */
  begin(attempt: Attempt, began: Instant | undefined): void;
  /** Takes them away: all questions show. */
  end(shown: readonly ActiveQuestion[]): void;
  /** Something was answered. */
  answered(): void;
  /** Brings a question into sight. */
  reveal(active: ActiveQuestion): void;
  /** Says so where it is still to be said how sure the learner is. */
  lacks(active: ActiveQuestion): string | undefined;
  read(active: ActiveQuestion): Confidence | undefined;
  write(active: ActiveQuestion, confidence: Confidence | undefined): void;
  /** The share of its points that an answer earns of which hints have left so much. */
  mark(credit: Share, confidence: Confidence | undefined, left: Share): number;
  readonly score: typeof confidentScore;
}

export type TakingPart = (page: Page, quiz: Quiz, form: HTMLElement) => Taking;

/** Makes it with the runtime's tools. */
export function takingPart(tools: Tools): TakingPart {
  return (page, quiz, form) => {
    const { settings = {} } = quiz;
    const { fill, h, slot } = tools;
    const place = slot('taking');
    const time = settings.time === undefined ? undefined : clock(page, quiz, settings.time, tools);
    const sure = howSure(tools);
    const explained = settings.confidence
      ? h('details', {}, h('summary', {}, words.taking.howMarked), h('p', {}, sure.marking))
      : undefined;
    const fold = () => {
      if (explained) explained.open = false;
    };
    const lacks = (active: ActiveQuestion) =>
      settings.confidence && active.ref.points > 0 && !sure.read(active) ? words.taking.unsure : undefined;
    const steps = settings.oneAtATime ? places(form, fold, lacks, tools) : undefined;

    return {
      offer(run, start) {
        time?.stop();
        const marking = settings.confidence && h('p', {}, sure.marking);
        fill(place, ...startPanel(run, marking, start, tools));
      },
      begin({ number, asked, kept }, began) {
        if (settings.confidence) for (const active of asked) sure.ask(active);
        steps?.show(asked, kept);
        // Read once, it makes room for the questions.
        if (explained) explained.open = began === undefined;
        fill(
          place,
          explained,
          kept.length > 0 && h('p', {}, words.taking.asksMissed(asked.length, kept.length)),
          time?.start(number, began),
          steps?.list,
        );
      },
      end(shown) {
        time?.stop();
        steps?.hide();
        if (settings.confidence) for (const active of shown) sure.ask(active, true);
        fill(place);
      },
      answered: () => steps?.update(),
      reveal: (active) => steps?.reveal(active),
      lacks,
      read: sure.read,
      write: sure.write,
      mark: (credit, confidence, left) => confidentMark(credit, confidence ?? 1, left),
      score: confidentScore,
    };
  };
}
