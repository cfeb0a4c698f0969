import type { Element } from 'hast';
import type { Certificate } from '../../../src/model/course.ts';
import type { Html } from '../../../src/model/question.ts';
import { icon } from '../icons.ts';
import { html } from '../raw.ts';
import type { SiteView } from '../types.ts';

/** The end of the course: the certificate, shown by the runtime when it was earned, and the badges. */
export function completePage(site: SiteView): Html {
  const { course } = site;
  const { certificate } = course;
  return html(
    (
      <article>
        <header class="page-head">
          <h1>{certificate === undefined ? 'Course completed' : 'Your certificate'}</h1>
        </header>
        <div class="certificate-gate" data-slot="certificate-gate">
          <p>
            {certificate === undefined
              ? `This page fills when you finish “${course.title}”.`
              : `When you finish “${course.title}”, your certificate stands here, ready to print.`}
          </p>
          <p>
            <a class="button" href="index.html">
              To the course
            </a>
          </p>
        </div>
        {certificate === undefined ? (
          <div data-slot="certificate" hidden>
            <p class="lead">{`You finished “${course.title}”.`}</p>
          </div>
        ) : (
          sheet(site, certificate)
        )}
        <section class="badges-section" data-slot="badges" aria-label="Badges" hidden />
      </article>
    ) as Element,
  );
}

function sheet(site: SiteView, certificate: Certificate): Element {
  const { course, settings } = site;
  const issuer =
    certificate.issuer ?? (settings.authors.length > 0 ? settings.authors.join(', ') : undefined);
  return (
    <div data-slot="certificate" hidden>
      <form class="certificate-form cluster" data-certificate-form>
        <label>
          <span>Name on the certificate</span>
          <input class="text-input" name="name" type="text" autocomplete="name" maxlength="80" />
        </label>
        <button class="button primary" type="submit">
          Print or save as PDF
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
          <p class="certificate-text">has completed the course</p>
          <p class="certificate-course">{course.title}</p>
          <p class="certificate-competencies" data-show="competencies" hidden>
            Competencies mastered: <strong data-fill="competencies" />
          </p>
          <dl class="certificate-facts">
            <div>
              <dt>Date</dt>
              <dd data-fill="date" />
            </div>
            {issuer === undefined ? null : (
              <div>
                <dt>Issued by</dt>
                <dd>{issuer}</dd>
              </div>
            )}
            {certificate.signatory === undefined ? null : (
              <div>
                <dt>Signed</dt>
                <dd>{certificate.signatory}</dd>
              </div>
            )}
          </dl>
        </div>
      </div>
    </div>
  ) as Element;
}
