import { child, number, oneOrMore, whole } from './read.ts';
import { head } from './schema/check.ts';
import type { DrawSource } from './source.ts';
import type { YamlMap } from './yaml.ts';

/** Is an entry of `questions` a draw? One that lacks `draw` by mistake still has no prompt. */
export function isDraw({ entries }: YamlMap): boolean {
  return entries.has('draw') || (entries.has('from') && !entries.has('prompt'));
}

/**
 * Reads a draw; undefined when what it draws, or from where, cannot be read: the schema has reported it.
 *
 * @param before how many of the quiz's own questions stand before it
 */
export function readDraw(map: YamlMap, before: number): DrawSource | undefined {
  const size = child(map, 'draw');
  const count = whole(size, 1);
  const from = oneOrMore(child(map, 'from'));
  if (size === undefined || count === undefined || from.length === 0) return undefined;
  const worth = child(map, 'points');
  const points = number(worth, 0);
  return {
    count: { value: count, span: size.span },
    from,
    // One alone is reported, and read as it was meant.
    tags: oneOrMore(child(map, 'tags')),
    difficulties: oneOrMore(child(map, 'difficulty')).flatMap(({ value, span }) =>
      value === 'easy' || value === 'medium' || value === 'hard' ? [{ value, span }] : [],
    ),
    ...(worth !== undefined && points && { points: { value: points, span: worth.span } }),
    before,
    span: head(map),
  };
}
