// Control characters, marks that turn the direction of text, and line separators: in a terminal they could
// hide or forge output, and sources may come from strangers. U+200D stays: it joins emoji.
const UNPRINTABLE = /[\p{Cc}\p{Zl}\p{Zp}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** Text that is safe to print: what cannot be seen becomes U+FFFD, a line break or tab a blank. */
export function printable(text: string): string {
  return (
    text
      .replace(/\r\n|[\t\n\r]/g, ' ')
      .replace(UNPRINTABLE, '\u{fffd}')
      // The runner of GitHub Actions obeys `##[…]` anywhere in a line of a log.
      .replaceAll('##[', '#\u{2060}#[')
  );
}
