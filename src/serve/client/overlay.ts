import type { Status } from './status.ts';

const STYLE = `
:host { all: initial }
* { box-sizing: border-box }
section { position: fixed; inset: auto 0 0 0; max-height: 60vh; overflow: auto; z-index: 2147483647; padding: 1rem 1.25rem;
  font: 15px/1.5 system-ui, sans-serif; color: #f4f1ec; background: #241f1c; border-top: 4px solid #ff8f6b }
header { display: flex; gap: 1rem; align-items: baseline; justify-content: space-between }
h2 { font-size: 1.05rem; margin: 0 }
p { margin: .2rem 0; max-width: 60rem }
ol { margin: .75rem 0 0; padding-left: 1.5rem }
li { margin-bottom: .75rem; white-space: pre-wrap }
code { font: 13px/1.5 ui-monospace, monospace; color: #ffc9b5 }
.warning code { color: #ffe08a }
.help { color: #cfc7bf }
button { font: inherit; color: inherit; background: #3b332e; border: 1px solid #8a7d74; border-radius: 6px; padding: .3rem .8rem; cursor: pointer; min-height: 32px }
button:focus-visible { outline: 3px solid #ffc9b5; outline-offset: 2px }
button.pill { position: fixed; right: 1rem; bottom: 1rem; z-index: 2147483647; font: 15px/1.5 system-ui, sans-serif; color: #f4f1ec }
@media print { section, button { display: none } }
`;

let host: HTMLElement | undefined;
let dismissed = '';

/**
 * Shows what is wrong over the foot of the page. Errors open by themselves, warnings wait behind a button.
 * The focus stays where it is; Escape and the button put it away until something changes. All text is set as
 * text, never as markup, since it quotes the sources.
 */
export function showProblems(status: Status): void {
  host?.remove();
  host = undefined;
  if (status.problems.length === 0) return;
  host = document.createElement('course-dev-overlay');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  root.adoptedStyleSheets = [sheet];
  document.documentElement.append(host);

  const state = JSON.stringify(status.problems);
  const errors = status.problems.some((problem) => problem.severity === 'error');
  const close = () => {
    dismissed = state;
    const hadFocus = root.activeElement !== null;
    root.replaceChildren(pill(status, open));
    if (hadFocus) root.querySelector('button')?.focus();
  };
  const open = () => {
    root.replaceChildren(panel(status, close));
    root.querySelector('button')?.focus();
  };
  if (errors && dismissed !== state) root.replaceChildren(panel(status, close));
  else root.replaceChildren(pill(status, open));
}

function panel(status: Status, close: () => void): HTMLElement {
  const section = element('section');
  section.setAttribute('role', 'alert');
  section.setAttribute('aria-label', 'Problems in the course');
  section.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
  });
  const button = element('button', 'Dismiss');
  button.addEventListener('click', close);
  const header = element('header');
  header.append(element('h2', heading(status)), button);
  section.append(header);
  if (status.stale && status.version > 0) section.append(element('p', 'You see the last build that worked.'));
  const list = element('ol');
  for (const problem of status.problems) {
    const item = element('li');
    item.className = problem.severity;
    const help = element('p', problem.help ?? '');
    help.className = 'help';
    item.append(
      element('code', problem.place),
      element('p', problem.message),
      ...(problem.help ? [help] : []),
    );
    list.append(item);
  }
  section.append(list);
  return section;
}

function pill(status: Status, open: () => void): HTMLElement {
  const button = element('button', heading(status));
  button.className = 'pill';
  button.addEventListener('click', open);
  return button;
}

function heading(status: Status): string {
  const count = (severity: string) =>
    status.problems.filter((problem) => problem.severity === severity).length;
  const parts = [
    [count('error'), 'error'],
    [count('warning'), 'warning'],
  ] as const;
  return parts
    .filter(([number]) => number > 0)
    .map(([number, noun]) => `${number} ${noun}${number === 1 ? '' : 's'}`)
    .join(', ');
}

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
