import { isFields } from '../model/fields.ts';
import type { SealedQuestion } from '../questions/question.ts';
import { one } from './dom.ts';

/** The sealed questions of the page (`src/site/seal.ts`); undefined when it has none. */
export function sealedQuestions(): string | undefined {
  const text = one('#page-data')?.textContent;
  const data: unknown = text ? JSON.parse(text) : undefined;
  return isFields(data) && typeof data.sealed === 'string' && data.sealed ? data.sealed : undefined;
}

/** Reads them. Rejects when they are damaged. */
export async function unseal(sealed: string): Promise<readonly SealedQuestion[]> {
  const bytes = Uint8Array.from(atob(sealed), (unit) => unit.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const questions: unknown = await new Response(stream).json();
  return Array.isArray(questions) ? questions.filter(isQuestion) : [];
}

/** The site wrote it; this only tells a question from damage. */
function isQuestion(value: unknown): value is SealedQuestion {
  return isFields(value) && typeof value.key === 'string' && typeof value.type === 'string';
}
