import type { Condition } from '../model/condition.ts';
import type {
  Badge,
  BranchRule,
  Certificate,
  Competency,
  Course,
  DoneRule,
  Draw,
  Item,
  Module,
  QuestionRef,
  Quiz,
  QuizSettings,
  RouteRule,
  Section,
} from '../model/course.ts';
import { isFields } from '../model/fields.ts';
import {
  constant,
  list,
  number,
  object,
  oneOf,
  type Reader,
  record,
  text,
  union,
  whole,
} from '../model/reader.ts';

/** The widest that any course is: a manifest of more is none of ours. */
const MANY = 200_000;
const LONG = 20_000;
/** Conditions within conditions. */
const DEEP = 100;

const name = text(1000);
const words: Reader<string> = (value) =>
  typeof value === 'string' && value.length <= LONG ? value : undefined;
const flag: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : undefined);
const share = number(0, 1);
const amount = number(0, 1e9);
const instant = number(-8.64e15, 8.64e15);
const names = list(name, MANY);

const leaf = union<Exclude<Condition, { type: 'all' | 'any' | 'not' }>>(
  {
    completed: { item: name },
    passed: { quiz: name },
    failed: { quiz: name },
    score: { quiz: name, 'from?': share, 'below?': share },
    attempts: { quiz: name, from: whole(0, 1e9) },
    chosen: { option: name },
    mastered: { competency: name },
    points: { from: amount },
    badge: { badge: name },
    after: { at: instant },
    before: { at: instant },
  },
  {},
);

const conditionWithin =
  (depth: number): Reader<Condition> =>
  (value, fields) => {
    if (!isFields(value) || depth > DEEP) return undefined;
    const inner = conditionWithin(depth + 1);
    switch (value.type) {
      case 'all':
      case 'any': {
        const of = list(inner, MANY)(value.of, value);
        return of && { type: value.type, of };
      }
      case 'not': {
        const of = inner(value.of, value);
        return of && { type: 'not', of };
      }
      default:
        return leaf(value, fields);
    }
  };
const condition = conditionWithin(0);

const question = object<QuestionRef>({
  key: name,
  points: amount,
  competencies: names,
  outcomes: list(share, MANY),
  'see?': names,
  'asks?': name,
  'answer?': name,
});

const base = {
  id: name,
  title: words,
  'parent?': name,
  optional: flag,
  'when?': condition,
  'requires?': condition,
  minutes: amount,
  points: amount,
};

const moduleItem = object<Module>({
  ...base,
  kind: constant('module'),
  done: union<DoneRule>(
    {
      view: {},
      video: { share, 'media?': names },
      questions: {},
      manual: {},
    },
    {},
  ),
  'teaches?': names,
  questions: list(question, MANY),
  href: words,
});

const quiz = object<Quiz>({
  ...base,
  kind: constant('quiz'),
  'pass?': share,
  'attempts?': whole(0, 1e9),
  'exhausted?': oneOf('continue', 'review', 'contact'),
  review: names,
  questions: list(question, MANY),
  'draws?': list(
    object<Draw>({
      count: whole(0, MANY),
      points: amount,
      from: whole(0, MANY),
      to: whole(0, MANY),
      before: whole(0, MANY),
    }),
    MANY,
  ),
  'settings?': object<QuizSettings>({
    'shuffle?': flag,
    'shuffleOptions?': flag,
    'oneAtATime?': flag,
    'time?': amount,
    'retryMissed?': flag,
    'confidence?': flag,
  }),
  href: words,
});

const children = { ...base, kind: constant('section'), children: names };
const section = union<Section>(
  {
    linear: { ...children, autoplay: flag },
    hurdles: { ...children, autoplay: flag },
    'random-access': { ...children, 'finish?': name },
    'static-branching': children,
    'dynamic-branching': {
      ...children,
      by: union<BranchRule>(
        {
          choose: { count: whole(0, MANY), switch: flag },
          route: { rules: list(object<RouteRule>({ 'when?': condition, to: names }), MANY) },
        },
        {},
      ),
    },
  },
  {},
);

const item: Reader<Item> = (value, fields) => {
  if (!isFields(value)) return undefined;
  switch (value.kind) {
    case 'module':
      return moduleItem(value, fields);
    case 'quiz':
      return quiz(value, fields);
    default:
      return section(value, fields);
  }
};

const course = object<Course>({
  format: constant(1),
  id: name,
  title: words,
  language: name,
  'description?': words,
  pathway: name,
  items: list(item, MANY),
  competencies: list(
    object<Competency>({
      id: name,
      title: words,
      'description?': words,
      mastery: share,
      evidence: whole(0, MANY),
    }),
    MANY,
  ),
  badges: list(
    object<Badge>({ id: name, title: words, 'description?': words, 'image?': words, when: condition }),
    MANY,
  ),
  'certificate?': object<Certificate>({
    title: words,
    'when?': condition,
    'issuer?': words,
    'signatory?': words,
  }),
  'complete?': condition,
  'renamed?': record(name, name, MANY),
});

/**
 * The course in a manifest (`course.js`), or in a page that holds one as a script of its own: what it says is read as data, never run.
 * Undefined for anything else, also for one of another version.
 */
export function parseManifest(script: string): Course | undefined {
  // Pages may speak of it, too: the first that can be read is it.
  for (let begin = script.indexOf(BEGIN); begin >= 0; begin = script.indexOf(BEGIN, begin + 1)) {
    const start = begin + BEGIN.length;
    if (script.charAt(start) !== '{') continue;
    const line = script.indexOf('\n', start);
    const text = script.slice(start, line < 0 ? script.length : line);
    const found = parseCourse(text.slice(0, text.lastIndexOf('}') + 1));
    if (found) return found;
  }
  return undefined;
}

function parseCourse(json: string): Course | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
  const found = isFields(value) ? course(value.course, value) : undefined;
  return found && isTree(found) ? found : undefined;
}

/** Are its items a tree, each after the section that holds it? What walks through them relies on that. */
function isTree({ items }: Course): boolean {
  const depths = new Map<string, number>();
  const parents = new Map(items.map(({ id, parent }) => [id, parent]));
  for (const { id, parent } of items) {
    const depth = parent === undefined ? 0 : depths.get(parent);
    if (depth === undefined || depth > DEEP || depths.has(id)) return false;
    depths.set(id, depth + 1);
  }
  return items.every(
    (each) => each.kind !== 'section' || each.children.every((child) => parents.get(child) === each.id),
  );
}

const BEGIN = 'window.coursewright=';
