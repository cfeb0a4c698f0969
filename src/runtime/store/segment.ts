/**
 * Many events in one text: groups of events that have the same fields, each the first event as it is, then for each
 * other how far its counter and its clock went on, and what else differs from the one before.
 */
export interface Segment {
  readonly groups: readonly Group[];
}

export type Group = readonly [first: Packed, ...rest: Step[]];

/** How far counter and clock went on, and the other fields that differ. */
export type Step = readonly [n: number, at: number, other?: Readonly<Record<string, unknown>>];

/** An event as it was written, with fields that this version may not know. */
export type Packed = Readonly<Record<string, unknown>> & { readonly n: number; readonly at: number };

/** The events in a text, of which each is yet to be checked. Throws for a text that is no segment. */
export function unpack(text: string): unknown[] {
  const { groups }: Segment = JSON.parse(text);
  return groups.flatMap(([first, ...rest]) => {
    let last = first;
    // Spreading defines own fields, whatever they are called.
    return [
      first,
      ...rest.map(([n, at, other]) => (last = { ...last, n: last.n + n, at: last.at + at, ...other })),
    ];
  });
}
