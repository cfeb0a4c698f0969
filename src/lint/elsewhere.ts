import type { ItemId } from '../model/ids.ts';
import type { Evaluation } from '../path/index.ts';

/** An option that a learner does not have, and what there is instead. */
export interface Aside {
  readonly section: ItemId;
  readonly option: ItemId;
  readonly by: 'choose' | 'route';
  /** What the learner chose, or was sent to. */
  readonly chosen: readonly ItemId[];
}

/** The option around a place (or the place itself) that the learner chose otherwise than, or was not sent to. */
export function elsewhere(world: Evaluation, at: number): Aside | undefined {
  const { nodes } = world.index;
  for (let child = nodes[at]; child; child = nodes[child.parent]) {
    const section = nodes[child.parent];
    if (section?.item.kind !== 'section' || section.item.type !== 'dynamic-branching') continue;
    const chosen = world.chosen(section.at);
    if (chosen.length === 0 || chosen.includes(child.at) || world.open(child.at)) continue;
    if (!section.rules && world.blocker(child.at) === undefined) continue;
    return {
      section: section.item.id,
      option: child.item.id,
      by: section.rules ? 'route' : 'choose',
      chosen: chosen.flatMap((place) => nodes[place]?.item.id ?? []),
    };
  }
  return undefined;
}
