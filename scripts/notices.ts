import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The licence texts of every package that ended up in a bundle, as most of the licences ask for. `inputs` are
 * the paths of the bundled files. Throws when a package has neither a licence text nor a named licence.
 */
export function thirdPartyNotices(inputs: readonly string[]): string {
  const packages = new Map<string, string>();
  for (const path of inputs) {
    const found = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(path);
    if (found?.[1] !== undefined) packages.set(found[1], found[1]);
  }
  const notices = [...packages.keys()].map(notice);
  const unique = [...new Map(notices.map((entry) => [entry.title, entry])).values()];
  unique.sort((a, b) => (a.title < b.title ? -1 : 1));
  const head = 'course contains the following packages. Their authors ask that these texts go with them.\n';
  return [head, ...unique.map((entry) => `${'-'.repeat(80)}\n${entry.title}\n\n${entry.text}\n`)].join('\n');
}

function notice(folder: string): { title: string; text: string } {
  const about: { name: string; version: string; license?: string; author?: string | { name: string } } =
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  if (texts.length === 0 && about.license === undefined) {
    throw new Error(
      `${about.name} is bundled but names no licence: ${existsSync(folder) ? folder : 'it is gone'}`,
    );
  }
  const author = typeof about.author === 'object' ? about.author.name : about.author;
  const named = `Licence: ${about.license ?? 'see below'}${author === undefined ? '' : `\nAuthor: ${author}`}`;
  return { title: `${about.name} ${about.version}`, text: [named, ...texts].join('\n\n') };
}
