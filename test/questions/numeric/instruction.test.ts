import { expect, test } from 'vitest';
import { instructionOf } from '../../../src/questions/numeric/instruction.ts';
import type { NumericRules } from '../../../src/questions/numeric/types.ts';
import { pageWords } from '../../../templates/site/words.ts';

const units = [{ value: 'm', span: { file: 'quizzes/z.yaml', start: 0, end: 1 } }];

test.each<[NumericRules, string, string | undefined]>([
  [{ units: [] }, 'en', undefined],
  [{ units: [], tolerance: { type: 'absolute', by: 1 } }, 'en', undefined],
  [{ units }, 'en', 'with its unit'],
  [{ units, figures: 3 }, 'en', '3 significant figures, with its unit'],
  [{ units: [], decimals: 1 }, 'de', '1 Nachkommastelle'],
])('%j in %s: %s', (rules, language, instruction) => {
  expect(instructionOf(rules, pageWords(language))).toBe(instruction);
});
