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

/** What the page waits for: the parts that were asked for, and its questions. */
export const loading = new Map<LateName | 'questions', Promise<unknown>>();
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

/** A part for who can wait. Rejects when it cannot be loaded, and says so in the page unless nobody asked for it. */
export async function load<Name extends LateName>(name: Name, aloud = true): Promise<LateParts[Name]> {
  if (!loading.has(name) && !here(name)) loading.set(name, insert(name));
  await loading.get(name);
  const part = here(name);
  if (part) return part;
  loading.delete(name);
  if (aloud) sayMissing(name);
  throw new Error(`late-${name} could not be loaded.`);
}

function here<Name extends LateName>(name: Name): LateParts[Name] | undefined {
  return window.coursewrightLate?.[name]?.(tools);
}

/** Puts a bundle into the page; fulfilled once that is done, be it in vain. */
function insert(name: LateName): Promise<unknown> {
  const path = runtime?.getAttribute(`data-late-${name}`) ?? '';
  const base = runtime instanceof HTMLScriptElement ? runtime.src : location.href;
  return new Promise((done) => {
    const load = () => {
      done(undefined);
      notices.get(name)?.remove();
      notices.delete(name);
      for (const wait of waiting.splice(0)) wait();
      show();
    };
    document.head.append(h('script', { src: `${new URL(path, base)}`, load, error: done }));
  });
}

/** One notice for each part, which stays where it is, with the focus on its button, as long as trying again fails. */
function sayMissing(name: LateName): void {
  const place = slot('notice');
  if (!place || notices.has(name)) return;
  const notice = h(
    'div',
    { class: 'notice', role: 'alert', lang: place.lang || undefined },
    h('p', {}, words.late.missing),
    button(words.late.again, () => void late(name)),
  );
  notices.set(name, notice);
  place.before(notice);
}
