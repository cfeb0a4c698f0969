import type { Share } from '../model/condition.ts';
import type { Course, Item } from '../model/course.ts';
import type { EditionName } from '../model/edition.ts';
import type { EditionDiff, NameDiff, Published } from './diff.ts';
import { type Settled, settledSections } from './reopened.ts';
import { isSame } from './rule-changes.ts';
import type { Standing } from './standing.ts';

/** `true`, `false`: so it will be; undefined: it hangs on what else the learner did. */
export type Foretold =
  /** Nothing in the new edition has this standing; what was recorded is kept. */
  | { readonly type: 'nowhere' }
  | {
      readonly type: 'there';
      readonly to: EditionName;
      readonly opened?: boolean;
      readonly done?: boolean;
      readonly passed?: boolean;
      readonly submissions?: number;
      /** The least and the most that a question's credit, or a quiz's best score, can be; undefined: none, as before. */
      readonly credit?: readonly [least: Share, most: Share];
      readonly best?: readonly [least: Share, most: Share];
      readonly earned?: boolean;
    };

/** What a comparison of two editions foretells of every learner. */
export interface Foresight {
  /** Of a learner who stood so with a name of the old edition, after its facts were recorded. */
  of(name: EditionName, standing: Standing): Foretold;
}

/** Makes a comparison ready to be asked about learners. The rules of both sides have to be known. */
export function foresight(
  { names }: EditionDiff,
  old: Published & { readonly course: Course },
  now: Published & { readonly course: Course },
): Foresight {
  const byName = new Map(names.map((each) => [each.name, each]));
  const settled = settledSections(old.course, now.course, now);
  const was = new Map(old.course.items.map((item) => [item.id, item]));
  const is = new Map(now.course.items.map((item) => [item.id, item]));
  const regraded = new Set(names.flatMap((each) => (each.verdict === 'regraded' ? each.to : [])));
  const withRegraded = new Set([...regraded].map((key) => key.slice(0, key.indexOf('#'))));
  const places = names.flatMap((each) => placeOf(each) ?? []);
  const once = new Set<EditionName>();
  const shared = new Set(places.filter((to) => once.has(to) || !once.add(to)));
  return {
    of(name, standing) {
      const found = byName.get(name);
      const to = found && placeOf(found);
      if (to === undefined) return { type: 'nowhere' };
      return {
        type: 'there',
        to,
        ...ofStanding(standing, {
          was: was.get(name),
          is: is.get(to),
          settled: settled.get(name),
          isRegraded: regraded.has(to),
          hasRegraded: withRegraded.has(to),
          isShared: shared.has(to),
        }),
      };
    },
  };
}

function placeOf(found: NameDiff): EditionName | undefined {
  switch (found.verdict) {
    case 'kept':
    case 'renamed':
    case 'regraded':
    case 'reopened':
      return found.to;
    case 'retired':
    case 'missing':
    case 'reused':
    case 'new':
      return undefined;
  }
}

interface About {
  readonly was: Item | undefined;
  readonly is: Item | undefined;
  readonly settled: Settled | undefined;
  readonly isRegraded: boolean;
  /** A quiz: one of its questions is. */
  readonly hasRegraded: boolean;
  /** Others have that name now as well, so it has at least what this one had. */
  readonly isShared: boolean;
}

type Claims = Omit<Extract<Foretold, { type: 'there' }>, 'type' | 'to'>;

function ofStanding(standing: Standing, about: About): Claims {
  switch (standing.kind) {
    case 'question':
      return standing.credit === undefined
        ? {}
        : { credit: [standing.credit, about.isRegraded || about.isShared ? 1 : standing.credit] };
    case 'badge':
    case 'competency':
      return standing.earned ? { earned: true } : {};
    case 'section':
      return { ...(standing.done && about.settled?.stays === 'yes' && { done: true }) };
    case 'module': {
      const { opened, done } = standing;
      if (about.isShared) return { ...(opened && { opened }), ...(done && { done }) };
      return { opened, ...(done ? { done } : !opened || isSameModule(about) ? { done: false } : {}) };
    }
    case 'quiz':
      return ofQuiz(standing, about);
  }
}

/** Are the rules by which it is done the same, so that what was not done is not done by the change? */
function isSameModule({ was, is }: About): boolean {
  return (
    was?.kind === 'module' &&
    is?.kind === 'module' &&
    isSame(was.done, is.done) &&
    (is.done.type !== 'questions' || was.questions.length === is.questions.length)
  );
}

function ofQuiz(standing: Extract<Standing, { kind: 'quiz' }>, { is, hasRegraded, isShared }: About): Claims {
  const { opened, done, passed, submissions, best } = standing;
  if (isShared)
    return {
      ...(opened && { opened }),
      ...(done && { done }),
      ...(passed && { passed }),
      ...(best !== undefined && { best: [best, 1] }),
    };
  const mark = is?.kind === 'quiz' ? is.pass : undefined;
  const reached = best !== undefined && mark !== undefined && best >= mark - 1e-9;
  return {
    opened,
    submissions,
    ...(done && { done: true }),
    ...(passed || reached ? { passed: true } : hasRegraded ? {} : { passed: false }),
    ...(best !== undefined && { best: [best, hasRegraded ? 1 : best] }),
  };
}
