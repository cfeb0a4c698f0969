import type { ElementContent } from 'hast';
import type { LeafDirective } from 'mdast-util-directive';
import type { RefKind } from '../../load/source.ts';
import { escapeHtml } from '../escape.ts';
import { schemeProblem } from '../markdown/address.ts';
import type { Context } from '../markdown/context.ts';
import {
  labelPlaceholder,
  refPlaceholder,
  transcriptPlaceholder,
  withoutPlaceholders,
  wordPlaceholder,
} from '../placeholder.ts';
import { type Attributes, openingSpan, readAttributes } from './attributes.ts';

/** `::video[Title]{src captions poster transcript}` */
export function video(context: Context, node: LeafDirective, label: string): ElementContent {
  const attributes = readAttributes(context, node);
  const title = titleOf(context, node, label, attributes.get('src') ?? 'Video');
  const src = address(context, attributes, 'src', 'video');
  const poster = address(context, attributes, 'poster', 'poster');
  const captions = address(context, attributes, 'captions', 'captions');
  if (src === undefined) return context.slot('', title);
  if (captions === undefined) context.report('media/missing-captions', { title }, openingSpan(context, node));
  context.uses.media = true;
  context.videos.push(mediaKey(context.source.file, attributes.get('src') ?? ''));
  const track =
    captions === undefined
      ? ''
      : `<track kind="captions" label="${labelPlaceholder('captions')}" src="${captions}" default>`;
  const frame = poster === undefined ? '' : ` poster="${poster}"`;
  const player = `<video controls preload="metadata" playsinline aria-label="${clean(title)}"${frame} src="${src}">${track}</video>`;
  return medium(context, attributes, title, player);
}

/** `::audio[Title]{src transcript}` */
export function audio(context: Context, node: LeafDirective, label: string): ElementContent {
  const attributes = readAttributes(context, node);
  const title = titleOf(context, node, label, attributes.get('src') ?? 'Audio');
  const src = address(context, attributes, 'src', 'audio');
  if (src === undefined) return context.slot('', title);
  if (attributes.get('transcript') === undefined) {
    context.report('media/missing-transcript', { title }, openingSpan(context, node));
  }
  context.uses.media = true;
  const player = `<audio controls preload="metadata" aria-label="${clean(title)}" src="${src}"></audio>`;
  return medium(context, attributes, title, player);
}

function medium(context: Context, attributes: Attributes, title: string, player: string): ElementContent {
  const key = mediaKey(context.source.file, attributes.get('src') ?? '');
  const target = attributes.get('transcript');
  const transcript =
    target === undefined
      ? ''
      : `<details class="transcript"><summary>${wordPlaceholder('transcript')}</summary>${transcriptPlaceholder(
          context.ref('transcript', target, attributes.span('transcript')),
        )}</details>`;
  return context.slot(
    `<figure class="media" data-media="${clean(key)}">${player}${transcript}<figcaption>${clean(title)}</figcaption></figure>`,
    title,
  );
}

const services = {
  youtube: {
    name: 'YouTube',
    id: /^[\w-]{11}$/,
    fromAddress:
      /^(?:https?:)?\/\/(?:www\.|m\.)?(?:youtu\.be\/|youtube(?:-nocookie)?\.com\/(?:watch\?(?:[^#]*&)?v=|embed\/|shorts\/))([\w-]{11})(?![\w-])/,
    watch: (id: string) => `https://www.youtube.com/watch?v=${id}`,
  },
  vimeo: {
    name: 'Vimeo',
    id: /^\d{1,12}$/,
    fromAddress: /^(?:https?:)?\/\/(?:www\.|player\.)?vimeo\.com\/(?:video\/)?(\d{1,12})(?!\d)/,
    watch: (id: string) => `https://vimeo.com/${id}`,
  },
} as const;

/** `::youtube[Title]{id}`: a link, which the runtime turns into a player after a click. */
export function embed(
  context: Context,
  node: LeafDirective,
  service: keyof typeof services,
  label: string,
): ElementContent {
  const { name, id: pattern, fromAddress, watch } = services[service];
  const attributes = readAttributes(context, node);
  const title = titleOf(context, node, label, `${name} video`);
  const value = attributes.get('id');
  if (value === undefined) return context.slot('', title);
  // People paste the whole address; what it means is certain.
  const id = fromAddress.exec(value)?.[1] ?? value;
  if (!pattern.test(id)) {
    context.report('media/invalid-embed-id', { service, value }, attributes.span('id'));
    return context.slot('', title);
  }
  context.uses.media = true;
  return context.slot(
    `<div class="embed" data-embed="${service}" data-id="${id}" data-title="${clean(title)}">` +
      `<a href="${watch(id)}" rel="noopener noreferrer">${clean(title)} (${name})</a></div>`,
    title,
  );
}

/** `::download[Label]{src}` */
export function download(context: Context, node: LeafDirective, label: string): ElementContent {
  const attributes = readAttributes(context, node);
  const title = titleOf(context, node, label, attributes.get('src') ?? 'Download');
  const src = address(context, attributes, 'src', 'download');
  if (src === undefined) return context.slot('', title);
  return context.slot(`<p class="download"><a href="${src}" download>${clean(title)}</a></p>`, title);
}

function titleOf(context: Context, node: LeafDirective, label: string, fallback: string): string {
  if (label !== '') return label;
  context.report('markdown/missing-directive-label', { directive: node.name }, openingSpan(context, node));
  return fallback;
}

/** The placeholder for an attribute that names a file; undefined when it is not given or not safe. */
function address(context: Context, attributes: Attributes, name: string, kind: RefKind): string | undefined {
  const target = attributes.get(name);
  if (target === undefined) return undefined;
  const span = attributes.span(name);
  const scheme = schemeProblem(target, kind);
  if (scheme !== undefined) {
    context.report('link/unsafe-scheme', { target, scheme }, span);
    return undefined;
  }
  return refPlaceholder(context.ref(kind, target, span));
}

/** The path of the file below the course folder: stable as long as the file keeps its place. */
function mediaKey(file: string, target: string): string {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(target)) return target;
  const base = target.startsWith('/') ? [] : file.split('/').slice(0, -1);
  for (const part of target.split('/')) {
    if (part === '..') base.pop();
    else if (part !== '.' && part !== '') base.push(part);
  }
  return base.join('/');
}

function clean(text: string): string {
  return escapeHtml(withoutPlaceholders(text));
}
