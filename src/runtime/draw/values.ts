import type { PutValues } from '../question-type.ts';

/** What stands in each question now. */
const shown = new WeakMap<HTMLElement, ReadonlyMap<string, string>>();

/** Puts drawn values in their places in a question; explanations and feedback, which come later, get them then. */
export const putValues: PutValues = (place, names, values) => {
  const isFirst = !shown.has(place);
  const mark = decimalMark();
  shown.set(place, new Map(names.map((name, i) => [name, (values[i] ?? '').replace('.', mark)])));
  fillIn(place);
  if (isFirst) new MutationObserver(() => fillIn(place)).observe(place, { childList: true, subtree: true });
};

function fillIn(place: HTMLElement): void {
  for (const element of place.querySelectorAll<HTMLElement>('[data-variable]')) {
    const value = shown.get(place)?.get(element.dataset.variable ?? '');
    // Only what differs: each change is observed.
    if (value && element.textContent !== value) element.textContent = value;
  }
}

function decimalMark(): string {
  try {
    return (0.5).toLocaleString(document.documentElement.lang).charAt(1);
  } catch {
    // A language tag that this browser does not take.
    return '.';
  }
}
