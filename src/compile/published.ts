import type { LoadedCourse } from '../load/loaded.ts';
import { readSource } from '../load/read-source.ts';
import { resolveRef } from '../load/resolve.ts';
import type { Finding } from '../model/diagnostic.ts';
import type { CourseFiles } from '../model/files.ts';
import type { Span } from '../model/span.ts';
import type { CompileFindings } from './findings.ts';

/** Larger files are not searched, in bytes. */
const LIMIT = 1024 * 1024;

/** What runs when an SVG file is opened: scripts, handlers, HTML inside, addresses that are scripts. */
const ACTIVE = /<(?:\w+:)?script\b|[\s"'/]on[a-z]+\s*=|<(?:\w+:)?foreignObject\b|javascript:/i;

/** What a style sheet loads: `url(…)` and `@import "…"`. Each part is bounded: a hostile file must not take long. */
const LOADS = /url\(\s{0,8}["']?([^"'()\r\n]{1,2000})|@import\s{1,8}["']([^"'\r\n]{1,2000})/gi;

/** Checks files that the site publishes as they are: SVG images that run code, and what the theme loads. */
export function checkPublished(loaded: LoadedCourse, files: CourseFiles): Finding[] {
  const findings: Finding[] = [];
  const report = <Id extends keyof CompileFindings>(rule: Id, args: CompileFindings[Id], span: Span) => {
    findings.push({ rule, args, span });
  };
  const seen = new Set<string>();
  const sources = [...loaded.pages.values(), ...loaded.quizzes.values()];
  for (const ref of [...sources.flatMap((source) => source.refs), ...loaded.refs]) {
    const to = resolveRef(loaded, ref.span.file, ref);
    if (to.type !== 'asset' || !/\.svg$/i.test(to.path) || seen.has(to.path)) continue;
    seen.add(to.path);
    const match = ACTIVE.exec(readSource(files, to.path, LIMIT).file.text);
    if (match !== null) report('image/active-svg', { path: to.path, what: match[0].trim() }, ref.span);
  }
  const { css } = loaded.settings.theme;
  const sheet =
    css === undefined ? undefined : resolveRef(loaded, 'course.yaml', { kind: 'download', target: css });
  const place = loaded.refs.find((ref) => ref.target === css && ref.kind === 'download')?.span;
  if (sheet?.type !== 'asset' || place === undefined) return findings;
  for (const match of withoutComments(readSource(files, sheet.path, LIMIT).file.text).matchAll(LOADS)) {
    const target = (match[1] ?? match[2] ?? '').trim();
    if (target === '' || target.startsWith('#') || /^data:/i.test(target)) continue;
    const to = resolveRef(loaded, sheet.path, { kind: 'image', target });
    const problem = to.type === 'external' ? 'remote' : match[2] !== undefined ? 'import' : 'missing';
    if (to.type !== 'asset' || problem === 'import')
      report(
        'theme/url',
        { file: sheet.path, target, problem: to.type === 'asset' ? 'import' : problem },
        place,
      );
  }
  return findings;
}

function withoutComments(css: string): string {
  const kept: string[] = [];
  let at = 0;
  for (let open = css.indexOf('/*'); open >= 0; open = css.indexOf('/*', at)) {
    kept.push(css.slice(at, open));
    const close = css.indexOf('*/', open + 2);
    if (close < 0) return kept.join(' ');
    at = close + 2;
  }
  return [...kept, css.slice(at)].join(' ');
}
