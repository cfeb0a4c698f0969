const EMBEDS: Readonly<Record<string, string>> = {
  youtube: 'https://www.youtube-nocookie.com',
  vimeo: 'https://player.vimeo.com',
};

/** How captions begin that stand in the page itself. */
export const CAPTIONS = 'data:text/vtt;base64,';

/** What one page may load besides the site's own files. */
export interface PolicyNeeds {
  /** SHA-256 in base64 of each inline script and style. */
  readonly scripts: readonly string[];
  readonly styles?: readonly string[];
  /** Sites that the author's images and media come from. */
  readonly origins?: Iterable<string>;
  /** The page's HTML: embedded players and captions are allowed where they stand. */
  readonly html?: string;
  /** For `course dev`. */
  readonly connect?: boolean;
}

/** The content security policy of a page (https://www.w3.org/TR/CSP3/): nothing but what it uses. */
export function contentPolicy(needs: PolicyNeeds): string {
  const hashes = (list: readonly string[] = []) => list.map((hash) => ` 'sha256-${hash}'`).join('');
  const origins = [...(needs.origins ?? [])]
    .sort()
    .map((origin) => ` ${origin}`)
    .join('');
  const captions = needs.html?.includes(CAPTIONS) === true ? ' data:' : '';
  const frames = embedsIn(needs.html ?? '').map((name) => EMBEDS[name]);
  return [
    "default-src 'none'",
    `script-src 'self'${hashes(needs.scripts)}`,
    `style-src 'self'${hashes(needs.styles)}`,
    `img-src 'self'${origins}`,
    `media-src 'self'${captions}${origins}`,
    "font-src 'self'",
    ...(needs.connect === true ? ["connect-src 'self'"] : []),
    ...(frames.length > 0 ? [`frame-src ${frames.join(' ')}`] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** What the portable edition's one file may load: nothing but what stands in it, or beside it where `files` says so. */
export function portablePolicy(needs: {
  /** SHA-256 in base64 of each script and style sheet. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  readonly origins: Iterable<string>;
  /** The HTML of its pages. */
  readonly pages: readonly string[];
  readonly files: boolean;
}): string {
  const hashes = (list: readonly string[]) => list.map((hash) => ` 'sha256-${hash}'`).join('');
  const origins = [...needs.origins].sort().map((origin) => ` ${origin}`);
  const media = `data: blob:${needs.files ? " 'self'" : ''}${origins.join('')}`;
  const frames = [...new Set(needs.pages.flatMap(embedsIn))].sort().map((name) => EMBEDS[name]);
  return [
    "default-src 'none'",
    `script-src${hashes(needs.scripts)}`,
    `style-src${hashes(needs.styles)}`,
    `img-src ${media}`,
    `media-src ${media}`,
    'font-src data:',
    ...(frames.length > 0 ? [`frame-src ${frames.join(' ')}`] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function embedsIn(html: string): string[] {
  const names = new Set<string>();
  // A plain search first: most pages have none, and there may be thousands.
  if (!html.includes(' data-embed="')) return [];
  for (const [, name] of html.matchAll(/ data-embed="([a-z]+)"/g)) {
    if (name !== undefined && Object.hasOwn(EMBEDS, name)) names.add(name);
  }
  return [...names].sort();
}
