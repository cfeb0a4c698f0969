/**
 * Parts of the runtime that few pages need, in bundles of their own (`late/<name>.ts`) that are loaded when something
 * asks for them: a script of this site, since pages from a disk take no modules and no `fetch`.
 */
import { button, h, slot } from './dom.ts';
import type { LateName, LateParts } from './late-parts.ts';
import { tools } from './tools.ts';
import * as words from './words.ts';

/** The runtime's own script: its `data-<name>` attributes say where the bundles are, seen from there. */
const runtime = document.currentScript;

const loading = new Map<LateName, Promise<unknown>>();
const notices = new Map<LateName, HTMLElement>();
let arrived = () => {};

/** Sets what is called after a part that `late` was asked for has arrived: bring the page up to date. */
export function onArrival(show: () => void): void {
  arrived = show;
}

/**
 * A part that is needed to show something: undefined while it is still to be loaded, and the page is brought up to date
 * once it is here. One that cannot be loaded is asked for again with the next change.
 */
export function late<Name extends LateName>(name: Name): LateParts[Name] | undefined {
  const part = here(name);
  // `load` says it in the page where that fails.
  if (!part && !loading.has(name)) load(name).catch(() => {});
  return part;
}

/** The same for who can wait. Says in the page that a part cannot be loaded, and rejects. */
export async function load<Name extends LateName>(name: Name): Promise<LateParts[Name]> {
  try {
    if (!here(name)) {
      if (!loading.has(name)) loading.set(name, insert(name));
      await loading.get(name);
    }
    const part = here(name);
    if (!part) throw new Error(`${name} was loaded and is not there`);
    notices.get(name)?.remove();
    return part;
  } catch (error) {
    loading.delete(name);
    sayMissing(name);
    throw error;
  }
}

function here<Name extends LateName>(name: Name): LateParts[Name] | undefined {
  return window.coursewrightLate?.[name]?.(tools);
}

function insert(name: LateName): Promise<unknown> {
  const { dataset, src } = runtime instanceof HTMLScriptElement ? runtime : h('script');
  return new Promise((done, fail) => {
    const load = () => {
      done(undefined);
      arrived();
    };
    const error = () => fail(new Error(`${dataset[name]} could not be loaded`));
    document.head.append(h('script', { src: `${new URL(dataset[name] ?? '', src)}`, load, error }));
  });
}

function sayMissing(name: LateName): void {
  const place = slot('notice');
  notices.get(name)?.remove();
  const again = () => void late(name);
  const notice = h(
    'div',
    { class: 'notice', role: 'alert', lang: place?.lang || undefined },
    h('p', {}, words.late.missing),
    button(words.late.again, again),
  );
  notices.set(name, notice);
  place?.before(notice);
}
