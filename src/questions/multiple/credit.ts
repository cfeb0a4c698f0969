import type { CreditRule } from './types.ts';

/** The rule that an author names; undefined for anything else. */
export function creditRule(value: string | undefined): CreditRule | undefined {
  return value === 'partial' || value === 'unpenalised' || value === 'all-or-nothing' ? value : undefined;
}
