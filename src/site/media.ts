import type { AssetFacts } from '../compile/assets.ts';
import type { OutputFile } from '../model/output.ts';

/** The author's files that the site carries, gathered while pages are made. */
export interface Media {
  /** The place of a course file in the site, relative to the root; asks for it to be copied. */
  use(path: string): string;
  facts(path: string): AssetFacts;
  /** One file for each that was used, sorted by path. */
  files(): OutputFile[];
}

/** Gathers media under names that hold a hash, so that caches may keep them for ever. */
export function gatherMedia(asset: (path: string) => AssetFacts): Media {
  const used = new Map<string, string>();
  const places = new Map<string, string>();
  const facts = new Map<string, AssetFacts>();
  const factsOf = (path: string): AssetFacts => {
    const known = facts.get(path);
    if (known !== undefined) return known;
    const found = asset(path);
    facts.set(path, found);
    return found;
  };
  return {
    use(path) {
      const known = places.get(path);
      if (known !== undefined) return known;
      const place = `media/${hashedName(path, factsOf(path).hash)}`;
      places.set(path, place);
      // The same bytes under the same name in two folders are one file of the site.
      if (!used.has(place)) used.set(place, path);
      return place;
    },
    facts: factsOf,
    files() {
      return [...used]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([path, source]) => ({ path, content: { copy: source } }));
    },
  };
}

/** `img/My photo.JPG` becomes `My-photo.<hash>.jpg`: safe in addresses and on every file system. */
export function hashedName(path: string, hash: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  const stem = dot > 0 ? name.slice(0, dot) : name;
  const extension =
    dot > 0
      ? name
          .slice(dot)
          .toLowerCase()
          .replace(/[^.a-z0-9]/g, '')
      : '';
  const safe = stem
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}-]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `${safe.slice(0, 60) || 'file'}.${hash}${extension}`;
}
