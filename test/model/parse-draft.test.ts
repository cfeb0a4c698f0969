import { expect, it } from 'vitest';
import { parseDraft } from '../../src/model/parse-response.ts';

const response = { type: 'single', option: 'a' };

it.each<[name: string, value: unknown, draft: object]>([
  ['nothing', undefined, {}],
  ['a text', 'x', {}],
  ['a list', [response], {}],
  ['a response', { response }, { response }],
  ['hints before any answer', { hints: 2 }, { hints: 2 }],
  ['no hints', { response, hints: 0 }, { response }],
  ['hints that are no count', { hints: -1 }, {}],
  ['half a hint', { hints: 0.5 }, {}],
  ['a confidence alone', { confidence: 3 }, { confidence: 3 }],
  ['a confidence that is none', { response, confidence: 4 }, { response }],
  ['a response that is none, with hints', { response: { type: 'explode' }, hints: 1 }, { hints: 1 }],
  ['what does not belong there', { response, credit: 1, attempt: 2 }, { response }],
])('reads %s as a draft', (_name, value, draft) => {
  expect(parseDraft(value)).toEqual(draft);
});
