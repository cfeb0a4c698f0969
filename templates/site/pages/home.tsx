import type { Element } from 'hast';
import type { Competency, Course, Section } from '../../../src/model/course.ts';
import type { Html } from '../../../src/model/question.ts';
import type { LearningTime } from '../../../src/path/ways.ts';
import { facts } from '../facts.tsx';
import { shapeIcon } from '../icons.ts';
import { courseMap } from '../map.tsx';
import { html } from '../raw.ts';
import type { SiteView, Step } from '../types.ts';
import { between, type PageWords, shapeHint } from '../words.ts';

/** What the course is about, where the learner stands, and the map of everything in it. */
export function homePage(
  site: SiteView,
  page: {
    readonly start: Step | undefined;
    readonly modules: number;
    readonly quizzes: number;
    readonly way: LearningTime;
    readonly competencies: readonly Competency[];
  },
): Html {
  const { course, settings, words } = site;
  const { lang } = words;
  const { start, modules, quizzes, way, competencies } = page;
  const pathway = course.items.find((item) => item.id === course.pathway);
  const contents = [words.modules(modules), quizzes > 0 ? words.quizzes(quizzes) : undefined];
  return html([
    (
      <div class="hero">
        {pathway?.kind === 'section' ? ornament(course, pathway) : null}
        <h1>{course.title}</h1>
        {course.description === undefined ? null : <p class="lead">{course.description}</p>}
        {facts(
          [
            ['book', contents.filter((part) => part !== undefined).join(', ')],
            way.most > 0 ? ['clock', words.about(between(way.least, way.most, words))] : undefined,
            settings.authors.length > 0 ? ['person', words.authors(settings.authors)] : undefined,
            course.certificate === undefined ? undefined : ['medal', words.certificate],
          ],
          words,
        )}
        <div class="hero-actions">
          <div data-slot="resume" lang={lang} hidden />
          {start === undefined ? null : (
            <a class="button primary start" href={start.href} lang={lang}>
              {words.start(start.item.title)}
            </a>
          )}
        </div>
        <div data-slot="place" lang={lang} hidden />
        <div class="learner-here" data-slot="learner-here" lang={lang} hidden />
        <div class="reminder" data-slot="reminder" lang={lang} hidden />
      </div>
    ) as Element,
    ...(competencies.length > 0 ? [outcomes(competencies, words)] : []),
    (
      <section class="map-section" aria-labelledby="map">
        <div class="map-head">
          <h2 id="map" lang={lang}>
            {words.courseMap}
          </h2>
          {pathway?.kind === 'section' ? (
            <p class="shape" lang={lang}>
              {shapeHint(pathway, words)}
            </p>
          ) : null}
          <a href="map.html" lang={lang}>
            {words.mapAsPicture}
          </a>
        </div>
        {courseMap(course, words) ?? null}
      </section>
    ) as Element,
  ]);
}

/** How many pictograms stand beside the title at most. */
const ORNAMENT = 6;

/** The course's own shapes, large, beside its title: decoration that belongs to this course alone. */
function ornament(course: Course, pathway: Section): Element | null {
  const sections = course.items.filter(
    (item): item is Section => item.kind === 'section' && item.parent === pathway.id,
  );
  if (sections.length < 2) return null;
  return (
    <div class="hero-ornament" aria-hidden="true">
      {sections.slice(0, ORNAMENT).map((section) => shapeIcon(section.type))}
    </div>
  ) as Element;
}

function outcomes(competencies: readonly Competency[], words: PageWords): Element {
  return (
    <section class="outcomes" aria-labelledby="outcomes">
      <h2 id="outcomes" lang={words.lang}>
        {words.outcomes}
      </h2>
      <ul>
        {competencies.map((competency) => (
          <li data-competency={competency.id}>
            <strong>{competency.title}</strong>
            {competency.description === undefined ? null : <span>{competency.description}</span>}
            <span class="state" data-state lang={words.lang} />
          </li>
        ))}
      </ul>
    </section>
  ) as Element;
}
