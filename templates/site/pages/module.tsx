import type { Element } from 'hast';
import { escapeHtml } from '../../../src/compile/escape.ts';
import type { PageSource } from '../../../src/load/source.ts';
import { domId } from '../../../src/model/anchor.ts';
import type { Module } from '../../../src/model/course.ts';
import type { Html } from '../../../src/model/question.ts';
import { facts } from '../facts.tsx';
import { breadcrumb, pager } from '../place.tsx';
import { html } from '../raw.ts';
import type { Place } from '../types.ts';
import { duration, langAttribute, type PageWords } from '../words.ts';

/**
 * A module: its head, its text, the way on.
 *
 * @param content the page's HTML with its references joined and its questions in place
 */
export function modulePage(
  module: Module,
  source: PageSource,
  content: Html,
  place: Place,
  root: string,
  words: PageWords,
): Html {
  const lang = langAttribute(words);
  const { description } = source.meta;
  const questions = source.questions.length;
  const head = (
    <header class="page-head">
      {breadcrumb(place, root, words)}
      <h1>{module.title}</h1>
      {description === undefined ? null : <p class="lead">{description}</p>}
      {facts(
        [
          module.minutes > 0 ? ['clock', duration(module.minutes)] : undefined,
          questions > 0 ? ['quiz', words.questions(questions)] : undefined,
          module.optional ? ['branch', words.optional] : undefined,
        ],
        words,
      )}
    </header>
  ) as Element;
  const way = pager(place, root, words);
  return (
    `<article>\n${html(head)}\n<div data-slot="gate"${lang} hidden></div>\n<div class="prose" data-content>\n${content}\n</div>\n` +
    `<div data-slot="next"${lang} hidden></div>\n${way?.value ?? ''}\n</article>`
  );
}

/** The headings of a long page, beside it. Written as text: on most pages this is the longest part of the frame. */
export function pageContents(source: PageSource, words: PageWords): Html {
  const headings = source.headings.filter((heading) => heading.depth === 2 || heading.depth === 3);
  if (headings.filter((heading) => heading.depth === 2).length < 2) return '';
  const entries = headings.map(
    ({ depth, anchor, text }) =>
      `<li class="depth-${depth}"><a href="#${escapeHtml(domId(anchor))}">${escapeHtml(text)}</a></li>`,
  );
  return (
    '<div class="on-this-page"><nav aria-labelledby="on-this-page">' +
    `<p id="on-this-page"${langAttribute(words)}>${words.onThisPage}</p><ol>${entries.join('')}</ol></nav></div>`
  );
}
