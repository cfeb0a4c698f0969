/** Kept for the address of the preview alone: a built site knows nothing of it. */
const KEY = 'course-dev:as-learner';
/** The switch has to keep the focus over the reload that it causes. */
const FOCUS = 'course-dev:focus';

const STYLE = `
:host { all: initial }
label { position: fixed; left: 1rem; bottom: 1rem; z-index: 2147483646; display: flex; gap: .5rem; align-items: center; min-height: 32px;
  padding: .2rem .8rem; font: 15px/1.5 system-ui, sans-serif; color: #f4f1ec; background: #3b332e; border: 1px solid #8a7d74;
  border-radius: 6px; cursor: pointer }
input { width: 16px; height: 16px; margin: 0; accent-color: #ff8f6b }
label:has(:focus-visible) { outline: 3px solid #ffc9b5; outline-offset: 2px }
@media (max-width: 30rem) { label { bottom: 3.5rem } }
@media print { label { display: none } }
`;

/**
 * In the preview every page shows what is in it, since whoever proofreads should not have to pass the quizzes
 * first; a switch shows the course as learners meet it, and is remembered. Runs before the site's runtime,
 * which looks at `data-preview` on the root element.
 */
export function startSwitch(): void {
  const asLearner = read(localStorage, KEY) !== undefined;
  document.documentElement.toggleAttribute('data-preview', !asLearner);
  // Pages without a course in them, as while the first build runs, have nothing to show.
  if (!document.body.dataset.page) return;
  const host = document.createElement('course-dev-switch');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = asLearner;
  box.addEventListener('change', () => {
    keep(localStorage, KEY, box.checked);
    keep(sessionStorage, FOCUS, true);
    location.reload();
  });
  const label = document.createElement('label');
  label.title = 'Off: every page is open, for proofreading. On: pages are locked as they are for learners.';
  label.append(box, 'See it as a learner');
  root.append(label);
  document.body.prepend(host);
  if (read(sessionStorage, FOCUS) === undefined) return;
  keep(sessionStorage, FOCUS, false);
  box.focus({ preventScroll: true });
}

function read(storage: Storage, key: string): string | undefined {
  return storage.getItem(key) ?? undefined;
}

function keep(storage: Storage, key: string, value: boolean): void {
  if (value) storage.setItem(key, 'yes');
  else storage.removeItem(key);
}
