import type { BranchRule, RouteRule } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { type ConditionContext, readCondition } from './conditions.ts';
import { found } from './findings.ts';
import { safeId } from './ids.ts';
import type { SectionDraft } from './pathway.ts';
import { child, flag, items, sitedText, sitedTexts, spansOf, whole } from './read.ts';
import { suggester } from './suggest.ts';
import type { YamlMap } from './yaml.ts';

/** Who names the options of a dynamic-branching section: `route` where there is one, else the learner. */
export function readBranchRule(draft: SectionDraft, context: ConditionContext): BranchRule {
  return draft.map.entries.has('route') ? readRoute(draft, context) : readChoice(draft, context);
}

function readChoice({ id, map, children, span }: SectionDraft, context: ConditionContext): BranchRule {
  const choose = child(map, 'choose');
  const count = whole(choose, 1) ?? 1;
  if (count > children.length && children.length > 0) {
    const args = { section: id, choose: count, options: children.length };
    context.findings.push(found('pathway/choose-too-many', choose?.span ?? span, args));
  }
  // Clamped, so that the proof does not report the same slip as a trap.
  const possible = Math.max(1, Math.min(count, children.length));
  return { type: 'choose', count: possible, switch: flag(child(map, 'switch')) ?? false };
}

function readRoute(draft: SectionDraft, context: ConditionContext): BranchRule {
  const { map } = draft;
  const others = ['choose', 'switch'].filter((key) => map.entries.has(key));
  const conflict = map.entries.get(others[0] ?? '')?.key;
  if (conflict !== undefined) {
    const args = { owner: 'a dynamic-branching section', fields: ['route', ...others] };
    context.findings.push(found('schema/conflict', conflict, args));
  }
  const target = targetReader(draft, context);
  const rules = items(child(map, 'route')).flatMap((rule) =>
    rule.kind === 'map' ? (readRule(rule, target, context) ?? []) : [],
  );
  return { type: 'route', rules };
}

type TargetReader = (rule: YamlMap, key: 'to' | 'otherwise') => readonly ItemId[];

/** Reads what a rule names; reports what is no option of the section. */
function targetReader(draft: SectionDraft, context: ConditionContext): TargetReader {
  const ids = draft.children.map((option) => option.id);
  const options = new Set(ids);
  const shown = ids.slice(0, 20);
  const suggest = suggester(context.renamed);
  return (rule, key) => {
    const node = child(rule, key);
    const one = sitedText(node);
    const names = one === undefined ? sitedTexts(node) : [one];
    const to = names.flatMap((name) => {
      const id = safeId(name.value);
      if (options.has(id)) return [id];
      const suggestion = suggest(name.value, ids);
      const args = {
        id: name.value,
        section: draft.id,
        options: shown,
        ...(suggestion === undefined ? {} : { suggestion }),
      };
      context.findings.push(found('pathway/unknown-option', name.span, args));
      return [];
    });
    return [...new Set(to)];
  };
}

/** A rule whose options or whose condition are lost is left out: without its condition it would always hold. */
function readRule(rule: YamlMap, target: TargetReader, context: ConditionContext): RouteRule | undefined {
  const isLast = rule.entries.has('otherwise');
  const to = target(rule, isLast ? 'otherwise' : 'to');
  const when = isLast ? undefined : readCondition(child(rule, 'when'), context);
  if (to.length === 0 || (!isLast && when === undefined)) return undefined;
  const result: RouteRule = { ...(when === undefined ? {} : { when }), to };
  context.spans.set(result, rule.span, spansOf(rule.entries));
  return result;
}
