import type { Element } from 'hast';
import { escapeHtml } from '../../src/compile/escape.ts';
import type { Html } from '../../src/model/question.ts';
import { icon } from './icons.ts';
import { html, raw } from './raw.ts';
import type { Place, Step } from './types.ts';
import { langAttribute, type PageWords } from './words.ts';

const breadcrumbs = new WeakMap<Place['trail'], Map<string, Html>>();

/** The way from the course down to the section that holds the page; the pages of a section share it. */
export function breadcrumb({ trail }: Place, root: string, words: PageWords): ReturnType<typeof raw> {
  const known = breadcrumbs.get(trail) ?? new Map<string, Html>();
  breadcrumbs.set(trail, known);
  const made = known.get(root) ?? html(breadcrumbOf(trail, root, words));
  known.set(root, made);
  return raw(made);
}

function breadcrumbOf(trail: Place['trail'], root: string, words: PageWords): Element {
  return (
    <nav class="breadcrumb" aria-label={words.breadcrumb}>
      <ol>
        <li>
          <a href={`${root}index.html`} lang={words.lang}>
            {words.home}
          </a>
        </li>
        {trail.map((step) => (
          <li data-item={step.item.id}>
            <a href={root + step.href}>{step.item.title}</a>
          </li>
        ))}
      </ol>
    </nav>
  ) as Element;
}

/** Previous and next as two large targets. Written as text, since every page has its own. */
export function pager(place: Place, root: string, words: PageWords): ReturnType<typeof raw> | null {
  const { previous, next } = place;
  if (previous === undefined && next === undefined) return null;
  const links =
    (previous === undefined ? '' : link(previous, root, 'previous', words)) +
    (next === undefined ? '' : link(next, root, 'next', words));
  return raw(`<nav class="pager" aria-label="${words.previousAndNext}">${links}</nav>`);
}

function link(step: Step, root: string, direction: 'previous' | 'next', words: PageWords): Html {
  const lang = langAttribute(words);
  return (
    `<div class="pager-${direction}" data-item="${escapeHtml(step.item.id)}"><a href="${escapeHtml(root + step.href)}">` +
    `<span class="pager-label"${lang}>${words[direction]}</span><span class="pager-title">${escapeHtml(step.item.title)}</span>` +
    `${icon(direction === 'next' ? 'forward' : 'back').value}</a><span class="state visually-hidden" data-state${lang}></span><span class="reason" data-reason${lang}></span></div>`
  );
}

/**
 * Makes the function that renders the column of contents: the runtime's sidebar, and until it is there the
 * neighbours in the same section. An item stands on the pages of all its neighbours, so its entry is kept.
 */
export function createContents(
  words: PageWords,
): (place: Place | undefined, current: string | undefined, root: string) => Html {
  const frames = new Map<string, string>();
  const entries = new Map<string, { readonly start: string; readonly end: string }>();

  const frame = (root: string): string => {
    const known = frames.get(root);
    if (known !== undefined) return known;
    const made = html(contentsFrame(root, words));
    frames.set(root, made);
    return made;
  };
  const entry = (step: Step, current: string | undefined, root: string): string => {
    const key = `${root}#${step.item.id}`;
    let known = entries.get(key);
    if (known === undefined) {
      const { item, href } = step;
      known = {
        start: `<li data-item="${escapeHtml(item.id)}" data-kind="${item.kind}"><a href="${escapeHtml(root + href)}"`,
        end: `>${escapeHtml(item.title)}</a></li>`,
      };
      entries.set(key, known);
    }
    return known.start + (step.item.id === current ? ' aria-current="page"' : '') + known.end;
  };

  return (place, current, root) => {
    if (place === undefined) return frame(root).replace(NEIGHBOURS, '');
    const { section, steps, more } = place.neighbours;
    const title = escapeHtml(place.trail.length === 0 ? words.courseMap : section.title);
    const inside =
      (more.before > 0 ? elsewhere(words.pagesBefore(more.before), root, words) : '') +
      steps.map((step) => entry(step, current, root)).join('') +
      (more.after > 0 ? elsewhere(words.pagesAfter(more.after), root, words) : '');
    const neighbours = `<nav class="neighbours" aria-label="${title}"><p class="neighbours-title">${title}</p><ol>${inside}</ol></nav>`;
    return frame(root).replace(NEIGHBOURS, () => neighbours);
  };
}

/** Where the neighbours stand in the frame. */
const NEIGHBOURS = '\0';

function contentsFrame(root: string, words: PageWords): Element {
  return (
    <aside class="contents" id="contents" popover="auto" aria-label={words.contents}>
      <div class="contents-head" lang={words.lang}>
        <a href={`${root}index.html#map`}>{words.courseMap}</a>
        <button class="bar-button" type="button" popovertarget="contents" popovertargetaction="hide">
          {icon('close')}
          <span class="visually-hidden">{words.close}</span>
        </button>
      </div>
      <nav class="sidebar" data-slot="sidebar" aria-label={words.courseContents} hidden />
      {raw(NEIGHBOURS)}
    </aside>
  ) as Element;
}

function elsewhere(text: string, root: string, words: PageWords): string {
  return `<li class="neighbours-more"${langAttribute(words)}><a href="${root}index.html#map">${text}</a></li>`;
}
