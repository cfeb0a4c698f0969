import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** What a question type does in the browser: a room of single files. */
const WIDGETS = 'src/questions/*/widget';

/** Rooms that may use Node, and the one that may use the DOM (besides the dev client, which is a page's script). */
const NODE_ROOMS = new Set(['src/platform', 'src/serve', 'src/cli']);
const DOM_ROOMS = new Set(['src/runtime', 'src/serve/client', WIDGETS]);

/** Files that may be longer than 400 lines, each with its reason. */
const LONG: Readonly<Record<string, string>> = {
  'src/words/de.ts': 'a language is one file',
  'src/words/en.ts': 'a language is one file',
  'src/words/es.ts': 'a language is one file',
  'src/words/fr.ts': 'a language is one file',
};

interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function sources(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('generated'),
    )
    .map((entry) => {
      const path = relative(ROOT, join(entry.parentPath, entry.name));
      const text = readFileSync(join(ROOT, path), 'utf8');
      return { path, text, imports: importsOf(text) };
    });
}

/** Everything a file imports or re-exports, types and lazy imports included. */
function importsOf(text: string): string[] {
  const statement =
    /^(?:import|export)\b[^'"`;]*?\bfrom\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm;
  return [...text.matchAll(statement)].flatMap((match) => match[1] ?? match[2] ?? match[3] ?? []);
}

/**
 * The rooms of docs/architecture.md with the paths that each may import: a room, or one file of it where the
 * table says "room (file only)"; undefined for "everything".
 */
function rooms(): Map<string, readonly string[] | undefined> {
  const text = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');
  const rows = text.matchAll(/^\| `((?:src|templates)\/[\w/*-]+)`\s*\|[^|]*\|([^|]*)\|$/gm);
  return new Map(
    [...rows].map(([, room = '', cell = '']) => {
      const words = cell.split(',').map((word) => word.trim().replaceAll('`', ''));
      if (words[0] === 'everything') return [room, undefined];
      const names = words.filter((word) => word !== 'nothing' && word !== '-');
      return [room, names.map(allowedPath)];
    }),
  );
}

function allowedPath(words: string): string {
  const [, name = '', file] = /^([\w/-]+)(?: \((\w+) only\))?$/.exec(words) ?? [];
  const folder = name.includes('/') ? name : `src/${name}`;
  return file === undefined ? `${folder}/` : `${folder}/${file}.ts`;
}

const ROOMS = rooms();
const ALL = [...sources('src'), ...sources('templates/site')];

/** The innermost room that a path lies in. */
function roomOf(path: string, names: Iterable<string> = ROOMS.keys()): string | undefined {
  if (/^src\/questions\/[\w-]+\/(?:widget|controls|late)\.ts$/.test(path)) return WIDGETS;
  return [...names].filter((room) => path.startsWith(`${room}/`)).sort((a, b) => b.length - a.length)[0];
}

function target(source: Source, imported: string): string {
  return relative(ROOT, resolve(ROOT, dirname(source.path), imported));
}

const local = (imported: string) => imported.startsWith('.');

describe('the rooms', () => {
  it('stand in docs/architecture.md, all of them', () => {
    const folders = readdirSync(join(ROOT, 'src')).map((name) => `src/${name}`);
    expect([...ROOMS.keys()].filter((room) => room.startsWith('src/') && room !== WIDGETS).sort()).toEqual(
      folders.sort(),
    );
    expect(ROOMS.get('src/model')).toEqual([]);
    expect(ROOMS.get('src/lint')).toContain('src/path/');
    expect(ROOMS.get('src/lint')).toContain('src/compile/findings.ts');
  });

  it('import only what the table allows', () => {
    const wrong = ALL.flatMap((source) => {
      const room = roomOf(source.path);
      const allowed = room === undefined ? [] : ROOMS.get(room);
      return source.imports
        .filter(local)
        .map((imported) => target(source, imported))
        .filter((path) => {
          const other = roomOf(path);
          // The package's own name and version; generated code lies in the room that uses it.
          if (path === 'package.json' && room === 'src/cli') return false;
          if (other === room) return false;
          if (other === undefined || other === 'src/cli') return true;
          return allowed !== undefined && !allowed.some((start) => path.startsWith(start));
        })
        .map((path) => `${source.path} → ${path}`);
    });
    expect(wrong).toEqual([]);
  });

  it('are allowed nothing that they do not import', () => {
    const unused = [...ROOMS].flatMap(([room, allowed = []]) => {
      const inside = ALL.filter(({ path }) => roomOf(path) === room);
      const used = inside.flatMap((source) =>
        source.imports.filter(local).map((each) => target(source, each)),
      );
      return allowed
        .filter((start) => !used.some((path) => path.startsWith(start)))
        .map((start) => `${room} → ${start}`);
    });
    expect(unused).toEqual([]);
  });

  it('leave Node to platform, serve and cli', () => {
    const wrong = ALL.filter((source) => {
      const room = roomOf(source.path, [...ROOMS.keys(), 'src/serve/client']);
      return source.imports.some((imported) => imported.startsWith('node:')) && !NODE_ROOMS.has(room ?? '');
    });
    expect(wrong.map((source) => source.path)).toEqual([]);
  });

  it('leave the DOM to the browser rooms', () => {
    const wrong = ALL.filter((source) => {
      const room = roomOf(source.path, [...ROOMS.keys(), ...DOM_ROOMS]) ?? '';
      return (
        !DOM_ROOMS.has(room) &&
        /^\s*(?!\/|\*).*\b(?:document|window)\.(?:querySelector|addEventListener|createElement)\(/m.test(
          source.text,
        )
      );
    });
    expect(wrong.map((source) => source.path)).toEqual([]);
  });

  it('name imported files with their endings, and Node with its protocol', () => {
    const builtin = /^(?:fs|path|os|url|http|crypto|child_process|worker_threads|util|stream|zlib)(?:\/|$)/;
    const wrong = ALL.flatMap((source) =>
      source.imports
        .filter(
          (imported) => builtin.test(imported) || (local(imported) && !/\.(?:tsx?|js|json)$/.test(imported)),
        )
        .map((imported) => `${source.path} → ${imported}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the files', () => {
  const sizes = ALL.map((source) => ({ path: source.path, lines: source.text.split('\n').length - 1 }));
  sizes.sort((a, b) => b.lines - a.lines);

  it('are short: about 100 lines at the median, and over 400 only for a reason', () => {
    const median = sizes[Math.floor(sizes.length / 2)]?.lines ?? 0;
    const total = sizes.reduce((sum, { lines }) => sum + lines, 0);
    const longest = sizes.slice(0, 5).map(({ path, lines }) => `${lines} ${path}`);
    console.log(`${sizes.length} files, ${total} lines, median ${median}; longest: ${longest.join(', ')}`);
    expect(median).toBeLessThanOrEqual(120);
    expect(sizes.filter(({ path, lines }) => lines > 400 && LONG[path] === undefined)).toEqual([]);
  });

  it('do not hide in a room called utils', () => {
    expect(
      ALL.map((source) => source.path).filter((path) =>
        /(?:^|\/)(?:utils?|helpers?|misc|common)(?:\/|\.)/.test(path),
      ),
    ).toEqual([]);
  });
});
