/**
 * A short stable digest for ids of things that authors did not name: FNV-1a, 32 bit, in base 36
 * (http://www.isthe.com/chongo/tech/comp/fnv/). Not for anything that an attacker gains from.
 */
export function shortDigest(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
