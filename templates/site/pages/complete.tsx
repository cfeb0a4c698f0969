import type { Element } from 'hast';
import type { Certificate } from '../../../src/model/course.ts';
import type { Html } from '../../../src/model/question.ts';
import { icon } from '../icons.ts';
import { html } from '../raw.ts';
import type { SiteView } from '../types.ts';

/** The end of the course: the certificate, shown by the runtime when it was earned, and the badges. */
export function completePage(site: SiteView): Html {
  const { course, words } = site;
  const { lang } = words;
  const { certificate } = course;
  return html(
    (
      <article>
        <header class="page-head">
          <h1 lang={lang}>{certificate === undefined ? words.completed : words.yourCertificate}</h1>
        </header>
        <div class="certificate-gate" data-slot="certificate-gate" lang={lang}>
          <p>
            {certificate === undefined
              ? words.completeLater(course.title)
              : words.certificateLater(course.title)}
          </p>
          <p>
            <a class="button" href="index.html">
              {words.toCourse}
            </a>
          </p>
        </div>
        {certificate === undefined ? (
          <div data-slot="certificate" hidden>
            <p class="lead" lang={lang}>
              {words.finished(course.title)}
            </p>
          </div>
        ) : (
          sheet(site, certificate)
        )}
        <section class="badges-section" data-slot="badges" aria-label={words.badges} lang={lang} hidden />
      </article>
    ) as Element,
  );
}

function sheet(site: SiteView, certificate: Certificate): Element {
  const { course, settings, words } = site;
  const { lang } = words;
  const issuer =
    certificate.issuer ?? (settings.authors.length > 0 ? settings.authors.join(', ') : undefined);
  return (
    <div data-slot="certificate" hidden>
      <form class="certificate-form cluster" data-certificate-form lang={lang}>
        <label>
          <span>{words.name}</span>
          <input class="text-input" name="name" type="text" autocomplete="name" maxlength="80" />
        </label>
        <button class="button primary" type="submit">
          {words.print}
        </button>
      </form>
      <div class="certificate">
        <div class="certificate-inner">
          {site.logo === undefined ? (
            <span class="certificate-mark">{icon('medal')}</span>
          ) : (
            <img class="certificate-logo" src={site.logo} alt="" height="48" />
          )}
          <p class="certificate-title">{certificate.title}</p>
          <p class="certificate-name" data-fill="name" />
          <p class="certificate-text" lang={lang}>
            {words.hasCompleted}
          </p>
          <p class="certificate-course">{course.title}</p>
          <p class="certificate-competencies" data-show="competencies" hidden>
            <span lang={lang}>{words.mastered}</span> <strong data-fill="competencies" />
          </p>
          <dl class="certificate-facts">
            <div>
              <dt lang={lang}>{words.date}</dt>
              <dd data-fill="date" lang={lang} />
            </div>
            {issuer === undefined ? null : (
              <div>
                <dt lang={lang}>{words.issuer}</dt>
                <dd>{issuer}</dd>
              </div>
            )}
            {certificate.signatory === undefined ? null : (
              <div>
                <dt lang={lang}>{words.signatory}</dt>
                <dd>{certificate.signatory}</dd>
              </div>
            )}
          </dl>
        </div>
      </div>
    </div>
  ) as Element;
}
