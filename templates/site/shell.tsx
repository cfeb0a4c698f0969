import type { Element } from 'hast';
import { icon } from './icons.ts';
import type { SiteView } from './types.ts';

/** The skip link, the bar at the top, and the slots that every page has. */
export function header(site: SiteView, root: string): Element[] {
  const { words } = site;
  const { lang } = words;
  return [
    <a class="skip" href="#main" lang={lang}>
      {words.skip}
    </a>,
    <header class="bar">
      <button class="bar-button contents-button" type="button" popovertarget="contents" lang={lang}>
        {icon('menu')}
        <span>{words.contents}</span>
      </button>
      <a class="brand" href={`${root}index.html`}>
        {site.logo === undefined ? null : <img src={root + site.logo} alt="" height="28" />}
        <span>{site.course.title}</span>
      </a>
      <div class="bar-progress" data-slot="progress" lang={lang} hidden />
      <div class="bar-learner" data-slot="learner" lang={lang} hidden />
      <nav class="bar-links" aria-label={words.course} lang={lang}>
        {links(site, root)}
      </nav>
    </header>,
    <section class="notice" data-slot="notice" aria-label={words.notice} lang={lang} hidden />,
    <div class="visually-hidden" data-slot="live" aria-live="polite" lang={lang} />,
  ] as Element[];
}

function links({ words, hasGlossary }: SiteView, root: string): Element {
  return (
    <ul>
      <li>
        <a href={`${root}index.html#map`}>{words.courseMap}</a>
      </li>
      <li>
        <a href={`${root}progress.html`}>{words.progress}</a>
      </li>
      {hasGlossary ? (
        <li>
          <a href={`${root}glossary.html`}>{words.glossary}</a>
        </li>
      ) : null}
    </ul>
  ) as Element;
}

/** Who made the course, under which licence, and the ways to every other page. */
export function footer(site: SiteView, root: string): Element {
  const { settings, course, words } = site;
  const facts = [
    settings.authors.length > 0 ? words.by(settings.authors) : undefined,
    settings.license,
    settings.version === undefined ? undefined : words.version(settings.version),
  ].filter((fact) => fact !== undefined);
  return (
    <footer class="foot">
      <div class="foot-inner">
        <div>
          <p class="foot-title">{course.title}</p>
          {facts.length > 0 ? <p class="foot-facts">{facts.join(' · ')}</p> : null}
        </div>
        <nav aria-label={words.more} lang={words.lang}>
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
