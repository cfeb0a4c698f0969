import type { Tools } from '../tools.ts';

/** Offers a text as a file to save. */
export function download(
  h: Tools['h'],
  { name, text }: { readonly name: string; readonly text: string },
): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = h('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // Some browsers begin to read only after the click was handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
