import type { RefKind } from '../../load/source.ts';

const WEB: ReadonlySet<string> = new Set(['http', 'https']);
const LINKS: ReadonlySet<string> = new Set(['http', 'https', 'mailto', 'tel']);

/**
 * The scheme of an address that must not come onto a page, or undefined for a safe one. Browsers drop
 * control characters and blanks from addresses before they look for the scheme, so this does too
 * (https://url.spec.whatwg.org/#concept-basic-url-parser).
 */
export function schemeProblem(target: string, kind: RefKind): string | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what browsers drop
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(target.replace(/[\u0000-\u0020]+/g, ''))?.[1]?.toLowerCase();
  if (scheme === undefined || (kind === 'link' ? LINKS : WEB).has(scheme)) return undefined;
  return scheme;
}
