import { all, fill, h, one, slot } from '../dom.ts';
import type { Page } from '../page.ts';
import { badges } from '../report/report.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';

const LEARNER = 'learner';

/** The completion page: the certificate once it is earned, what is still to do before that, the badges. */
export function completion(page: Page, { late, linked }: Tools): () => void {
  const { progress } = page;
  const sheet = slot('certificate');
  const name = sheet?.querySelector<HTMLInputElement>('input[name=name]');
  const kept = progress.store.note(LEARNER);
  if (name && typeof kept === 'string') name.value = kept;
  const put = (field: string, text: string) => {
    for (const place of all(`[data-fill="${field}"]`)) place.textContent = text;
  };
  const showName = () => put('name', name?.value.trim() ?? '');
  name?.addEventListener('input', () => {
    progress.store.keep(LEARNER, name.value.trim());
    showName();
  });
  one('[data-certificate-form]')?.addEventListener('submit', (event) => {
    event.preventDefault();
    print();
  });
  showName();

  return () => {
    if (!sheet) return;
    const { certificate, language } = progress.course;
    const { finished, next } = progress.view;
    const earned = finished && (certificate?.when === undefined || progress.holds(certificate.when));
    if (sheet.hidden === earned) sheet.hidden = !earned;
    const gate = slot('certificate-gate');
    if (gate && gate.hidden !== earned) gate.hidden = earned;
    if (!earned && gate) {
      const when = finished ? certificate?.when : undefined;
      const locked = when && late('locked');
      const why =
        when && locked
          ? linked(page, words.complete.when(locked.clause(progress, when)))
          : [words.complete.toDo];
      const way =
        next === undefined
          ? undefined
          : h(
              'p',
              {},
              h(
                'a',
                { class: 'button primary', href: nextHref(page, next) },
                words.next.go(progress.title(next)),
              ),
            );
      fill(
        gate,
        h('p', {}, ...why),
        h('p', {}, words.progress.done(progress.view.cleared, progress.view.required)),
        way,
      );
    }
    const end = progress.last((event) => event.type === 'finished');
    put('date', words.date(end?.at ?? progress.now(), language));
    const mastered = progress.view.competencies
      .filter((found) => found.mastered)
      .flatMap(({ id }) => progress.course.competencies.find((found) => found.id === id)?.title ?? []);
    put('competencies', mastered.join(' · '));
    for (const place of all('[data-show=competencies]')) place.hidden = mastered.length === 0;
    const earnedBadges = badges(page);
    fill(slot('badges'), earnedBadges && h('h2', {}, words.report.badges), earnedBadges);
  };
}

function nextHref(page: Page, id: string): string {
  const item = page.progress.items.get(id);
  return item && item.kind !== 'section' ? page.root + item.href : `${page.root}index.html`;
}
