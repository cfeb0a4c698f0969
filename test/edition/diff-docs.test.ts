import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { EditionDiff, NameDiff, Verdict } from '../../src/edition/diff.ts';
import type { SideFacts } from '../../src/edition/diff-json.ts';
import type { Gains, Regraded } from '../../src/edition/gains.ts';
import type { Likely, Reason } from '../../src/edition/likely.ts';
import type { Reopening } from '../../src/edition/reopened.ts';
import type { RuleChange } from '../../src/edition/rule-changes.ts';

/** But `then`, which an object here should not have. */
type FieldsOf<Union> = Union extends unknown ? Exclude<keyof Union & string, 'then'> : never;
type TypesOf<Union extends { readonly type: string }> = Union['type'];

/** Every word of the JSON, so that the compiler asks for those that are missing here. `false`: stands under another word. */
const WORDS: Readonly<
  Record<
    | FieldsOf<NameDiff>
    | FieldsOf<RuleChange>
    | FieldsOf<Gains>
    | FieldsOf<Regraded>
    | FieldsOf<Likely>
    | FieldsOf<Reason>
    | FieldsOf<Reopening>
    | FieldsOf<SideFacts>
    | FieldsOf<EditionDiff>
    | TypesOf<RuleChange>
    | TypesOf<Reason>
    | TypesOf<Reopening>
    | Verdict,
    boolean
  >
> = {
  ...{
    along: true,
    at: true,
    back: true,
    because: true,
    by: true,
    forgotten: true,
    gains: true,
    inBank: true,
  },
  ...{ kind: true, likely: true, likelyWas: true, name: true, now: true, reworded: true, swapped: true },
  ...{ title: true, to: true, undrawn: true, verdict: true, why: true, gain: true, keep: true },
  ...{ complete: true, text: true, was: true, is: true, sure: true, type: true, likeness: true },
  ...{ same: true, of: true, merged: true, items: true, item: true, count: true, gone: true, short: true },
  ...{ from: true, commit: true, course: true, otherCourse: true, names: true, rules: true },
  ...{
    translation: true,
    asks: true,
    questions: true,
    spelling: true,
    place: true,
    lines: true,
    written: true,
  },
  ...{ changed: true, waits: true, finish: true, more: true, options: true, kept: true, renamed: true },
  ...{ regraded: true, reopened: true, retired: true, missing: true, reused: true, new: true },
  ...{ pass: true, attempts: true, exhausted: true, review: true, asked: true, setting: true },
  ...{ weights: true, done: true, optional: true, when: true, requires: true, moved: true, before: true },
  ...{ order: true, shape: true, choose: true, switch: true, route: true, 'options-gone': true },
  ...{ points: true, badge: true, mastery: true, evidence: true, fed: true, certificate: true },
  ...{ 'certificate-given': true, section: true, competency: true, added: true, removed: true },
  // `rulesKnown: "marks"`
  marksOnly: false,
};

it('docs/reference/diff.md tells of every word of the JSON', () => {
  const page = readFileSync(new URL('../../docs/reference/diff.md', import.meta.url), 'utf8');
  const code = [...page.matchAll(/`([^`\n]+)`/g)].map(([, text]) => text).join('\n');
  const told = new Set(code.match(/[\w-]+/g));
  const words = [
    ...Object.entries(WORDS).flatMap(([word, is]) => (is ? [word] : [])),
    'then',
    'rulesKnown',
    'marks',
  ];
  expect(words.filter((word) => !told.has(word))).toEqual([]);
});
