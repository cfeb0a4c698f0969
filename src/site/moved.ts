import { MOVED_SCRIPT, movedPage } from '../../templates/site/pages/moved.ts';
import { NOT_FOUND_STYLE, retiredPage } from '../../templates/site/pages/not-found.ts';
import type { PageItem, SiteView } from '../../templates/site/types.ts';
import { presentName } from '../model/edition-names.ts';
import type { OutputFile } from '../model/output.ts';
import { contentPolicy } from './policy.ts';

/**
 * A small page at each address that a page had under an earlier name, or that a retired one had (`retired`: their paths). None where a page is, or would need a folder of that name, also on file systems
 * that ignore letter case.
 */
export function* movedPages(
  site: SiteView,
  pages: readonly PageItem[],
  retired: readonly string[],
  sha256: (text: string) => string,
): Generator<OutputFile, void> {
  const byId = new Map(pages.map((item) => [item.id, item]));
  const renamed = new Map(Object.entries(site.course.renamed ?? {}));
  const taken = new Set(pages.map(({ href }) => folded(href)));
  const folders = new Set([...taken].flatMap(foldersOf));
  /** Takes a place, if it is free. */
  const takes = (path: string) => {
    const place = folded(path);
    if (taken.has(place) || folders.has(place) || foldersOf(place).some((folder) => taken.has(folder)))
      return false;
    taken.add(place);
    for (const folder of foldersOf(place)) folders.add(folder);
    return true;
  };
  const policy = contentPolicy({ scripts: [sha256(MOVED_SCRIPT)] });
  for (const old of renamed.keys()) {
    const item = byId.get(presentName(old, (name) => byId.has(name), renamed));
    if (item === undefined || /[#:]/.test(old)) continue;
    const path = `${item.kind === 'module' ? 'modules' : 'quizzes'}/${old}.html`;
    if (takes(path)) yield { path, content: movedPage(site, path, item, policy) };
  }
  const plain = contentPolicy({ scripts: [], styles: [sha256(NOT_FOUND_STYLE)] });
  for (const path of retired) if (takes(path)) yield { path, content: retiredPage(site, path, plain) };
}

function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, n) => parts.slice(0, n + 1).join('/'));
}

function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
