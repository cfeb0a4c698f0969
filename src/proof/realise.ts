import type { Course } from '../model/course.ts';
import type { ItemId } from '../model/ids.ts';
import { lookup } from '../path/index.ts';
import { bestOutcome } from './scores.ts';
import type { Slice } from './slice.ts';
import type { Step } from './types.ts';

/**
 * The steps in the whole course that a story in a slice of it stands for. `through` gives a way through a section that
 * was proved on its own.
 */
export function realise(
  course: Course,
  slice: Slice,
  steps: readonly Step[],
  through: (section: ItemId) => readonly Step[] | undefined,
): Step[] {
  const index = lookup(course);
  const itemOf = (id: ItemId) => course.items[index.at.get(id) ?? -1];
  const opened = new Set<ItemId>();
  const story: Step[] = [];
  const add = (step: Step) => {
    if (step.type === 'open') {
      if (opened.has(step.item)) return;
      opened.add(step.item);
    }
    story.push(step);
  };

  /** All steps that clear an item, from its opening on. */
  function clearing(id: ItemId): readonly Step[] {
    const item = itemOf(id);
    const own = through(id);
    if (!item) return [];
    if (own) return own;
    switch (item.kind) {
      case 'module':
        return [
          { type: 'open', item: id },
          { type: 'finish', item: id },
        ];
      case 'quiz': {
        return [
          { type: 'open', item: id },
          { type: 'submit', quiz: id, ...bestOutcome(item) },
        ];
      }
      case 'section': {
        const required = item.children.filter(
          (child) => slice.isThorough || itemOf(child)?.optional === false,
        );
        if (item.type === 'random-access' && item.finish !== undefined && !slice.isThorough)
          return clearing(item.finish);
        if (item.type !== 'dynamic-branching') return required.flatMap(clearing);
        return item.by.type === 'choose' ? item.children.slice(0, item.by.count).flatMap(clearing) : [];
      }
    }
  }

  for (const step of steps) {
    if ((step.type !== 'open' && step.type !== 'finish') || !slice.standIns.has(step.item)) {
      add(step);
      continue;
    }
    const [first, ...rest] = clearing(step.item);
    if (step.type === 'open') {
      if (first) add(first);
      continue;
    }
    for (const next of rest) add(next);
    for (const other of slice.groups.get(step.item) ?? []) for (const next of clearing(other)) add(next);
  }
  return story;
}
