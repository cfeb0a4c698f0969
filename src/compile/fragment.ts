import type { Fragment, FragmentCompiler } from '../load/source.ts';
import { Context } from './markdown/context.ts';
import { containerDepth, MAX_DEPTH, MAX_PAGE_SIZE } from './markdown/limits.ts';
import { render } from './markdown/render.ts';
import { parse } from './markdown/syntax.ts';
import { withoutPlaceholders } from './placeholder.ts';

/**
 * Compiles the Markdown of one YAML value: a prompt, an option, a definition. A single paragraph loses its
 * `<p>`; headings get no anchors, and a question directive is out of place.
 */
export const compileFragment: FragmentCompiler = (text, place, sink): Fragment => {
  const context = new Context({ file: place.file, text, toFile: place.toFile }, false, sink);
  const span = context.span(0, text.length);
  if (isPlain(text)) return { html: text, text, span };
  const refused = refusal(text);
  if (refused !== undefined) {
    context.findings.push({ ...refused, span });
    return { html: '', text: '', span };
  }
  return (
    guarded(context, () => ({
      ...render(context, parse(withoutPlaceholders(text)), { unwrap: true }),
      span,
    })) ?? {
      html: '',
      text: '',
      span,
    }
  );
};

const PLAIN = /^\p{L}(?:[\p{L}\p{M}\p{N} ,;'’“”"()?.%–—-]|: )*$/u;

/**
 * Is this a line without anything that Markdown could read as more than text? Most options, hints and definitions
 * are, and the parser takes 0.2 ms for each: 10 s for a glossary of 50,000 terms.
 */
export function isPlain(text: string): boolean {
  return PLAIN.test(text) && !text.endsWith(' ') && !text.includes('  ') && !/www\./i.test(text);
}

/** Why a text is too much for the parser, or undefined. */
export function refusal(
  text: string,
):
  | { readonly rule: 'markdown/too-large'; readonly args: { readonly size: number; readonly limit: number } }
  | { readonly rule: 'markdown/too-deep'; readonly args: { readonly limit: number } }
  | undefined {
  if (text.length > MAX_PAGE_SIZE) {
    return { rule: 'markdown/too-large', args: { size: text.length, limit: MAX_PAGE_SIZE } };
  }
  if (containerDepth(text) > MAX_DEPTH) return { rule: 'markdown/too-deep', args: { limit: MAX_DEPTH } };
  return undefined;
}

/**
 * Runs a step that walks the tree. Inline nesting (`*a *a *a …`) is not counted beforehand, so an overflow of
 * the stack is reported as what it is.
 */
export function guarded<T>(context: Context, step: () => T): T | undefined {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    context.report('markdown/too-deep', { limit: MAX_DEPTH }, context.span(0, context.source.text.length));
    return undefined;
  }
}
