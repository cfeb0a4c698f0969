import { browserFiles, questionLoads } from '../../src/cli/site-parts.ts';
import type { QuestionType } from '../../src/questions/question.ts';
import { languages } from '../../src/words/registry.ts';

/** What the scripts of each question type weigh, with what grades it: bytes of gzip, in the language that takes most. Asks for a built package. */
export function questionSizes(): ReadonlyMap<QuestionType, number> {
  const sizes = new Map<QuestionType, number>();
  for (const language of Object.keys(languages))
    for (const { type, own, late } of questionLoads(browserFiles(language)))
      sizes.set(type, Math.max(own + late, sizes.get(type) ?? 0));
  return sizes;
}

/**
 * Bytes as `0.8 KB`, rounded up to a tenth: pages made from it then do not change with every edit, nor with the zlib of
 * another version of Node.
 */
export function kilobytes(bytes: number): string {
  return `${(Math.ceil((bytes * 10) / 1024) / 10).toFixed(1)} KB`;
}
