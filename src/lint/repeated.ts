import type { Finding } from '../model/diagnostic.ts';
import { count } from '../model/quantities.ts';
import type { Span } from '../model/span.ts';

/** What the proof finds, as against what a look at one place shows. */
const PROVED =
  /^path\/(trap|dead-item|never-open|dead-route|route-gap|dead-badge|dead-certificate|unreachable-mastery|needs-hidden)$/;

/** Rules that see the same mistakes at one place, and say more about them. */
const SHARPER =
  /^(condition\/|path\/circular|competency\/no-questions|pathway\/(unrouted-option|rule-after-otherwise)|quiz\/(review-closed|review-nothing)|module\/done-without-)/;

/** Rules that guess what the proof knows: where it found something there, or shows that place, they are silent. */
const GUESSES = /^quiz\/attempts-without-policy$/;

/** One mistake, one finding: of two rules that speak of the same place the one stays that explains it better. */
export function withoutRepeated(findings: readonly Finding[]): Finding[] {
  const proved = findings.filter(({ rule }) => PROVED.test(rule));
  const sharper = findings.filter(({ rule }) => SHARPER.test(rule));
  const isRepeated = ({ rule, span }: Finding) =>
    (PROVED.test(rule) && sharper.some((other) => overlap(other.span, span))) ||
    (GUESSES.test(rule) &&
      proved.some((other) => [other, ...(other.related ?? [])].some((place) => overlap(place.span, span))));
  return withOneForEachMissing(findings.filter((finding) => !isRepeated(finding)));
}

/** How many of the other places are shown. */
const PLACES = 3;

/**
 * A competency that many questions name and nobody defined is one slip, told where it is named first. With an id that is almost right
 * each place has to be mended, and stays a finding.
 */
function withOneForEachMissing(findings: readonly Finding[]): Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const id = missingCompetency(finding);
    if (id !== undefined) groups.set(id, [...(groups.get(id) ?? []), finding]);
  }
  const first = new Map<Finding, readonly Finding[]>();
  const others = new Set<Finding>();
  for (const group of groups.values()) {
    const [one, ...rest] = group.sort(({ span: a }, { span: b }) =>
      a.file === b.file ? a.start - b.start : a.file < b.file ? -1 : 1,
    );
    if (one === undefined) continue;
    first.set(one, rest);
    for (const other of rest) others.add(other);
  }
  return findings.flatMap((finding) => {
    if (others.has(finding)) return [];
    const rest = first.get(finding) ?? [];
    if (rest.length === 0) return [finding];
    const more = rest.length - PLACES;
    const related = rest.slice(0, PLACES).map(({ span }, i) => ({
      message: i === PLACES - 1 && more > 0 ? `here too, and in ${count(more, 'more place')}` : 'here too',
      span,
    }));
    return [{ ...finding, related: [...(finding.related ?? []), ...related] }];
  });
}

function missingCompetency({ rule, args }: Finding): string | undefined {
  if (rule !== 'reference/unknown' || typeof args !== 'object' || args === null) return undefined;
  if (!('expected' in args) || args.expected !== 'competency' || !('id' in args)) return undefined;
  if (
    ('suggestion' in args && args.suggestion !== undefined) ||
    ('found' in args && args.found !== undefined)
  )
    return undefined;
  return String(args.id);
}

function overlap(a: Span, b: Span): boolean {
  return a.file === b.file && a.start < b.end && b.start < a.end;
}
