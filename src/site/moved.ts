import { MOVED_SCRIPT, movedPage } from '../../templates/site/pages/moved.ts';
import type { PageItem, SiteView } from '../../templates/site/types.ts';
import { presentName } from '../model/edition-names.ts';
import type { OutputFile } from '../model/output.ts';
import { contentPolicy } from './policy.ts';

/**
 * A small page at each address that a page had under an earlier name. None where a page is, or would need a folder of that name, also on file systems
 * that ignore letter case.
 */
export function* movedPages(
  site: SiteView,
  pages: readonly PageItem[],
  sha256: (text: string) => string,
): Generator<OutputFile, void> {
  const byId = new Map(pages.map((item) => [item.id, item]));
  const renamed = new Map(Object.entries(site.course.renamed ?? {}));
  const taken = new Set(pages.map(({ href }) => folded(href)));
  const folders = new Set([...taken].flatMap(foldersOf));
  const policy = contentPolicy({ scripts: [sha256(MOVED_SCRIPT)] });
  for (const old of renamed.keys()) {
    const item = byId.get(presentName(old, (name) => byId.has(name), renamed));
    if (item === undefined || /[#:]/.test(old)) continue;
    const path = `${item.kind === 'module' ? 'modules' : 'quizzes'}/${old}.html`;
    const place = folded(path);
    if (taken.has(place) || folders.has(place) || foldersOf(place).some((folder) => taken.has(folder)))
      continue;
    taken.add(place);
    for (const folder of foldersOf(place)) folders.add(folder);
    yield { path, content: movedPage(site, path, item, policy) };
  }
}

function foldersOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, n) => parts.slice(0, n + 1).join('/'));
}

function folded(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
