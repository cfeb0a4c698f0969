import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../src/model/condition.ts';
import { describeCondition, describeReason, type Reason } from '../../src/path/index.ts';
import type { Language } from '../../src/words/language.ts';
import { isTranslated, languageOf, languages, wordsOf } from '../../src/words/registry.ts';
import { courseOf, module, quiz, section } from '../path/build.ts';

const course = courseOf(
  section('p', { type: 'linear' }, [module('a'), module('b'), module('c'), quiz('q', { pass: 0.8 })]),
  {
    competencies: [{ id: 'k', title: 'K', mastery: 0.8, evidence: 3 }],
    badges: [{ id: 'star', title: 'Star', when: { type: 'all', of: [] } }],
  },
);

/** What stands in for an argument: it has to show in what is said. Numbers differ in one and many. */
const SAMPLES = ['⟨A⟩', '⟨B⟩', '⟨C⟩'];

/** Names whose texts are about lists or pieces, with what they are called with. */
const SPECIAL: Readonly<Record<string, readonly unknown[]>> = {
  'announce.opened': [['⟨A⟩', '⟨B⟩']],
  'site.by': [['⟨A⟩', '⟨B⟩']],
  'site.authors': [['⟨A⟩', '⟨B⟩']],
  'gate.reviewFor': [2, '⟨B⟩'],
  'home.asks': [['⟨A⟩']],
  'complete.when': [['⟨A⟩']],
};

/** Texts that begin with a number or hold only such: told by what English does with them. */
const NUMBERS = [21, 34, 55];
const SHARES = [0.21, 0.34, 0.55];

interface Said {
  readonly name: string;
  readonly text: string;
  /** What the text was made from and has to hold. */
  readonly holds: readonly string[];
}

/** Every text of a language, each made once with arguments of the kind that English takes. */
function texts(language: Language): Said[] {
  const said: Said[] = [];
  const visit = (name: string, value: unknown, english: unknown): void => {
    if (typeof value === 'string') said.push({ name, text: value, holds: [] });
    else if (typeof value === 'function' && typeof english === 'function')
      said.push(call(language, name, value, english));
    else if (typeof value === 'object' && value !== null)
      for (const [key, child] of Object.entries(value))
        visit(`${name}.${key}`, child, Reflect.get(Object(english), key));
  };
  for (const [part, value] of Object.entries(language)) {
    if (['tag', 'sentences', 'number', 'percent'].includes(part)) continue;
    visit(part, value, Reflect.get(languages.en, part));
  }
  return said;
}

/** Calls a text: with titles where English takes titles, else with shares or numbers. */
function call(language: Language, name: string, text: object, english: object): Said {
  const special = SPECIAL[name];
  if (special !== undefined)
    return {
      name,
      text: flat(Reflect.apply(fn(text), undefined, special)),
      holds: special.flat().map(String),
    };
  const { length } = fn(english);
  const kinds = [SAMPLES, SHARES, NUMBERS].map((all) => all.slice(0, length));
  // What shows the argument whole is of that kind; a title that is formatted as a number shows as NaN.
  const of = (args: readonly unknown[], by: object) => flat(Reflect.apply(fn(by), undefined, args));
  const titles = kinds[0] ?? [];
  if (!of(titles, english).includes('NaN'))
    return { name, text: of(titles, text), holds: titles.map(String) };
  const mixed = Array.from({ length }, (_, i) => kindOf(english, length, i));
  const holds = mixed.map((value) =>
    typeof value === 'string' ? value : value < 1 ? language.percent(value) : language.number(value),
  );
  return { name, text: of(mixed, text), holds };
}

/** The kind of one argument of an English text: a title, a share, or a number. */
function kindOf(english: object, length: number, at: number): string | number {
  const others = NUMBERS.slice(0, length);
  const withTitle = others.map((value, i) => (i === at ? (SAMPLES[i] ?? '') : value));
  if (!flat(Reflect.apply(fn(english), undefined, withTitle)).includes('NaN')) return SAMPLES[at] ?? '';
  const share = SHARES[at] ?? 0;
  const withShare = others.map((value, i) => (i === at ? share : value));
  const shows = flat(Reflect.apply(fn(english), undefined, withShare)).includes(languages.en.percent(share));
  return shows ? share : (NUMBERS[at] ?? 0);
}

function fn(value: object): (...args: never[]) => unknown {
  if (typeof value !== 'function') throw new TypeError('not a text');
  return value as (...args: never[]) => unknown;
}

function flat(said: unknown): string {
  return Array.isArray(said) ? said.join('') : String(said);
}

const quizIds = { quiz: 'q' } as const;
const finished: Condition = { type: 'completed', item: 'a' };
const badge: Condition = { type: 'badge', badge: 'star' };
const CONDITIONS: readonly Condition[] = [
  finished,
  badge,
  { type: 'all', of: [] },
  { type: 'any', of: [] },
  { type: 'all', of: [finished, { type: 'any', of: [badge, { type: 'chosen', option: 'b' }] }] },
  { type: 'not', of: finished },
  { type: 'passed', ...quizIds },
  { type: 'failed', ...quizIds },
  { type: 'score', ...quizIds },
  { type: 'score', ...quizIds, from: 0.5 },
  { type: 'score', ...quizIds, below: 0.9 },
  { type: 'score', ...quizIds, from: 0.5, below: 0.9 },
  { type: 'attempts', ...quizIds, from: 1 },
  { type: 'attempts', ...quizIds, from: 2 },
  { type: 'chosen', option: 'b' },
  { type: 'mastered', competency: 'k' },
  { type: 'points', from: 1 },
  { type: 'points', from: 20 },
  { type: 'after', at: Date.UTC(2026, 10, 22, 10) },
  { type: 'before', at: Date.UTC(2026, 10, 22, 10) },
];

const REASONS: readonly Reason[] = [
  { type: 'earlier', item: 'a' },
  { type: 'pass', ...quizIds },
  { type: 'pass', ...quizIds, mark: 0.8 },
  { type: 'pass', ...quizIds, mark: 0.8, best: 0.7999, attemptsLeft: 1 },
  { type: 'pass', ...quizIds, mark: 0.8, attemptsLeft: 2 },
  { type: 'review', ...quizIds, items: ['a', 'b', 'c'] },
  { type: 'exhausted', ...quizIds },
  { type: 'exhausted', ...quizIds, policy: 'review' },
  { type: 'exhausted', ...quizIds, policy: 'contact' },
  { type: 'branch', branch: 'a' },
  { type: 'not-chosen', section: 'p', chosen: ['a', 'b'] },
  { type: 'requires', condition: finished, unmet: [finished, badge] },
  { type: 'parent', section: 'p' },
];

/** Texts that may be the same as in English. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  de: ['Quiz', 'Version ⟨A⟩', '⟨A⟩: ⟨B⟩'],
  es: ['⟨A⟩: ⟨B⟩'],
  fr: [
    '21 modules',
    '21 points',
    '21 questions',
    'Badges',
    'Date',
    'Important',
    'Points',
    'Question',
    'Question 21',
    'Quiz',
    'Version ⟨A⟩',
  ],
};

describe.each(Object.values(languages) as Language[])('$tag', (language) => {
  const said = texts(language);

  it('says everything, with all that it is about', () => {
    const wrong = said.filter(
      ({ text, holds }) =>
        text.trim() === '' ||
        /undefined|NaN|\[object|\{\d\}/.test(text) ||
        holds.some((part) => !text.includes(part)),
    );
    expect(wrong).toEqual([]);
    expect(said.length).toBeGreaterThan(200);
  });

  it('puts every reason and every condition into words', () => {
    const words = wordsOf(language.tag);
    const reasons = REASONS.map((reason) => describeReason(course, reason, words));
    const conditions = CONDITIONS.map((condition) => describeCondition(course, condition, words));
    expect({ reasons, conditions }).toMatchSnapshot();
    for (const text of reasons) expect(text).toMatch(/\.$/);
    for (const text of [...reasons, ...conditions]) expect(text).not.toMatch(/undefined|NaN|\s{2}|^\s|\s$/);
    expect(new Set(reasons).size).toBe(reasons.length);
  });

  it('keeps to its own marks', () => {
    const all = [
      ...said.map(({ text }) => text),
      ...REASONS.map((r) => describeReason(course, r, wordsOf(language.tag))),
    ];
    const joined = all.join('\n');
    const marks = { de: '„', en: '“', es: '«', fr: '«\u00a0' };
    expect(joined).toContain(marks[languageOf(language.tag)]);
    expect(joined).not.toMatch(/["']/);
    if (language.tag === 'fr') expect(joined).not.toMatch(/ [:;?!»]|[^\s\u00a0\u202f][;?!](?:\s|$)/);
    if (language.tag === 'de') expect(joined).not.toMatch(/”|\b(?:du|dein|deine)\b/i);
    if (language.tag === 'es') expect(joined).not.toMatch(/\b(?:usted|su progreso)\b/i);
  });

  it('leaves nothing in English', () => {
    if (language.tag === 'en') return;
    const english = new Map(texts(languages.en).map(({ name, text }) => [name, text]));
    const left = said.filter(({ name, text }) => english.get(name) === text).map(({ text }) => text);
    expect([...new Set(left)].sort()).toEqual(SAME[language.tag]);
    const reasons = REASONS.map((reason) => describeReason(course, reason, wordsOf(language.tag)));
    expect(
      reasons.filter((text) => REASONS.some((reason) => describeReason(course, reason) === text)),
    ).toEqual([]);
  });

  it('rounds a share down to a tenth, with its own decimal sign', () => {
    const sign = language.tag === 'en' ? '.' : ',';
    expect(language.percent(0.7999)).toBe(`79${sign}9\u202f%`);
    expect(language.percent(0.29)).toBe('29\u202f%');
    expect(language.percent(1)).toBe('100\u202f%');
    expect(language.number(2.5)).toBe(`2${sign}5`);
  });

  it('tells one from many', () => {
    const { attempts, modules, points } = language.site;
    for (const text of [attempts, modules, points]) {
      expect(text(1)).not.toBe(text(2).replace('2', '1'));
      expect(text(0)).toBe(language.tag === 'fr' ? text(1).replace('1', '0') : text(2).replace('2', '0'));
    }
  });
});

describe('the language of a course', () => {
  it.each([
    ['de', 'de', true],
    ['de-CH', 'de', true],
    ['es-MX', 'es', true],
    ['en-GB', 'en', true],
    ['nl', 'en', false],
    ['zh-Hant-TW', 'en', false],
    ['constructor', 'en', false],
    ['__proto__', 'en', false],
    ['', 'en', false],
  ])('%s gets the words of %s', (tag, language, translated) => {
    expect(languageOf(tag)).toBe(language);
    expect(isTranslated(tag)).toBe(translated);
  });

  it('writes dates as its region does', () => {
    const at = Date.UTC(2026, 10, 22, 10);
    expect(wordsOf('de-AT').date(at)).toBe('22. November 2026 um 10:00 UTC');
    expect(wordsOf('en-US').date(at)).toMatch(/^November 22, 2026/);
    expect(wordsOf('nl').date(at)).toMatch(/November/);
  });
});

it('names its languages in the guide and in the schema', () => {
  const tags = Object.keys(languages);
  const guide = readFileSync(new URL('../../docs/guide.md', import.meta.url), 'utf8');
  const paragraph = guide.split('\n\n').find((text) => text.startsWith('**One language throughout.**')) ?? '';
  expect([...paragraph.matchAll(/\(`([a-z]+)`\)/g)].map(([, tag]) => tag)).toEqual(tags);
  const schema = readFileSync(new URL('../../schemas/course.schema.json', import.meta.url), 'utf8');
  expect(schema).toContain(`words of its own in ${tags.slice(0, -1).join(', ')} and ${tags.at(-1)};`);
});
