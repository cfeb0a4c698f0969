import type { SectionType } from '../model/course.ts';
import type { Severity } from '../model/diagnostic.ts';
import type { ItemId } from '../model/ids.ts';
import type { LearningTime } from '../path/index.ts';

/** One finding of `course validate`, as much of it as a picture can show. */
export interface Mark {
  readonly rule: string;
  readonly severity: Severity;
  /** `course.yaml:12:5` */
  readonly place: string;
}

/** What was found, by the item it blames; what blames no item of the pathway stands in `elsewhere`. */
export interface Marks {
  readonly items: ReadonlyMap<ItemId, readonly Mark[]>;
  readonly elsewhere: readonly Mark[];
}

/** What stands within a section that is shown as one node. */
export interface Folded {
  readonly modules: number;
  readonly quizzes: number;
}

/** One item in the picture. Everything in words is English and free of markup. */
export interface MapNode {
  readonly id: ItemId;
  readonly kind: 'module' | 'quiz' | 'section';
  readonly title: string;
  /** The section that holds it; undefined at the top of the picture. */
  readonly parent?: ItemId;
  /** In reading order; empty for modules, quizzes and folded sections. */
  readonly children: readonly ItemId[];
  /** A section only. */
  readonly shape?: SectionType;
  /** What its type and its own rules say: `quiz, pass with 80 %`, `dynamic branching: choose 1 of 2`. */
  readonly facts: readonly string[];
  readonly optional: boolean;
  /** The estimated minutes that learners need for it: those of the shortest and of the longest way through a section. */
  readonly time: LearningTime;
  /** The page, relative to the site's root; sections have none. */
  readonly href?: string;
  /** `when`: is it there at all, as a clause: `you have passed “X”`. */
  readonly when?: string;
  /** `requires`: is it open. */
  readonly requires?: string;
  /** In a route: the rules that lead here, in words, in their order. */
  readonly route: readonly string[];
  readonly folded?: Folded;
  readonly marks: readonly Mark[];
}

/**
 * - `sequence`: the next one in a section that is taken in order
 * - `branch`, `option`: from a branching section to what it offers; all branches are taken, of options some
 * - `route`: from a section to an option that one of its rules names; `label` is the rule's condition
 * - `requires`, `when`: from an item that the condition names to the item that has it
 * - `review`: from a quiz back to what a failure asks for
 * - `finish`: from a random-access section to the quiz that ends it
 */
export type EdgeKind = 'sequence' | 'branch' | 'option' | 'route' | 'requires' | 'when' | 'review' | 'finish';

export interface MapEdge {
  readonly kind: EdgeKind;
  readonly from: ItemId;
  readonly to: ItemId;
  readonly label?: string;
}

/** The pathway as a graph: plain data, the same for every renderer. Containment is `parent` and `children`. */
export interface Graph {
  readonly course: { readonly id: string; readonly title: string; readonly language: string };
  /** Parents before children, in reading order. The first is the top of the picture. */
  readonly nodes: readonly MapNode[];
  /** Both ends of each stand among the nodes. */
  readonly edges: readonly MapEdge[];
  /** Findings that blame no node. */
  readonly elsewhere: readonly Mark[];
}
