import type { Element } from 'hast';
import type { Html } from '../../../src/model/question.ts';
import { html } from '../raw.ts';
import type { SiteView } from '../types.ts';

/** What the learner did: filled by the runtime from what the browser remembers. */
export function progressPage(site: SiteView): Html {
  return html(
    (
      <article>
        <header class="page-head">
          <h1>Your progress</h1>
          <p class="lead">
            {`What you did in “${site.course.title}” is kept in this browser, on this device, and nowhere else.`}
          </p>
        </header>
        <section class="report" data-slot="report" aria-label="What is done" hidden />
        <section class="transfer" data-slot="transfer" aria-label="Move or reset your progress" hidden />
      </article>
    ) as Element,
  );
}
