/** Parts of answer keys (`QuestionKind.answerKey`) that several types share. */

/** The ids of what is right, whatever the order on the page. */
export function rightOf(
  options: readonly { readonly id: string; readonly correct: boolean }[],
): readonly string[] {
  return sorted(options.filter(({ correct }) => correct).map(({ id }) => id));
}

/** A number without what is said to it. */
export function numberKey({
  value,
  margin,
}: {
  readonly value: number;
  readonly margin: number;
}): readonly number[] {
  return [value, margin];
}

/** In an order that does not depend on the author's. */
export function sorted<T extends string | readonly string[]>(values: readonly T[]): readonly T[] {
  return [...values].sort((a, b) => (String(a) < String(b) ? -1 : 1));
}
