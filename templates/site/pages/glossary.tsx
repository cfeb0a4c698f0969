import type { Element } from 'hast';
import type { GlossaryEntry } from '../../../src/load/loaded.ts';
import { domId } from '../../../src/model/anchor.ts';
import type { Html } from '../../../src/model/question.ts';
import { html, raw } from '../raw.ts';
import type { PageWords } from '../words.ts';

/**
 * All terms with their definitions.
 *
 * @param entries in the order of the course's language
 */
export function glossaryPage(
  entries: readonly GlossaryEntry[],
  link: (html: Html) => Html,
  words: PageWords,
): Html {
  return html(
    (
      <article>
        <header class="page-head" lang={words.lang}>
          <h1>{words.glossary}</h1>
          <p class="lead">{words.terms(entries.length)}</p>
        </header>
        <dl class="glossary">
          {entries.map((entry) => (
            <div class="glossary-entry" id={domId(entry.slug)}>
              <dt>
                <dfn>{entry.term}</dfn>
              </dt>
              <dd>{raw(link(entry.definition.html))}</dd>
            </div>
          ))}
        </dl>
      </article>
    ) as Element,
  );
}
