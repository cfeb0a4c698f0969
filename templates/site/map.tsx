import type { Element, ElementContent } from 'hast';
import { escapeHtml } from '../../src/compile/escape.ts';
import type { Course, Item, Section } from '../../src/model/course.ts';
import { type Ways, ways } from '../../src/path/ways.ts';
import { shapeIcon } from './icons.ts';
import { raw } from './raw.ts';
import { between, duration, langAttribute, type PageWords, shapeHint } from './words.ts';

/** The course map: every item in its place, sections in sections. Only the home page carries it. */
export function courseMap(course: Course, words: PageWords): Element | undefined {
  const items = new Map(course.items.map((item) => [item.id, item]));
  const pathway = items.get(course.pathway);
  return pathway?.kind === 'section' ? list(pathway, { items, ways: ways(course), words }, 3) : undefined;
}

interface Source {
  readonly items: ReadonlyMap<string, Item>;
  readonly ways: Ways;
  readonly words: PageWords;
}

function list(section: Section, source: Source, level: number): Element {
  const entries = section.children
    .map((id) => source.items.get(id))
    .filter((item) => item !== undefined)
    .map((item) =>
      item.kind === 'section' ? sectionEntry(item, source, level) : pageEntry(item, source.words),
    );
  const ordered = section.type === 'linear' || section.type === 'hurdles';
  const properties = { className: ['map'], dataShape: section.type };
  // Seen while none of the options can be named (80-states.css).
  if (section.type === 'dynamic-branching' && section.by.type === 'route')
    entries.push(
      (
        <li class="undecided" lang={source.words.lang}>
          {source.words.undecided}
        </li>
      ) as Element,
    );
  return (ordered ? <ol {...properties}>{entries}</ol> : <ul {...properties}>{entries}</ul>) as Element;
}

/** Written as text: a map may have ten thousand of these. */
function pageEntry(item: Exclude<Item, Section>, words: PageWords): ReturnType<typeof raw> {
  const lang = langAttribute(words);
  const facts =
    (item.kind === 'quiz' ? `<span class="tag">${words.quiz}</span>` : '') +
    (item.optional ? `<span class="tag tag-quiet">${words.optional}</span>` : '') +
    (item.minutes > 0 ? `<span class="minutes">${duration(item.minutes)}</span>` : '');
  return raw(
    `<li class="entry" id="${escapeHtml(anchorOf(item))}" data-item="${escapeHtml(item.id)}" data-kind="${item.kind}">` +
      '<span class="marker" aria-hidden="true"></span><div class="entry-main">' +
      `<a href="${escapeHtml(item.href)}">${escapeHtml(item.title)}</a><span class="entry-facts"${lang}>${facts}</span>` +
      `<span class="state" data-state${lang}></span><span class="reason" data-reason${lang}></span></div></li>`,
  );
}

function sectionEntry(section: Section, source: Source, level: number): Element {
  const { least, most } = source.ways.of(section.id);
  const { words } = source;
  const { lang } = words;
  return (
    <li
      class="section"
      id={anchorOf(section)}
      data-item={section.id}
      data-kind="section"
      data-type={section.type}
    >
      <div class="section-head">
        {heading(level, section.title)}
        <p class="section-facts" lang={lang}>
          {most > 0 ? <span class="minutes">{between(least, most, words)}</span> : null}
          {section.optional ? <span class="tag tag-quiet">{words.optional}</span> : null}
        </p>
        <p class="shape" lang={lang}>
          {shapeIcon(section.type)}
          {shapeHint(section, words)}
        </p>
        <span class="state" data-state lang={lang} />
        <span class="reason" data-reason lang={lang} />
      </div>
      {list(section, source, level + 1)}
    </li>
  ) as Element;
}

function heading(level: number, title: string): ElementContent {
  switch (Math.min(level, 6)) {
    case 3:
      return (<h3>{title}</h3>) as Element;
    case 4:
      return (<h4>{title}</h4>) as Element;
    case 5:
      return (<h5>{title}</h5>) as Element;
    default:
      return (<h6>{title}</h6>) as Element;
  }
}

/** An item's place in the map. */
export function anchorOf(item: Pick<Item, 'id'>): string {
  return `item-${item.id}`;
}
