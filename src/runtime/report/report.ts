import type { Badge, Section } from '../../model/course.ts';
import { mastery } from '../competencies.ts';
import { fill, h, slot } from '../dom.ts';
import { leaves, type Page } from '../page.ts';
import { meter } from '../place.ts';
import * as words from '../words.ts';

/** The progress page: steps, points, competencies, badges, and every section with what is done in it. */
export function showReport(page: Page): void {
  const place = slot('report');
  if (!place) return;
  const { view, course, items } = page.progress;
  const text = words.report;
  const root = items.get(course.pathway);
  const parts: Node[] = [];
  parts.push(h('div', { class: 'cluster' }, ...meter(page)));
  const facts: [string, string][] = [];
  if (view.pointsPossible > 0) facts.push([text.points, text.pointsOf(view.points, view.pointsPossible)]);
  if (facts.length > 0)
    parts.push(
      h(
        'dl',
        { class: 'facts' },
        ...facts.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value))),
      ),
    );
  if (course.competencies.length > 0)
    parts.push(
      h('h2', {}, text.competencies),
      h('ul', { class: 'competencies' }, ...course.competencies.map(({ id }) => competency(page, id))),
    );
  if (course.badges.length > 0)
    parts.push(h('h2', {}, text.badges), badges(page) ?? h('p', {}, text.noBadges));
  if (root?.kind === 'section') parts.push(h('h2', {}, text.sections), ...sections(page, root));
  fill(place, ...parts);
}

function competency(page: Page, id: string): Node {
  const competency = page.progress.course.competencies.find((found) => found.id === id);
  const found = page.progress.view.competencies.find((entry) => entry.id === id);
  return h(
    'li',
    {},
    h('strong', {}, competency?.title ?? id),
    h('progress', {
      class: 'meter',
      max: 1,
      value: found?.share ?? 0,
      'aria-label': competency?.title ?? id,
    }),
    h('span', { class: 'meter-label' }, mastery(page, id)),
  );
}

/** The badges that were earned; undefined without any. */
export function badges(page: Page): HTMLElement | undefined {
  const earned = page.progress.course.badges.filter((badge) => page.progress.view.badges.includes(badge.id));
  return earned.length === 0
    ? undefined
    : h('ul', { class: 'badges' }, ...earned.map((badge) => medal(page, badge)));
}

function medal(page: Page, { title, description, image }: Badge): Node {
  const picture =
    image === undefined
      ? h('span', { class: 'badge-medal', 'aria-hidden': 'true' }, star())
      : h('img', { src: page.root + image, alt: '' });
  return h(
    'li',
    { class: 'badge' },
    picture,
    h('strong', {}, title),
    description !== undefined && h('p', {}, description),
  );
}

/** A medal's star, for badges without a picture. */
function star(): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute(
    'd',
    'm12 3.500 2.600 5.300 5.900.850-4.250 4.150 1 5.850L12 16.900l-5.250 2.750 1-5.850L3.500 9.650l5.900-.850Z',
  );
  svg.append(path);
  return svg;
}

/** The top level of the course: a section with its pages below it, pages that stand alone together. */
function sections(page: Page, root: Section): Node[] {
  const { progress } = page;
  const parts: Node[] = [];
  let loose: string[] = [];
  const flush = () => {
    if (loose.length > 0) parts.push(pages(page, loose));
    loose = [];
  };
  for (const id of root.children) {
    if (progress.items.get(id)?.kind !== 'section') {
      loose.push(id);
      continue;
    }
    flush();
    const inside = leaves(progress, id).map((leaf) => leaf.id);
    const state = h('span', { class: 'state', 'data-state': true });
    parts.push(
      h(
        'section',
        { 'data-item': id, class: 'report-section' },
        h('h3', {}, progress.title(id), ' ', state),
        pages(page, inside),
      ),
    );
  }
  flush();
  return parts;
}

function pages(page: Page, ids: readonly string[]): Node {
  const { items } = page.progress;
  return h(
    'ul',
    { class: 'report-pages' },
    ...ids.map((id) => {
      const item = items.get(id);
      if (!item || item.kind === 'section') return undefined;
      return h(
        'li',
        { 'data-item': id },
        h('a', { href: page.root + item.href }, item.title),
        ' ',
        h('span', { class: 'state', 'data-state': true }),
      );
    }),
  );
}
