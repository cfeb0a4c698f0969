import type { CompileFindings } from '../compile/findings.ts';
import type { LoadFindings } from '../load/findings.ts';
import type { Rule, Words } from './rule.ts';
import * as all from './rules.ts';

/** Every rule, by id in code unit order. */
export const rules: readonly Rule[] = Object.values(all).sort((a, b) => (a.id < b.id ? -1 : 1));

export const rulesById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

type Registered = (typeof all)[keyof typeof all];
/** A rule's id, for tables that name rules. */
export type RuleId = Registered['id'];

// What earlier stages find needs words here. The check is at compile time: a finding without a rule, or
// with arguments that its rule does not take, makes the assignment below an error that names the finding.
type Stages = [LoadFindings, CompileFindings];
type StageId = { [Index in keyof Stages]: keyof Stages[Index] }[number];
type ArgsOf<Id> = {
  [Index in keyof Stages]: Id extends keyof Stages[Index] ? Stages[Index][Id] : never;
}[number];
type RuleOf<Id> = Extract<Registered, { readonly id: Id }>;
type Wordless = {
  [Id in StageId]: [RuleOf<Id>] extends [never]
    ? Id
    : RuleOf<Id> extends { message(args: infer Args): Words }
      ? [ArgsOf<Id>] extends [Args]
        ? never
        : Id
      : Id;
}[StageId];

/** Holds no more than the proof that every finding has its words. */
export const everyFindingHasWords: [Wordless] extends [never] ? true : Wordless = true;
