import type { Element, ElementContent } from 'hast';
import { escapeHtml } from '../../../src/compile/escape.ts';
import type { Item, Section } from '../../../src/model/course.ts';
import type { Html } from '../../../src/model/question.ts';
import { icon, shapeIcon } from '../icons.ts';
import { html, raw } from '../raw.ts';
import type { SiteView } from '../types.ts';
import { langAttribute, type PageWords, shapeHint } from '../words.ts';

/** What one page of the map shows. Addresses are relative to the site's root. */
export interface Picture {
  readonly section: Section;
  readonly children: readonly Item[];
  readonly open: ReadonlySet<string>;
  readonly folded: ReadonlyMap<
    string,
    { readonly href: string; readonly modules: number; readonly quizzes: number }
  >;
  readonly up?: string;
  readonly previous?: string;
  readonly next?: string;
}

interface Source {
  readonly items: ReadonlyMap<string, Item>;
  readonly picture: Picture;
  readonly words: PageWords;
  readonly root: string;
}

/**
 * The way through the course as a picture: boxes, arrows, forks. It is a nested list that CSS draws, so that it reflows on small
 * screens, closes its gaps when items are hidden, and reads as what it is without seeing it.
 */
export function mapPage(
  { course, words }: SiteView,
  items: ReadonlyMap<string, Item>,
  picture: Picture,
  root: string,
): Html {
  const { section, children, up, previous, next } = picture;
  const { lang } = words;
  const isWhole = section.id === course.pathway;
  const link = (href: string, text: string, sign: 'forward' | 'back') => (
    <a class="button quiet" href={root + href} lang={lang}>
      {sign === 'back' ? icon('back') : null}
      {text}
      {sign === 'forward' ? icon('forward') : null}
    </a>
  );
  return html([
    (
      <header class="picture-head">
        <h1 lang={isWhole ? lang : undefined}>{isWhole ? words.mapAsPicture : section.title}</h1>
        <p class="shape" lang={lang}>
          {shapeIcon(section.type)}
          {shapeHint(section, words)}
        </p>
        <p class="picture-links">
          {up === undefined ? null : (
            <a href={root + up} lang={lang}>
              {words.mapAbove}
            </a>
          )}
          <a href={`${root}index.html#map`} lang={lang}>
            {words.mapAsList}
          </a>
        </p>
      </header>
    ) as Element,
    (
      <div class="picture">
        {way(section, children, { items, picture, words, root }, 2)}
        <span class="here" data-slot="here" lang={lang} hidden>
          {words.here}
        </span>
      </div>
    ) as Element,
    ...(previous === undefined && next === undefined
      ? []
      : [
          (
            <nav class="cluster picture-parts" aria-label={words.previousAndNext}>
              {previous === undefined ? null : link(previous, words.previous, 'back')}
              {next === undefined ? null : link(next, words.next, 'forward')}
            </nav>
          ) as Element,
        ]),
  ]);
}

function way(section: Section, children: readonly Item[], source: Source, level: number): Element {
  const entries = children.map((item): ElementContent => {
    if (item.kind !== 'section' || !source.picture.open.has(item.id)) return stop(item, source);
    return part(item, source, level);
  });
  // Seen while none of the options can be named (80-states.css).
  if (section.type === 'dynamic-branching' && section.by.type === 'route')
    entries.push(
      (
        <li class="undecided" lang={source.words.lang}>
          {source.words.undecided}
        </li>
      ) as Element,
    );
  const properties = { className: ['way'], dataShape: section.type };
  const isOrdered = section.type === 'linear' || section.type === 'hurdles';
  return (isOrdered ? <ol {...properties}>{entries}</ol> : <ul {...properties}>{entries}</ul>) as Element;
}

/** A module, a quiz, or a section with a picture of its own. Written as text: a course may have thousands. */
function stop(item: Item, { picture, words, root }: Source): ReturnType<typeof raw> {
  const lang = langAttribute(words);
  const fold = picture.folded.get(item.id);
  const href =
    item.kind === 'section'
      ? fold !== undefined && fold.modules + fold.quizzes > 0
        ? fold.href
        : undefined
      : item.href;
  const title = escapeHtml(item.title);
  const facts = [
    ...(fold !== undefined && fold.modules > 0 ? [words.modules(fold.modules)] : []),
    ...(fold !== undefined && fold.quizzes > 0 ? [words.quizzes(fold.quizzes)] : []),
    ...(item.kind === 'quiz' ? [words.quiz] : []),
    ...(item.optional ? [words.optional] : []),
  ];
  return raw(
    `<li class="stop${item.optional ? ' is-optional' : ''}" data-item="${escapeHtml(item.id)}" data-kind="${item.kind}">` +
      (href === undefined
        ? `<span class="stop-title">${title}</span>`
        : `<a href="${escapeHtml(root + href)}">${title}</a>`) +
      (facts.length > 0 ? `<span class="stop-facts"${lang}>${escapeHtml(facts.join(' · '))}</span>` : '') +
      `<span class="state" data-state${lang}></span></li>`,
  );
}

function part(section: Section, source: Source, level: number): ElementContent {
  const { words, items } = source;
  const children = section.children.flatMap((id) => items.get(id) ?? []);
  const title = section.title;
  return (
    <li
      class={section.optional ? 'part is-optional' : 'part'}
      data-item={section.id}
      data-kind="section"
      data-type={section.type}
    >
      <div class="part-head">
        {level <= 6 ? raw(`<h${level}>${escapeHtml(title)}</h${level}>`) : <p class="part-title">{title}</p>}
        {section.optional ? (
          <span class="tag tag-quiet" lang={words.lang}>
            {words.optional}
          </span>
        ) : null}
        <span class="state" data-state lang={words.lang} />
        <p class="shape" lang={words.lang}>
          {shapeIcon(section.type)}
          {shapeHint(section, words)}
        </p>
      </div>
      {way(section, children, source, level + 1)}
    </li>
  ) as Element;
}
