import type { Share } from '../model/condition.ts';
import type { ItemId } from '../model/ids.ts';
import type { Quartiles } from './statistics.ts';
import type { DropReason } from './story.ts';

/**
 * What became of all learners: the JSON form of `course simulate`. Stable: fields may be added; `version`
 * changes when one changes its meaning or goes away. Shares are from 0 to 1, lists in the order of the course unless they say otherwise.
 */
export interface SimulationReport {
  readonly version: 1;
  readonly course: { readonly id: string; readonly title: string };
  readonly seed: number;
  /** When the learners begin: ISO 8601, UTC. */
  readonly start: string;
  /** The dates that conditions of the course name, in the same form, the earliest first: who begins at another time may fare otherwise. */
  readonly dates: readonly string[];
  readonly learners: {
    readonly asked: number;
    /** Fewer than asked for when the course is too large for all of them. */
    readonly simulated: number;
  };
  readonly completion: {
    readonly finished: number;
    readonly share: Share;
    /** 95 %, Wilson. */
    readonly interval: { readonly low: Share; readonly high: Share };
  };
  /** Minutes of study, and days, of those who finished; null when nobody did. */
  readonly minutes: Quartiles | null;
  readonly days: Quartiles | null;
  /** The most frequent first. */
  readonly drops: readonly {
    /** Null: could not even begin. */
    readonly item: ItemId | null;
    readonly title: string;
    readonly reason: DropReason;
    readonly learners: number;
    readonly share: Share;
  }[];
  /** Sections whose options were chosen or named by a route. */
  readonly choices: readonly {
    readonly section: ItemId;
    readonly title: string;
    readonly by: 'choose' | 'route';
    readonly options: readonly Way[];
  }[];
  /** Whole ways through the course, one option after the other; the most frequent first, at most `PATHS`. */
  readonly paths: readonly (Omit<Way, 'option' | 'title'> & { readonly options: readonly ItemId[] })[];
  /** How many learners took other paths than those. */
  readonly otherPaths: number;
  readonly quizzes: readonly {
    readonly item: ItemId;
    readonly title: string;
    /** Learners who handed it in. */
    readonly learners: number;
    /** Has a pass mark. */
    readonly graded: boolean;
    /** Passed at the first attempt, and in the end; null without a pass mark. */
    readonly passedFirst: Share | null;
    readonly passedLast: Share | null;
    /** The mean number of attempts. */
    readonly attempts: number;
    /** The mean score of the first attempts: the lower, the harder. */
    readonly score: Share;
    /** Learners who had to ask the instructor for new attempts. */
    readonly asked: number;
  }[];
  readonly competencies: readonly {
    readonly id: string;
    readonly title: string;
    readonly learners: number;
    readonly share: Share;
  }[];
  readonly badges: readonly {
    readonly id: string;
    readonly title: string;
    readonly learners: number;
    readonly share: Share;
  }[];
  /** Null when the course has none. */
  readonly certificate: { readonly learners: number; readonly share: Share } | null;
  /** Modules and quizzes that nobody entered. */
  readonly neverVisited: readonly { readonly item: ItemId; readonly title: string }[];
}

/** One option, and what became of those who took it. */
export interface Way {
  readonly option: ItemId;
  readonly title: string;
  readonly learners: number;
  readonly share: Share;
  readonly finished: number;
  /** Of those who finished. */
  readonly minutes: Quartiles | null;
}

/** More whole paths than these are counted together. */
export const PATHS = 20;
