import type { LoadedCourse } from '../load/loaded.ts';
import { resolveRef } from '../load/resolve.ts';
import { type Accent, type AccentVariants, accentOf } from './accent.ts';
import type { Media } from './media.ts';

/** The course's own style sheet: its accent, then what the author wrote. Undefined when there is neither. */
export function themeCss(
  loaded: LoadedCourse,
  media: Media,
  textOf: (path: string) => string,
): string | undefined {
  const { accent, css } = loaded.settings.theme;
  const own =
    css === undefined ? undefined : resolveRef(loaded, 'course.yaml', { kind: 'download', target: css });
  const parts = [
    accent === undefined ? undefined : accentCss(accentOf(accent)),
    own?.type === 'asset' ? withMedia(own.path, textOf(own.path), loaded, media) : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join('\n');
}

/** The custom properties of an accent for light and dark pages. */
export function accentCss({ light, dark }: Accent): string {
  return `:root{${properties(light)}}\n@media (prefers-color-scheme:dark){:root{${properties(dark)}}}\n`;
}

function properties(variants: AccentVariants): string {
  const { accent, fill, onFill, soft, line } = variants;
  return `--accent:${accent};--accent-fill:${fill};--on-accent:${onFill};--accent-soft:${soft};--accent-line:${line}`;
}

/** Joins `url(…)` to the files of the course: fonts and pictures of the theme are carried like other media. */
function withMedia(file: string, css: string, loaded: LoadedCourse, media: Media): string {
  return css.replace(/url\(\s*(["']?)([^"')]+)\1\s*\)/g, (whole, _quote: string, target: string) => {
    if (target.startsWith('#')) return whole;
    const to = resolveRef(loaded, file, { kind: 'image', target });
    return to.type === 'asset' ? `url("../${media.use(to.path)}")` : whole;
  });
}
