import { choices } from './words.ts';

/** What a draw asks of a question, after "is" or "are": "`hard` and tagged `salt`"; "in `loaf-bank`" where it takes any. */
export function wanted({
  banks,
  tags,
  difficulties,
}: {
  readonly banks: readonly string[];
  readonly tags: readonly string[];
  readonly difficulties: readonly string[];
}): string {
  const asks = [
    ...(difficulties.length > 0 ? [choices(difficulties)] : []),
    ...(tags.length > 0 ? [`tagged ${choices(tags)}`] : []),
  ];
  return asks.length === 0 ? `in ${choices(banks)}` : asks.join(' and ');
}
