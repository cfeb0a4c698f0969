import type { Course } from '../model/course.ts';
import type { Related } from '../model/diagnostic.ts';
import type { ItemId } from '../model/ids.ts';
import type { LintContext } from './context.ts';
import { whyNoRoute } from './dead-route.ts';
import type { Verdict } from './verdicts.ts';
import { code } from './words.ts';

/** The section whose route leaves somebody without an option, if that is what was found. */
export function gapOf({ rule, finding, section }: Verdict): ItemId | undefined {
  if (finding.type === 'route-gap') return finding.section;
  return rule === 'path/route-gap' ? section : undefined;
}

/** The options of a routed section that no rule names. */
export function unnamed(context: Pick<LintContext, 'items'>, id: ItemId): readonly ItemId[] {
  const section = context.items.get(id);
  if (section?.kind !== 'section' || section.type !== 'dynamic-branching' || section.by.type !== 'route')
    return [];
  const named = new Set(section.by.rules.flatMap(({ to }) => to));
  return section.children.filter((option) => !named.has(option));
}

/**
 * A gap in a route, a rule of it that holds for nobody and an option that no rule names are mostly one slip: they become one
 * verdict, which shows those places.
 */
export function gapsWithTheirRules(
  context: LintContext,
  course: Course,
  verdicts: readonly Verdict[],
): Verdict[] {
  const gaps = new Set(verdicts.flatMap((verdict) => gapOf(verdict) ?? []));
  const beside = new Map<ItemId, Related[]>(
    [...gaps].map((gap) => [
      gap,
      unnamed(context, gap).flatMap((option) => {
        const item = context.items.get(option);
        return item ? [{ message: `no rule names ${code(option)}`, span: context.entry(item) }] : [];
      }),
    ]),
  );
  const kept = verdicts.filter(({ finding, span }) => {
    if (finding.type === 'dead-item') {
      const parent = context.items.get(finding.item)?.parent;
      return !(parent && gaps.has(parent) && unnamed(context, parent).includes(finding.item));
    }
    const list = finding.type === 'dead-route' ? beside.get(finding.section) : undefined;
    if (finding.type !== 'dead-route' || list === undefined) return true;
    const reason = whyNoRoute(context, course, finding.section, finding.rule);
    if (reason) list.push({ message: `this rule sends nobody on: ${reason.why}`, span });
    return false;
  });
  return kept.map((verdict) => {
    const gap = gapOf(verdict);
    const more = gap === undefined ? undefined : beside.get(gap);
    return more === undefined ? verdict : { ...verdict, related: [...verdict.related, ...more] };
  });
}
