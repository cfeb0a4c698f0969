import type { Finding } from '../model/diagnostic.ts';
import { shortDigest } from '../model/digest.ts';
import { idProblem, MAX_ID_LENGTH } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import { found, type LoadFindings } from './findings.ts';
import type { Sited } from './source.ts';

/** The id of a file that names none: its path below `folder` without the ending. */
export function idFromPath(path: string, folder: string): string {
  const below = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
  return below.replace(/\.[^./]+$/, '').normalize('NFC');
}

/**
 * The nearest id that can be: used in the place of an invalid one, so that the rest of the course can be
 * checked, and suggested to the author. The same for the same text, so that references still find it.
 */
export function safeId(id: string): string {
  if (idProblem(id) === undefined) return id;
  const parts = id
    .normalize('NFC')
    .split('/')
    .map((part) =>
      part
        .replace(/[^\p{L}\p{N}._-]+/gu, '-')
        .replace(/\.{2,}/g, '.')
        .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''),
    )
    .filter((part) => part !== '');
  const joined = parts
    .join('/')
    .slice(0, MAX_ID_LENGTH - 8)
    .replace(/[^\p{L}\p{N}]+$/u, '');
  for (const candidate of [joined, joined.split('/').map(usable).join('/')]) {
    if (candidate !== '' && idProblem(candidate) === undefined) return candidate;
  }
  return `id-${shortDigest(id)}`;
}

/** `con` as `con-1`, `con.a` as `con-1.a`: a name that is kept for something else, with as little change as can be. */
function usable(part: string): string {
  const problem = idProblem(part);
  return problem === 'reserved' || problem === 'windows-name' ? part.replace(/^[^.]+/, '$&-1') : part;
}

/**
 * The id in YAML that cannot be parsed, from its own line: so that a syntax error elsewhere in the file does not
 * make every reference to it look wrong too.
 */
export function idDespiteErrors(text: string, file: string): Sited<string> | undefined {
  const match = /^id:[ \t]+(["']?)([^\s"'#]{1,200})\1[ \t]*$/m.exec(text);
  const value = match?.[2];
  if (match === null || value === undefined) return undefined;
  const start = match.index + match[0].lastIndexOf(value);
  return { value, span: { file, start, end: start + value.length } };
}

type Owner = LoadFindings['id/invalid']['of'];

/** A usable form of an id, and the finding when the author's cannot be used. */
export function checkedId(
  id: string,
  span: Span,
  of: Owner,
  from: 'field' | 'path' = 'field',
): { readonly id: string; readonly findings: readonly Finding[] } {
  const problem = idProblem(id);
  if (problem === undefined) return { id, findings: [] };
  const suggestion = safeId(id);
  return { id: suggestion, findings: [found('id/invalid', span, { id, problem, of, from, suggestion })] };
}

/**
 * An id that is not taken: the stem, else `stem-2` to `stem-9`, else one with a number above how many there are,
 * since a hostile file can repeat one id 100,000 times.
 */
export function freeId(stem: string, taken: { has(id: string): boolean; readonly size: number }): string {
  if (!taken.has(stem)) return stem;
  for (let n = 2; ; n = n === 9 ? taken.size + 10 : n + 1) {
    if (!taken.has(`${stem}-${n}`)) return `${stem}-${n}`;
  }
}

/** `tell-the-shapes` as "Tell the shapes": the name of what has none. */
export function titleFromId(id: string): string {
  const words = id
    .slice(id.lastIndexOf('/') + 1)
    .replace(/[-_.]+/g, ' ')
    .trim();
  return words === '' ? id : words.charAt(0).toUpperCase() + words.slice(1);
}
