import { anchorOf } from '../../templates/site/map.tsx';
import type { PageWords } from '../../templates/site/words.ts';
import { escapeHtml } from '../compile/escape.ts';
import { isTextWord } from '../compile/placeholder.ts';
import type { LoadedCourse } from '../load/loaded.ts';
import { type Resolved, resolveRef } from '../load/resolve.ts';
import type { Ref } from '../load/source.ts';
import { domId } from '../model/anchor.ts';
import type { Html } from '../model/question.ts';
import type { Media } from './media.ts';

/** What linking one page needs and finds out. */
export interface LinkContext {
  readonly loaded: LoadedCourse;
  readonly media: Media;
  readonly transcript: ((path: string) => Html) | undefined;
  /** A caption file as a `data:` address; undefined where it has to stay a file. */
  readonly captions: (path: string) => string | undefined;
  /** The place of each item's page, relative to the site's root. */
  readonly hrefs: ReadonlyMap<string, string>;
  readonly words: PageWords;
}

export interface Linker {
  /** Joins the references of a piece of HTML that was compiled from the page's file. */
  readonly link: (html: Html) => Html;
  /** Other sites that images and media come from: what the policy has to allow. Grows while linking. */
  readonly origins: ReadonlySet<string>;
}

const ATTRIBUTE = / ([a-z]+)="\uE000([wh]?)(\d+)\uE001"/g;
const TRANSCRIPT = /\uE000t(\d+)\uE001/g;
const WORD = /\uE000([kab])([a-zA-Z]+|[\d-]+)\uE001/g;

/**
 * Joins the references of one page, as a linker does: placeholders become addresses relative to it.
 *
 * @param file the source, below the course folder
 * @param root the way from the page to the site's root
 */
export function createLinker(context: LinkContext, file: string, refs: readonly Ref[], root: string): Linker {
  const { loaded, media, transcript, words } = context;
  const origins = new Set<string>();
  const resolved = new Map<number, Resolved>();
  const resolve = (index: number): { ref: Ref; to: Resolved } | undefined => {
    const ref = refs[index];
    if (ref === undefined) return undefined;
    const to = resolved.get(index) ?? resolveRef(loaded, file, ref);
    resolved.set(index, to);
    return { ref, to };
  };

  const attribute = (name: string, side: string, index: number): string => {
    const found = resolve(index);
    if (found === undefined) return '';
    const { ref, to } = found;
    if (side !== '') {
      if (to.type !== 'asset') return '';
      const size = side === 'w' ? media.facts(to.path).width : media.facts(to.path).height;
      return size === undefined ? '' : ` ${name}="${Math.round(size)}"`;
    }
    const inline = ref.kind === 'captions' && to.type === 'asset' ? context.captions(to.path) : undefined;
    const address = inline ?? addressOf(to);
    if (address === undefined) return '';
    if (to.type === 'external' && ref.kind !== 'link') origins.add(new URL(to.url).origin);
    const definition = to.type === 'term' ? ` title="${escapeHtml(to.entry.definition.text)}"` : '';
    return ` ${name}="${escapeHtml(address)}"${definition}`;
  };

  const addressOf = (to: Resolved): string | undefined => {
    switch (to.type) {
      case 'item': {
        const href = context.hrefs.get(to.item);
        return href === undefined ? undefined : root + href + fragment(to.anchor);
      }
      case 'section':
        return `${root}index.html#${anchorOf({ id: to.item })}`;
      case 'home':
        return `${root}index.html`;
      case 'glossary':
        return `${root}glossary.html${fragment(to.anchor)}`;
      case 'term':
        return `${root}glossary.html${fragment(to.entry.slug)}`;
      case 'asset':
        return root + media.use(to.path);
      case 'external':
        return to.url;
      default:
        return undefined;
    }
  };

  const link = (html: Html): Html => {
    if (!html.includes('\uE000')) return html;
    return (
      html
        .replace(ATTRIBUTE, (_, name: string, side: string, index: string) =>
          attribute(name, side, Number(index)),
        )
        .replace(TRANSCRIPT, (_, index: string) => {
          const to = resolve(Number(index))?.to;
          return to?.type === 'asset' && transcript !== undefined ? transcript(to.path) : '';
        })
        // Last, since transcripts hold words as well.
        .replace(WORD, (_, place: string, name: string) => {
          if (place === 'b') return escapeHtml(words.backTo(name));
          const text = isTextWord(name) ? escapeHtml(words[name]) : '';
          return place === 'a' || words.lang === undefined
            ? text
            : `<span lang="${words.lang}">${text}</span>`;
        })
    );
  };
  return { link, origins };
}

function fragment(anchor: string | undefined): string {
  return anchor === undefined ? '' : `#${domId(anchor)}`;
}
