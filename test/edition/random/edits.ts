import { streamFor } from '../../../src/simulate/random.ts';
import type { CourseFolder } from '../../fixtures/harness/complete.ts';
import type { Compiled } from './compiled.ts';
import { Draft } from './draft.ts';
import { itemEdits } from './edit-items.ts';
import { questionEdits } from './edit-questions.ts';
import { settingEdits } from './edit-settings.ts';

import { Names } from './names.ts';

/** Changes the sources; false where the course has nothing of the kind, and nothing that matters was changed. */
export type Edit = (draft: Draft) => boolean;

const edits: Readonly<Record<string, Edit>> = { ...itemEdits, ...questionEdits, ...settingEdits };

export const editNames: readonly string[] = Object.keys(edits);

/** An edit by its name, with what decides where it strikes. */
export interface ChosenEdit {
  readonly name: string;
  readonly seed: number;
}

/** The sources after some edits, with what these mean for names (also for those of `earlier` editions); undefined where none of them could be made. */
export function edited(
  compiled: Compiled,
  chosen: readonly ChosenEdit[],
  earlier?: Names,
): { readonly folder: CourseFolder; readonly names: Names; readonly made: readonly string[] } | undefined {
  const names = new Names(compiled);
  const draft = new Draft(compiled.folder, streamFor(0, ''), [names, ...(earlier ? [earlier] : [])]);
  const made = chosen.flatMap(({ name, seed }) => {
    draft.random = streamFor(seed, name);
    return edits[name]?.(draft) ? [name] : [];
  });
  return made.length > 0 ? { folder: draft.folder(), names, made } : undefined;
}
