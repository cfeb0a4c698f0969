import type { Finding } from '../model/diagnostic.ts';
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
  return findings.filter((finding) => !isRepeated(finding));
}

function overlap(a: Span, b: Span): boolean {
  return a.file === b.file && a.start < b.end && b.start < a.end;
}
