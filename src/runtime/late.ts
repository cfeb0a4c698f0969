/**
 * Parts of the runtime that few pages need, in bundles of their own (`late/<name>.ts`) that are loaded when something
 * asks for them: a script of this site, since pages from a disk take no modules and no `fetch`.
 */
import { button, h, slot } from './dom.ts';
import type { LateName, LateParts } from './late-parts.ts';
import { tools } from './tools.ts';
import * as words from './words.ts';

/** The runtime's own script: its attributes `data-late-<name>` say where the bundles are, seen from there. */
const runtime = document.currentScript;

const loading = new Map<LateName, Promise<unknown>>();
const notices = new Map<LateName, HTMLElement>();
const waiting: (() => void)[] = [];
let show = () => {};

/** Sets what brings the page up to date: called when a part has arrived. */
export function onArrival(update: () => void): void {
  show = update;
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

/** Does something with a part: at once, or when it has arrived. */
export function whenHere<Name extends LateName>(name: Name, use: (part: LateParts[Name]) => void): void {
  const part = late(name);
  if (part) use(part);
  else waiting.push(() => whenHere(name, use));
}

/** A part for who can wait. Says in the page that it cannot be loaded, and rejects. */
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
  const path = runtime?.getAttribute(`data-late-${name}`) ?? '';
  const base = runtime instanceof HTMLScriptElement ? runtime.src : location.href;
  return new Promise((done, fail) => {
    const load = () => {
      done(undefined);
      for (const wait of waiting.splice(0)) wait();
      show();
    };
    const error = () => fail(new Error(`${path} could not be loaded`));
    document.head.append(h('script', { src: `${new URL(path, base)}`, load, error }));
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
