import type { Course, Item, RouteRule } from '../../src/model/course.ts';
import type { ItemId } from '../../src/model/ids.ts';
import { follow } from '../../src/proof/index.ts';
import type { PathFinding, Proof, Step } from '../../src/proof/types.ts';
import { judge, type OracleVerdict, Walk } from './oracle.ts';
import { sightOf } from './walks.ts';

/** What the proof says of a course and the oracle does not, or the other way round; empty when they agree. */
export function disagreements(course: Course, proof: Proof, verdict: OracleVerdict, limit: number): string[] {
  return [
    ...proof.unproved.map(({ claim }) => `not proved: ${JSON.stringify(claim)}`),
    ...trapClaims(proof, verdict),
    ...proof.findings.flatMap((finding) => {
      const wrong = wrongIn(course, finding, verdict, limit);
      return wrong === undefined ? [] : [`${nameOf(finding)}: ${wrong}`];
    }),
    ...missing(course, proof, verdict),
  ];
}

function trapClaims({ findings, unproved }: Proof, { trap }: OracleVerdict): string[] {
  const isFound = findings.some(({ type }) => type === 'trap');
  if (isFound === trap || unproved.some(({ claim }) => claim === 'trap')) return [];
  return [trap ? 'a trap was missed' : 'a trap that is none'];
}

function nameOf(finding: PathFinding): string {
  switch (finding.type) {
    case 'dead-item':
    case 'never-open':
      return `${finding.type} ${finding.item}`;
    case 'dead-route':
      return `${finding.type} ${finding.section}:${finding.rule}`;
    case 'route-gap':
      return `${finding.type} ${finding.section}`;
    case 'dead-badge':
      return `${finding.type} ${finding.badge}`;
    case 'unreachable-mastery':
      return `${finding.type} ${finding.competency}`;
    case 'trap':
    case 'dead-certificate':
      return finding.type;
  }
}

/** What is wrong with a finding, its story included; undefined when the oracle confirms it. */
function wrongIn(
  course: Course,
  finding: PathFinding,
  verdict: OracleVerdict,
  limit: number,
): string | undefined {
  switch (finding.type) {
    case 'trap': {
      const { witness, rest } = finding;
      const judgement = judge(course, witness, limit);
      if (judgement !== 'trap') return `the witness is: ${judgement}: ${JSON.stringify(witness)}`;
      const whole = [...witness, ...rest];
      return judge(course, whole, limit) === 'trap'
        ? (wrongStep(course, whole) ?? engineFinishes(course, whole))
        : 'the rest of the witness is not allowed';
    }
    case 'dead-item':
      return verdict.seen.has(finding.item) ? 'it is seen' : undefined;
    case 'never-open': {
      if (verdict.opened.has(finding.item)) return 'it is opened';
      const wrong = wrongStep(course, finding.witness);
      if (wrong !== undefined) return wrong;
      const { items } = walked(course, finding.witness).look();
      return items.some((item) => item.startsWith(`${finding.item}:locked`)) ? undefined : 'it is not seen';
    }
    case 'dead-route':
      return verdict.routes.has(`${finding.section}:${finding.rule}`) ? 'somebody follows it' : undefined;
    case 'route-gap':
      return (
        wrongStep(course, finding.witness) ??
        (walked(course, finding.witness).isInGap(finding.section) ? undefined : 'there is no gap')
      );
    case 'dead-badge':
      return verdict.badges.has(finding.badge) ? 'somebody earns it' : undefined;
    case 'dead-certificate':
      return verdict.certificate ? 'somebody gets it' : undefined;
    case 'unreachable-mastery':
      return verdict.mastered.has(finding.competency) ? 'somebody masters it' : undefined;
  }
}

function walked(course: Course, steps: readonly Step[]): Walk {
  const walk = new Walk(course);
  for (const step of steps) walk.take(step);
  return walk;
}

/** The first step that the oracle does not allow, or after which the engine sees something else. */
function wrongStep(course: Course, steps: readonly Step[]): string | undefined {
  const walk = new Walk(course);
  let moment = follow(course, []);
  for (const step of steps) {
    if (!walk.take(step)) return `not allowed: ${JSON.stringify(step)}`;
    moment = follow(course, [step], moment);
    if (JSON.stringify(walk.look()) !== JSON.stringify(sightOf(course, moment)))
      return `the engine sees it differently after ${JSON.stringify(step)}`;
  }
  return undefined;
}

function engineFinishes(course: Course, steps: readonly Step[]): string | undefined {
  return sightOf(course, follow(course, steps)).finished
    ? 'the engine says that the course is finished'
    : undefined;
}

/** What nobody reaches, says the oracle, and the proof neither says so nor names what it follows from. */
function missing(course: Course, { findings, unproved }: Proof, verdict: OracleVerdict): string[] {
  if (unproved.length > 0) return [];
  const found = new Set(findings.map(nameOf));
  const lacks = (name: string) => !found.has(name);
  // Rewards that nobody gets since nobody comes so far follow from what is in the way.
  const isBlocked = findings.some(
    ({ type }) => type === 'trap' || type === 'dead-item' || type === 'never-open',
  );
  const items = new Map(course.items.map((item) => [item.id, item]));
  return [
    ...course.items
      .filter((item) => !verdict.opened.has(item.id) && !follows(items, item, verdict))
      // What waits for something that is in the way itself.
      .filter((item) => !isBlocked || !(hasDoor(items, item) || hasDoorInside(items, item)))
      .map(({ id }) => `${verdict.seen.has(id) ? 'never-open' : 'dead-item'} ${id}`),
    ...course.items.flatMap((item) => {
      if (item.kind !== 'section' || item.type !== 'dynamic-branching' || item.by.type !== 'route') return [];
      if (!verdict.opened.has(item.id)) return [];
      return item.by.rules.flatMap(({ when }, rule) =>
        verdict.routes.has(`${item.id}:${rule}`) || (isBlocked && when)
          ? []
          : [`dead-route ${item.id}:${rule}`],
      );
    }),
    ...[...verdict.gaps]
      .filter((id) => verdict.opened.has(items.get(id)?.parent ?? id))
      .map((id) => `route-gap ${id}`),
    ...(isBlocked ? [] : rewards(course, verdict)),
  ]
    .filter(lacks)
    .map((name) => `missed: ${name}`);
}

/** Does a condition, or the rule of a route, decide whether the item, or a section around it, can be entered? */
function hasDoor(items: ReadonlyMap<ItemId, Item>, item: Item | undefined): boolean {
  if (!item) return false;
  const parent = items.get(item.parent ?? '');
  return isDoor(item) || isNamedOnlyWhen(parent, item.id) || hasDoor(items, parent);
}

/** Is the item itself behind a condition? A section whose route names nothing is not there. */
function isDoor(item: Item): boolean {
  const rules = rulesOf(item);
  return Boolean(item.when ?? item.requires ?? (rules && !rules.some(({ when }) => when === undefined)));
}

/** Is it an option that no rule names without a condition? */
function isNamedOnlyWhen(section: Item | undefined, id: ItemId): boolean {
  const rules = section && rulesOf(section);
  return rules !== undefined && !rules.some(({ when, to }) => when === undefined && to.includes(id));
}

function rulesOf(item: Item): readonly RouteRule[] | undefined {
  const isRouted = item.kind === 'section' && item.type === 'dynamic-branching' && item.by.type === 'route';
  return isRouted ? item.by.rules : undefined;
}

/** Is what stands in a section behind a condition? */
function hasDoorInside(items: ReadonlyMap<ItemId, Item>, item: Item): boolean {
  if (item.kind !== 'section') return false;
  return item.children.some((id) => {
    const child = items.get(id);
    return child !== undefined && (isDoor(child) || hasDoorInside(items, child));
  });
}

function rewards(course: Course, verdict: OracleVerdict): string[] {
  return [
    ...course.badges.filter(({ id }) => !verdict.badges.has(id)).map(({ id }) => `dead-badge ${id}`),
    ...course.competencies
      .filter(({ id }) => !verdict.mastered.has(id))
      .map(({ id }) => `unreachable-mastery ${id}`),
    ...(course.certificate && !verdict.certificate ? ['dead-certificate'] : []),
  ];
}

/** Is it closed because its section is never open, or an earlier required item never cleared? */
function follows(items: ReadonlyMap<ItemId, Item>, item: Item, { opened, cleared }: OracleVerdict): boolean {
  const section = items.get(item.parent ?? '');
  if (section?.kind !== 'section') return false;
  if (!opened.has(section.id)) return true;
  if (section.type !== 'linear' && section.type !== 'hurdles') return false;
  return section.children
    .slice(0, section.children.indexOf(item.id))
    .some((earlier) => items.get(earlier)?.optional === false && !cleared.has(earlier));
}
