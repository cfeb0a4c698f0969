import type { CompileFindings } from '../compile/findings.ts';
import type { LoadFindings } from '../load/findings.ts';
import type { QuestionFindings } from '../questions/findings.ts';
import type { Rule, Words } from './rule.ts';
import * as all from './rules.ts';

type Registered = (typeof all)[keyof typeof all];

// What earlier stages find needs words here. The check is at compile time: a finding without a rule, or with
// arguments that its rule does not take, makes `rules` an error that names the finding.
type StageId = keyof LoadFindings | keyof CompileFindings | keyof QuestionFindings;
type ArgsOf<Id> =
  | (Id extends keyof LoadFindings ? LoadFindings[Id] : never)
  | (Id extends keyof CompileFindings ? CompileFindings[Id] : never)
  | (Id extends keyof QuestionFindings ? QuestionFindings[Id] : never);
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

/** Every rule, by id in code unit order. */
export const rules: [Wordless] extends [never] ? readonly Rule[] : Wordless = Object.values(all).sort(
  (a, b) => (a.id < b.id ? -1 : 1),
);

export const rulesById: ReadonlyMap<string, Rule> = new Map(rules.map((rule) => [rule.id, rule]));
