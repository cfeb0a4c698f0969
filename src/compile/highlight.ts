import type { LanguageFn } from 'highlight.js';
import hljs from 'highlight.js/lib/common';
import dart from 'highlight.js/lib/languages/dart';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import elixir from 'highlight.js/lib/languages/elixir';
import haskell from 'highlight.js/lib/languages/haskell';
import julia from 'highlight.js/lib/languages/julia';
import latex from 'highlight.js/lib/languages/latex';
import matlab from 'highlight.js/lib/languages/matlab';
import nginx from 'highlight.js/lib/languages/nginx';
import powershell from 'highlight.js/lib/languages/powershell';
import scala from 'highlight.js/lib/languages/scala';

/** Grammars that courses use and that are not in highlight.js' common set. */
const more: readonly (readonly [string, LanguageFn])[] = [
  ['dart', dart],
  ['dockerfile', dockerfile],
  ['elixir', elixir],
  ['haskell', haskell],
  ['julia', julia],
  ['latex', latex],
  ['matlab', matlab],
  ['nginx', nginx],
  ['powershell', powershell],
  ['scala', scala],
];
for (const [name, grammar] of more) hljs.registerLanguage(name, grammar);

/** Longer code is shown without colours: some grammars are slow on what they do not fit. */
const MAX_HIGHLIGHTED = 20_000;

/**
 * Code as escaped HTML with highlight.js' classes, or undefined when the language is not known (the code
 * then stays plain).
 */
export function highlight(code: string, language: string): string | undefined {
  if (code.length > MAX_HIGHLIGHTED || hljs.getLanguage(language) === undefined) return undefined;
  return hljs.highlight(code, { language, ignoreIllegals: true }).value;
}
