import { button, fill, h, row } from '../dom.ts';
import type { Page } from '../page.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';
import { LONGEST_LINK, toHash } from './link.ts';
import { contents } from './transfer.ts';

/** Progress as a link, to copy, to share and as a QR code, in `place`; or why there is none. */
export async function showLink(
  { progress, announce }: Page,
  { whenHere }: Pick<Tools, 'whenHere'>,
  place: HTMLElement,
): Promise<void> {
  const text = words.transfer;
  const say = (why: string) => {
    fill(place, h('p', {}, why));
    announce(why);
  };
  const address = location.href.replace(/[?#].*$/, '');
  const hash = await toHash(contents(progress));
  const link = address + hash.text;
  if (link.length > LONGEST_LINK) return say(text.linkLong(link.length, LONGEST_LINK));

  const field = h('input', { class: 'text-input', id: 'progress-link', readonly: true, value: link });
  field.addEventListener('focus', () => field.select());
  const outcome = h('p', { role: 'status' });
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      outcome.textContent = text.copied;
    } catch {
      // Refused, or not a secure address: the learner copies by hand.
      field.focus();
      outcome.textContent = text.copyFailed;
    }
  };
  const share = async () => {
    try {
      await navigator.share({ title: progress.course.title, url: link });
    } catch (error) {
      // Who closes the list of programs has not failed.
      if (!(error instanceof DOMException && error.name === 'AbortError'))
        outcome.textContent = text.copyFailed;
    }
  };
  const code = h('div', {});
  fill(
    place,
    h('h3', {}, text.linkTitle),
    h('p', {}, text.linkAbout),
    h('label', { for: 'progress-link' }, text.linkLabel),
    field,
    row(
      button(text.copy, () => void copy()),
      'share' in navigator && button(text.share, () => void share()),
    ),
    outcome,
    code,
  );
  field.focus();
  whenHere('qr', ({ picture }) => {
    const found = picture(address + hash.digits, text.qrAlt);
    fill(code, h('p', {}, found ? text.qr : text.qrLarge));
    if (found) code.append(found);
  });
}
