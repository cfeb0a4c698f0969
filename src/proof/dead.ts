import type { Course, Section } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { lookup, rulesOf } from '../path/lookup.ts';
import type { Knowledge } from './knowledge.ts';
import type { Goal } from './reached.ts';
import { everything } from './search.ts';
import type { PathFinding } from './types.ts';
import { deciderOf, hasGap, nameIn, wantedOf } from './wanted.ts';

/** What nobody reaches, and routes in which some find no rule; `traps` is whether somebody cannot finish. */
export function findDead(known: Knowledge, traps: boolean): PathFinding[] {
  const findings: PathFinding[] = [];
  const undecided: PathFinding[] = [];
  if (!traps) meetEverybody(known);
  for (const { goal, finding, keep } of wantedOf(known.course)) {
    if (known.reached.has(goal) || follows(known, finding)) continue;
    // Where too much hangs together to look at it, that was said already.
    if (known.tooLarge.has(nameIn(goal))) continue;
    if (!known.settle(goal, keep)) undecided.push(finding);
    else if (known.reached.has(goal)) continue;
    else if (finding.type !== 'dead-item') findings.push(finding);
    else {
      const witness = known.glimpse(`seen ${finding.item}`, keep);
      findings.push(witness ? { ...finding, type: 'never-open', witness } : finding);
    }
  }
  tellUndecided(known, undecided);
  for (const item of known.course.items) {
    if (!hasGap(item) || !known.reached.has(`open ${item.parent ?? item.id}`)) continue;
    const witness = known.shortest(`gap ${item.id}`, { items: [item.id] });
    if (witness) findings.push({ type: 'route-gap', section: item.id, witness });
  }
  return findings;
}

/** Said of each by itself, unless all the effort was used up before. */
function tellUndecided({ searcher, unproved }: Knowledge, undecided: readonly PathFinding[]): void {
  const [first] = undecided;
  if (!first) return;
  const namesIn = (finding: PathFinding): ItemId[] =>
    'item' in finding ? [finding.item] : 'section' in finding ? [finding.section] : [];
  const { states } = searcher;
  if (searcher.isExhausted())
    unproved.push({ claim: deciderOf(first), items: undecided.flatMap(namesIn), states });
  else
    for (const finding of undecided)
      unproved.push({ claim: deciderOf(finding), items: namesIn(finding), states });
}

/** Where nobody is trapped, everybody comes to what has no door before it. */
function meetEverybody(known: Knowledge): void {
  if (known.isPlain) return;
  const { prepared, components } = known.unreached('exact');
  if (!components) return;
  const grouped = new Set(components.flatMap((component) => [...component]));
  for (const goal of everything(prepared, everybodys(prepared.slice.course, grouped)))
    known.reached.add(goal);
}

/** What stands in nobody's way and has no door before it. */
function* everybodys(whole: Course, grouped: ReadonlySet<string>): Generator<Goal> {
  const free = new Set<ItemId>();
  for (const item of whole.items) {
    const isFree =
      !grouped.has(item.id) && (item.parent === undefined || free.has(item.parent)) && !rulesOf(item)?.length;
    if (isFree) free.add(item.id);
  }
  // A section is there for everybody when something in it is.
  const there = new Set<ItemId>();
  for (const { id, kind, parent } of whole.items.toReversed()) {
    if (!free.has(id) || (kind === 'section' && !there.has(id))) continue;
    if (parent !== undefined) there.add(parent);
    yield `seen ${id}`;
    yield `open ${id}`;
    yield `cleared ${id}`;
  }
}

/** Whether nobody can get there because nobody gets to something before it. */
function follows(known: Knowledge, finding: PathFinding): boolean {
  if (finding.type === 'dead-route') return !known.reached.has(`open ${finding.section}`);
  if (finding.type !== 'dead-item') return false;
  const { nodes, at } = lookup(known.course);
  const node = nodes[at.get(finding.item) ?? -1];
  const section = nodes[node?.parent ?? -1]?.item;
  if (!node || section?.kind !== 'section') return false;
  if (!known.reached.has(`open ${section.id}`)) return true;
  return inOrder(section).some((id) => {
    const other = nodes[at.get(id) ?? -1];
    if (!other || other.at >= node.at || other.item.optional || known.reached.has(`cleared ${id}`))
      return false;
    // Nobody may have come so far yet.
    known.settle(`cleared ${id}`, { items: [id] });
    return !known.reached.has(`cleared ${id}`);
  });
}

/** The children that are taken in turn. */
function inOrder(section: Section): readonly ItemId[] {
  return section.type === 'linear' || section.type === 'hurdles' ? section.children : [];
}
