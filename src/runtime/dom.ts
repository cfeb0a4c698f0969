type Child = Node | string | undefined | false;
type Attributes = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>;

/**
 * An element with attributes and children. `true` sets an empty attribute, `false` and undefined none; a
 * function listens to the event of that name. Strings become text, never HTML.
 */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, '');
    else if (value !== false && value !== undefined) element.setAttribute(name, String(value));
  }
  element.append(...children.filter(isThere));
  return element;
}

function isThere(child: Child): child is Node | string {
  return child !== undefined && child !== false;
}

/** A button that does something at once. */
export function button(text: string, click: () => void, style = 'button'): HTMLButtonElement {
  return h('button', { type: 'button', class: style, click }, text);
}

/** Buttons and links in a row. */
export function row(...controls: readonly Child[]): HTMLElement {
  return h('div', { class: 'cluster' }, ...controls);
}

/** A list of things to do. */
export function steps(entries: readonly (readonly (Node | string)[])[]): HTMLElement {
  return h('ul', { class: 'steps' }, ...entries.map((entry) => h('li', {}, ...entry)));
}

/** An element around HTML that the compiler made and sanitised: the only place where markup is parsed. */
export function compiled(html: string, tag: 'div' | 'span' = 'div'): HTMLElement {
  const element = document.createElement(tag);
  element.innerHTML = html;
  return element;
}

/** Every element of a page that matches; those that are no HTMLElement are left out. */
export function all(selector: string, within: ParentNode = document): HTMLElement[] {
  return [...within.querySelectorAll(selector)].filter((found) => found instanceof HTMLElement);
}

/** The first element that matches. */
export function one(selector: string, within: ParentNode = document): HTMLElement | undefined {
  return all(selector, within)[0];
}

/** A slot of the page by its name: the page may not have it. */
export function slot(name: string, within: ParentNode = document): HTMLElement | undefined {
  return one(`[data-slot="${name}"]`, within);
}

/** Fills a slot and shows it; without children it is emptied and hidden. */
export function fill(place: HTMLElement | undefined, ...children: readonly Child[]): void {
  if (!place) return;
  const nodes = children.filter(isThere);
  place.replaceChildren(...nodes);
  place.hidden = nodes.length === 0;
}

/** Sets a property-like attribute only when it differs, so that observers and assistive technology stay quiet. */
export function setAttribute(element: Element, name: string, value: string | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

export function setText(element: Element | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
