import type { Related } from '../model/diagnostic.ts';
import type { ItemId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import type { LintContext } from './context.ts';
import { itemOf, optionAround } from './option.ts';
import { code } from './words.ts';

/** Work that the certificate asks for and that only one way through a section offers. */
export interface CertificateAside {
  readonly item: ItemId;
  readonly option: ItemId;
  readonly section: ItemId;
  readonly others: readonly ItemId[];
  readonly span: Span;
  readonly related: readonly Related[];
}

/**
 * Where the certificate asks for work in an option that learners need not have. An author who means that says it with
 * `chosen`; where nobody gets the certificate at all, the proof has said so.
 */
export function* certificateAsides(context: LintContext): Iterable<CertificateAside> {
  const { course, items, place, entry } = context;
  const certificate = course?.certificate;
  const proof = context.proof();
  if (
    !course ||
    !certificate?.when ||
    !proof ||
    proof.findings.some(({ type }) => type === 'dead-certificate')
  )
    return;
  const asked = certificate.when.type === 'all' ? certificate.when.of : [certificate.when];
  const meant = new Set(asked.flatMap((part) => (part.type === 'chosen' ? part.option : [])));
  const told = new Set<ItemId>();
  for (const part of asked) {
    const item = itemOf(part);
    const found = item === undefined ? undefined : optionAround(item, items);
    if (item === undefined || !found || meant.has(found.option.id) || told.has(found.option.id)) continue;
    // Everybody who finishes has done it.
    if (course.complete && JSON.stringify(course.complete) === JSON.stringify(part)) continue;
    told.add(found.option.id);
    yield {
      item,
      option: found.option.id,
      section: found.section.id,
      others: found.others,
      span: place(part),
      related: [{ message: `the option ${code(found.option.id)}`, span: entry(found.option) }],
    };
  }
}
