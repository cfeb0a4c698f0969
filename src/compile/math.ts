import temml from 'temml';

/** MathML, or why there is none. */
export type MathResult = { readonly html: string } | { readonly reason: string };

/**
 * Turns TeX into MathML that needs no script and no fonts. Temml writes inline styles, which the site's
 * content security policy refuses: colours become `mathcolor`, the rest is left out.
 */
export function renderMath(tex: string, display: boolean): MathResult {
  try {
    const html = temml.renderToString(tex, {
      displayMode: display,
      throwOnError: true,
      trust: false,
      maxExpand: 1000,
      maxSize: [50, 500],
    });
    return { html: html.replace(/ style="([^"]*)"/g, (_, style: string) => colour(style)) };
  } catch (error) {
    if (error instanceof RangeError) return { reason: 'it is nested too deeply' };
    if (error instanceof Error) return { reason: error.message.trim() };
    throw error;
  }
}

/** Quotes in text and values are escaped by Temml, so a style attribute cannot hold one. */
function colour(style: string): string {
  const value = /(?:^|;)color:(#[0-9a-f]{3,8}|[a-z]+)/i.exec(style)?.[1];
  return value === undefined ? '' : ` mathcolor="${value}"`;
}
