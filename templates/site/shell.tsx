import type { Element } from 'hast';
import { icon } from './icons.ts';
import type { SiteView } from './types.ts';
import { words } from './words.ts';

/** The skip link, the bar at the top, and the slots that every page has. */
export function header(site: SiteView, root: string): Element[] {
  return [
    <a class="skip" href="#main">
      {words.skip}
    </a>,
    <header class="bar">
      <button class="bar-button contents-button" type="button" popovertarget="contents">
        {icon('menu')}
        <span>{words.contents}</span>
      </button>
      <a class="brand" href={`${root}index.html`}>
        {site.logo === undefined ? null : <img src={root + site.logo} alt="" height="28" />}
        <span>{site.course.title}</span>
      </a>
      <div class="bar-progress" data-slot="progress" hidden />
      <nav class="bar-links" aria-label="Course">
        {links(site, root)}
      </nav>
    </header>,
    <div class="notice" data-slot="notice" role="status" hidden />,
    <div class="visually-hidden" data-slot="live" aria-live="polite" />,
  ] as Element[];
}

function links(site: SiteView, root: string): Element {
  return (
    <ul>
      <li>
        <a href={`${root}index.html#map`}>{words.courseMap}</a>
      </li>
      <li>
        <a href={`${root}progress.html`}>{words.progress}</a>
      </li>
      {site.hasGlossary ? (
        <li>
          <a href={`${root}glossary.html`}>{words.glossary}</a>
        </li>
      ) : null}
    </ul>
  ) as Element;
}

/** Who made the course, under which licence, and the ways to every other page. */
export function footer(site: SiteView, root: string): Element {
  const { settings, course } = site;
  const facts = [
    settings.authors.length > 0 ? `By ${new Intl.ListFormat('en').format(settings.authors)}` : undefined,
    settings.license,
    settings.version === undefined ? undefined : `Version ${settings.version}`,
  ].filter((fact) => fact !== undefined);
  return (
    <footer class="foot">
      <div class="foot-inner">
        <div>
          <p class="foot-title">{course.title}</p>
          {facts.length > 0 ? <p class="foot-facts">{facts.join(' · ')}</p> : null}
        </div>
        <nav aria-label="More">
          <ul>
            <li>
              <a href={`${root}index.html`}>{words.home}</a>
            </li>
            <li>
              <a href={`${root}progress.html`}>{words.progress}</a>
            </li>
            {course.certificate === undefined ? null : (
              <li>
                <a href={`${root}complete.html`}>{words.certificate}</a>
              </li>
            )}
            {site.hasGlossary ? (
              <li>
                <a href={`${root}glossary.html`}>{words.glossary}</a>
              </li>
            ) : null}
          </ul>
        </nav>
      </div>
    </footer>
  ) as Element;
}
