import type { Condition } from '../model/condition.ts';
import type { Finding } from '../model/diagnostic.ts';
import { instantOf } from './dates.ts';
import { found } from './findings.ts';
import { child, fields, items, number, share, sitedText, textScalar, whole } from './read.ts';
import type { Sited } from './source.ts';
import type { SpanTable } from './spans.ts';
import type { Renames } from './suggest.ts';
import type { YamlEntry, YamlMap, YamlNode } from './yaml.ts';

/** What can be named. A page is a module or quiz: what learners can go through again. */
export type NamedKind = 'item' | 'page' | 'quiz' | 'option' | 'competency' | 'badge';

export interface ConditionContext {
  readonly timezone: string;
  readonly spans: SpanTable;
  readonly findings: Finding[];
  /** For suggestions: names of earlier editions, with those of today. */
  readonly renamed: Renames;
  /** The id to use for what an author named; undefined, with a finding, when it does not exist. */
  readonly resolve: (name: Sited<string>, kind: NamedKind, field: string) => string | undefined;
}

/**
 * A condition as the engine wants it. What cannot be understood, or names what does not exist, is left out
 * with a finding; undefined when nothing is left, so that a slip does not lock the whole course.
 */
export function readCondition(node: YamlNode | undefined, context: ConditionContext): Condition | undefined {
  if (node?.kind !== 'map') return undefined;
  const parts: Condition[] = [];
  for (const [key, entry] of node.entries) {
    const part = readPart(key, entry, node, context);
    if (part === undefined) continue;
    context.spans.set(part, { file: node.span.file, start: entry.key.start, end: entry.value.span.end });
    parts.push(part);
  }
  strayBounds(node, context);
  const [first, second] = parts;
  if (second === undefined) return first;
  const all: Condition = { type: 'all', of: parts };
  context.spans.set(all, node.span);
  return all;
}

function readPart(
  key: string,
  entry: YamlEntry,
  map: YamlMap,
  context: ConditionContext,
): Condition | undefined {
  const { value } = entry;
  const name = (kind: NamedKind): string | undefined => {
    const sited = sitedText(value);
    return sited && context.resolve(sited, kind, key);
  };
  switch (key) {
    case 'all':
    case 'any': {
      const of = items(value).flatMap((item) => readCondition(item, context) ?? []);
      return of.length === 0 ? undefined : { type: key, of };
    }
    case 'not': {
      const of = readCondition(value, context);
      return of && { type: 'not', of };
    }
    case 'completed': {
      const item = name('item');
      return item === undefined ? undefined : { type: 'completed', item };
    }
    case 'passed':
    case 'failed': {
      const quiz = name('quiz');
      return quiz === undefined ? undefined : { type: key, quiz };
    }
    case 'score':
      return readScore(entry, map, name('quiz'), context);
    case 'attempts':
      return readAttempts(entry, map, name('quiz'), context);
    case 'chosen': {
      const option = name('option');
      return option === undefined ? undefined : { type: 'chosen', option };
    }
    case 'mastered': {
      const competency = name('competency');
      return competency === undefined ? undefined : { type: 'mastered', competency };
    }
    case 'badge': {
      const badge = name('badge');
      return badge === undefined ? undefined : { type: 'badge', badge };
    }
    case 'points': {
      const from = number(child(fields(value), 'from'), 0);
      return from === undefined ? undefined : { type: 'points', from };
    }
    case 'after':
    case 'before':
      return readDate(key, value, context);
    default:
      // `from` and `below` belong to their neighbours; what else there is, the schema has reported.
      return undefined;
  }
}

function readScore(
  entry: YamlEntry,
  map: YamlMap,
  quiz: string | undefined,
  context: ConditionContext,
): Condition | undefined {
  const from = bound(map, 'from', share, 'a share such as 80% or 0.8', context);
  const below = share(child(map, 'below'));
  if (!map.entries.has('from') && !map.entries.has('below')) {
    context.findings.push(found('condition/no-bound', entry.key, { key: 'score', needs: ['from', 'below'] }));
    return undefined;
  }
  if (from !== undefined && below !== undefined && from >= below) {
    const span = child(map, 'below')?.span ?? entry.key;
    context.findings.push(found('condition/empty-range', span, { from, below }));
  }
  if (quiz === undefined || (from === undefined && below === undefined)) return undefined;
  return {
    type: 'score',
    quiz,
    ...(from === undefined ? {} : { from }),
    ...(below === undefined ? {} : { below }),
  };
}

function readAttempts(
  entry: YamlEntry,
  map: YamlMap,
  quiz: string | undefined,
  context: ConditionContext,
): Condition | undefined {
  if (!map.entries.has('from')) {
    context.findings.push(found('condition/no-bound', entry.key, { key: 'attempts', needs: ['from'] }));
    return undefined;
  }
  // Beside `score` the same `from` would have two meanings: `strayBounds` reports that.
  if (map.entries.has('score')) return undefined;
  const from = bound(map, 'from', (node) => whole(node, 1), 'a whole number from 1', context);
  return quiz === undefined || from === undefined ? undefined : { type: 'attempts', quiz, from };
}

/** Reads `from`, which the schema allows in both meanings. */
function bound(
  map: YamlMap,
  key: string,
  read: (node: YamlNode | undefined) => number | undefined,
  expected: string,
  context: ConditionContext,
): number | undefined {
  const node = child(map, key);
  const value = read(node);
  const scalar = textScalar(node);
  if (value === undefined && scalar !== undefined) {
    const percent = Number(scalar.text);
    const suggestion =
      expected.startsWith('a share') && percent > 1 && percent <= 100 ? `${percent}%` : undefined;
    context.findings.push(
      found('schema/bad-value', scalar.span, {
        field: key,
        name: `\`${key}\``,
        value: scalar.text.slice(0, 200),
        expected,
        ...(suggestion === undefined ? {} : { suggestion }),
      }),
    );
  }
  return value;
}

function strayBounds(map: YamlMap, context: ConditionContext): void {
  for (const key of ['from', 'below'] as const) {
    const entry = map.entries.get(key);
    if (entry === undefined) continue;
    const owners = key === 'from' ? ['score', 'attempts'] : ['score'];
    const subjects = owners.filter((owner) => map.entries.has(owner));
    if (subjects.length === 1) continue;
    context.findings.push(found('condition/stray-bound', entry.key, { bound: key, subjects }));
  }
}

function readDate(
  type: 'after' | 'before',
  node: YamlNode,
  context: ConditionContext,
): Condition | undefined {
  const value = sitedText(node);
  // Only what looks like a date can be one that does not exist; the schema has reported the rest.
  if (value === undefined || !/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?)?$/.test(value.value))
    return undefined;
  const at = instantOf(value.value, context.timezone);
  if (at !== undefined) return { type, at };
  context.findings.push(found('condition/no-such-date', value.span, { value: value.value }));
  return undefined;
}
