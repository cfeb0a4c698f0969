import type { Element } from 'hast';
import type { Html } from '../../../src/model/question.ts';
import { html } from '../raw.ts';
import type { SiteView } from '../types.ts';

/** What the learner did: filled by the runtime from what the browser remembers. */
export function progressPage({ course, words }: SiteView): Html {
  const { lang } = words;
  return html(
    (
      <article>
        <header class="page-head" lang={lang}>
          <h1>{words.yourProgress}</h1>
          <p class="lead">{words.progressAbout(course.title)}</p>
          <p>
            <a href="map.html">{words.mapAsPicture}</a>
          </p>
        </header>
        <div class="reminder" data-slot="reminder" lang={lang} hidden />
        <section class="report" data-slot="report" aria-label={words.report} lang={lang} hidden />
        <section class="transfer" data-slot="transfer" aria-label={words.transfer} lang={lang} hidden />
        <section class="learners" id="learners" data-slot="learners" lang={lang} hidden />
      </article>
    ) as Element,
  );
}
