import { deflateSync, strToU8 } from 'fflate';
import type { SealedQuestion } from '../questions/question.ts';

/**
 * The questions of a page as it carries them: base64 of the raw deflate (RFC 1951) of their JSON in UTF-8, which browsers
 * read with `DecompressionStream` (`src/runtime/unseal.ts`). Small, and no key can be read at a glance; no secret either.
 */
export function seal(questions: readonly SealedQuestion[], base64: (data: Uint8Array) => string): string {
  return base64(deflateSync(strToU8(JSON.stringify(questions)), { level: 9 }));
}
