import type { Element } from 'hast';
import { icon } from './icons.ts';
import type { Place, Step } from './types.ts';
import { count, words } from './words.ts';

/** The way from the course down to the section that holds the page. */
export function breadcrumb(place: Place, root: string): Element {
  return (
    <nav class="breadcrumb" aria-label={words.breadcrumb}>
      <ol>
        <li>
          <a href={`${root}index.html`}>{words.home}</a>
        </li>
        {place.trail.map((step) => (
          <li data-item={step.item.id}>
            <a href={root + step.href}>{step.item.title}</a>
          </li>
        ))}
      </ol>
    </nav>
  ) as Element;
}

/** Previous and next as two large targets. */
export function pager(place: Place, root: string): Element | null {
  if (place.previous === undefined && place.next === undefined) return null;
  return (
    <nav class="pager" aria-label="Previous and next">
      {place.previous === undefined ? null : link(place.previous, root, 'previous')}
      {place.next === undefined ? null : link(place.next, root, 'next')}
    </nav>
  ) as Element;
}

function link(step: Step, root: string, direction: 'previous' | 'next'): Element {
  return (
    <div class={`pager-${direction}`} data-item={step.item.id}>
      <a href={root + step.href}>
        <span class="pager-label">{words[direction]}</span>
        <span class="pager-title">{step.item.title}</span>
        {icon(direction === 'next' ? 'forward' : 'back')}
      </a>
      <span class="state visually-hidden" data-state />
      <span class="reason" data-reason />
    </div>
  ) as Element;
}

/** The column of contents: the runtime's sidebar, and until it is there the neighbours in the same section. */
export function contents(place: Place | undefined, current: string | undefined, root: string): Element {
  return (
    <aside class="contents" id="contents" popover="auto" aria-label={words.contents}>
      <div class="contents-head">
        <a href={`${root}index.html#map`}>{words.courseMap}</a>
        <button class="bar-button" type="button" popovertarget="contents" popovertargetaction="hide">
          {icon('close')}
          <span class="visually-hidden">{words.close}</span>
        </button>
      </div>
      <nav class="sidebar" data-slot="sidebar" aria-label="Course contents" hidden />
      {place === undefined ? null : neighbours(place, current, root)}
    </aside>
  ) as Element;
}

function neighbours({ neighbours, trail }: Place, current: string | undefined, root: string): Element {
  const { section, steps, more } = neighbours;
  const title = trail.length === 0 ? words.courseMap : section.title;
  return (
    <nav class="neighbours" aria-label={title}>
      <p class="neighbours-title">{title}</p>
      <ol>
        {more.before > 0 ? elsewhere(`${count(more.before, 'page', 'pages')} before`, root) : null}
        {steps.map((step) => (
          <li data-item={step.item.id} data-kind={step.item.kind}>
            <a href={root + step.href} aria-current={step.item.id === current ? 'page' : null}>
              {step.item.title}
            </a>
          </li>
        ))}
        {more.after > 0 ? elsewhere(`${count(more.after, 'page', 'pages')} after`, root) : null}
      </ol>
    </nav>
  ) as Element;
}

function elsewhere(text: string, root: string): Element {
  return (
    <li class="neighbours-more">
      <a href={`${root}index.html#map`}>{text}</a>
    </li>
  ) as Element;
}
