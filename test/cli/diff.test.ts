import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { BREAD, changed, type Files } from '../edition/published.ts';
import { course, scratch } from './run.ts';

let top = '';
let dir = '';

/** A repository with the small course in `bread`, committed once. */
beforeEach(() => {
  top = scratch();
  dir = join(top, 'bread');
  write(dir, BREAD);
  git('init', '--quiet', '--initial-branch=main');
  commit('first');
});

function write(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function git(...args: string[]): string {
  const done = spawnSync(
    'git',
    ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args],
    {
      cwd: top,
      encoding: 'utf8',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
    },
  );
  if (done.status !== 0) throw new Error(`git ${args.join(' ')}: ${done.stderr}`);
  return done.stdout.trim();
}

function commit(message: string): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', message);
}

/** Changes the course in the working folder. */
function edit(changes: Parameters<typeof changed>[1]): void {
  rmSync(dir, { recursive: true });
  write(dir, changed(BREAD, changes));
}

const RAISED = { 'quizzes/check.yaml': [['60%', '90%']] } as const;
const RENAMED = {
  'course.yaml': [['[kneading, check]', '[folding, check]']],
  'modules/kneading.md': null,
  'modules/folding.md': BREAD['modules/kneading.md'] ?? '',
  'quizzes/check.yaml': [['[kneading]', '[folding]']],
} as const;

const json = (...args: string[]) => {
  const { out, err, code } = course(['diff', ...args, '--format', 'json'], { cwd: dir });
  expect(err).not.toContain('Something went wrong');
  return { code, err, report: out === '' ? undefined : JSON.parse(out) };
};

describe('course diff', () => {
  it('compares with the last commit, and says so', () => {
    edit(RAISED);
    const { code, out } = course(['diff'], { cwd: dir });
    expect(out).toMatch(
      /^From HEAD \([0-9a-f]{7}\) to the course here\nNobody loses anything\. 1 rule changed/,
    );
    expect(out).toContain('The pass mark of “Basics check” is 90');
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(code).toBe(0);
  });

  it('compares with the lock file where there is one', () => {
    expect(course(['lock'], { cwd: dir }).code).toBe(0);
    edit(RENAMED);
    git('checkout', '--quiet', 'HEAD', '--', '.');
    edit(RENAMED);
    git('init', '--quiet');
    expect(course(['diff'], { cwd: dir }).out).toContain('From HEAD');
    rmSync(dir, { recursive: true });
    write(dir, BREAD);
    expect(course(['lock'], { cwd: dir }).code).toBe(0);
    const lock = readFileSync(join(dir, 'course-lock.json'), 'utf8');
    edit(RENAMED);
    writeFileSync(join(dir, 'course-lock.json'), lock);
    const { code, out, err } = course(['diff'], { cwd: dir });
    expect(code).toBe(1);
    expect(out).toContain('From course-lock.json to the course here');
    expect(out).toContain('Learners lose work: 1 name is gone without a word.');
    expect(err).toContain('has names, pass marks, attempts and mastery, and no other\nrules');
  });

  it('lists errors first, with places and what to do', () => {
    edit(RENAMED);
    const { code, out, err } = course(['diff'], { cwd: dir });
    expect(code).toBe(1);
    const [, first = ''] = out.split('\n\n');
    expect(first).toContain('Gone without a word');
    expect(first).toContain('module “Kneading”  kneading  HEAD:bread/modules/kneading.md:2:8');
    expect(first.replace(/\s+/g, ' ')).toContain('write `kneading: folding` under `renamed` in course.yaml');
    expect(err).toContain('Write that down: course diff --write');
  });

  it('writes what surely has another name, once, and leaves the rest of the file alone', () => {
    edit(RENAMED);
    const before = readFileSync(join(dir, 'course.yaml'), 'utf8');
    const { code, out, err } = course(['diff', '--write'], { cwd: dir });
    expect({ code, err }).toEqual({
      code: 0,
      err: 'Written to course.yaml:\n  renamed: kneading → folding (nearly all of its text is the same and the title is the same)\n\n',
    });
    expect(out).toContain('Nobody loses anything. 1 renamed.');
    const after = readFileSync(join(dir, 'course.yaml'), 'utf8');
    expect(after).toBe(`${before}\nrenamed:\n  kneading: folding\n`);
    expect(course(['diff', '--write'], { cwd: dir }).code).toBe(0);
    expect(readFileSync(join(dir, 'course.yaml'), 'utf8')).toBe(after);
  });

  it('guesses nothing: what has no likely name stays missing, or is retired when asked to', () => {
    edit({ 'course.yaml': [['    - flour\n', '']], 'modules/flour.md': null });
    const left = course(['diff', '--write'], { cwd: dir });
    expect(left.code).toBe(1);
    expect(left.err).toContain('Nothing was written to course.yaml.');
    expect(left.err).toContain('  course diff --write --retire\n');
    const retired = course(['diff', '--write', '--retire'], { cwd: dir });
    expect(retired.code).toBe(0);
    expect(readFileSync(join(dir, 'course.yaml'), 'utf8')).toMatch(/\nretired:\n {2}- flour\n$/);
    expect(course(['diff', '--retire'], { cwd: dir })).toMatchObject({ code: 2, out: '' });
    expect(course(['diff', 'HEAD', 'main', '--write'], { cwd: dir })).toMatchObject({ code: 2, out: '' });
  });

  it('says what else is to be written, and that the pathway has a name that is gone', () => {
    edit({
      'course.yaml': [['    - flour\n', '']],
      'modules/flour.md': null,
      'modules/kneading.md': null,
      'modules/folding.md': BREAD['modules/kneading.md'] ?? '',
    });
    const { err } = course(['diff', '--write'], { cwd: dir });
    expect(err).toContain('renamed: kneading → folding');
    expect(err).toContain('Something is still missing.');
    expect(err).toContain('  course diff --write --retire\n');
    expect(err).toMatch(/nothing of it can be built.*\n?.*course\.yaml:\d+: .*`kneading`/);
  });

  it('does not forget what a commit had renamed', () => {
    edit(RENAMED);
    course(['diff', '--write'], { cwd: dir });
    commit('renamed');
    edit(RENAMED);
    expect(json('HEAD').report.names).toContainEqual(
      expect.objectContaining({ name: 'kneading', verdict: 'missing', forgotten: true }),
    );
  });

  it('gives JSON that programs can rely on', () => {
    edit(RENAMED);
    const { code, report } = json();
    expect(code).toBe(1);
    expect(report).toMatchObject({
      version: 1,
      old: {
        kind: 'revision',
        from: 'HEAD',
        commit: git('rev-parse', 'HEAD'),
        course: { id: 'bread', title: 'Bread' },
      },
      now: { kind: 'folder', from: '.' },
      lossy: true,
      counts: { missing: 1, reused: 0, regraded: 0, retired: 0, renamed: 0, new: 1 },
    });
    expect(report.names.find(({ name }: { name: string }) => name === 'kneading')).toMatchObject({
      kind: 'module',
      verdict: 'missing',
      likely: { to: 'folding', sure: true },
      at: { file: 'HEAD:bread/modules/kneading.md', line: 2, column: 8 },
    });
  });

  it('reads two revisions, tags, branches, folders of revisions, and the course where it was before', () => {
    git('tag', 'v1.0');
    edit(RAISED);
    commit('raise');
    git('branch', 'other');
    git('mv', 'bread', 'courses');
    commit('move');
    dir = join(top, 'courses');
    expect(json('v1.0').report.rules).toHaveLength(1);
    expect(json('v1.0').err).toContain('In v1.0 the course is in bread.');
    expect(json('HEAD~1', 'HEAD').report.rules).toEqual([]);
    expect(json('v1.0:bread', 'other:bread').report.rules).toHaveLength(1);
    expect(json('HEAD^{/raise}:bread', '.').report.rules).toEqual([]);
    expect(course(['diff', 'v1.0:nowhere'], { cwd: dir })).toMatchObject({
      code: 2,
      err: expect.stringContaining('It has one in bread'),
    });
  });

  it('takes a folder before a branch of its name, says so, and takes the branch by its colon', () => {
    git('branch', 'older');
    edit(RAISED);
    commit('raise');
    cpSync(dir, join(top, 'older'), { recursive: true });
    const at = (...args: string[]) => course(['diff', ...args, '--format', 'json'], { cwd: top });
    const folder = at('older', 'bread');
    expect(JSON.parse(folder.out)).toMatchObject({ old: { kind: 'folder' }, rules: [] });
    expect(folder.err).toContain(
      'older is a folder here and a revision; the former was taken. The revision: older:',
    );
    const branch = at('older:', 'bread');
    expect(JSON.parse(branch.out)).toMatchObject({ old: { kind: 'revision' }, rules: [{ type: 'pass' }] });
  });

  it('reads built sites, with and without their list of names', () => {
    const site = join(top, 'site');
    expect(course(['build', '--out', site], { cwd: dir }).code).toBe(0);
    edit({
      ...RENAMED,
      'quizzes/check.yaml': [
        ['[kneading]', '[folding]'],
        ['60%', '90%'],
      ],
    });
    for (const without of [false, true]) {
      if (without) rmSync(join(site, 'edition.json'));
      const { code, report } = json(site);
      expect(code).toBe(1);
      expect(report.old).toMatchObject({ kind: 'site', course: { id: 'bread' } });
      expect(report.counts).toMatchObject({ missing: 1, new: 1, reused: 0 });
      expect(report.rules).toContainEqual(
        expect.objectContaining({ type: 'pass', item: 'check', was: 0.6, is: 0.9 }),
      );
    }
  });

  it.each([
    ['no such thing', ['nowhere'], /nowhere is neither a folder or file here, nor a commit/],
    ['a folder without a course', ['..'], /holds neither a course nor a built site/],
    [
      'a name that git would take for an option',
      ['--', '--output=x'],
      /no revision: none begins with a dash/,
    ],
    ['a range', ['main..main'], /main\.\.main is neither/],
    ['the index', [':bread'], /names no revision before the colon/],
    ['a file of something else', ['course.yaml'], /is no portable course/],
    ['a revision without a course', ['HEAD:bread/modules'], /no course\.yaml in bread\/modules/],
    ['a way out of the repository', ['HEAD:../..'], /no course\.yaml/],
  ])('says what is wrong with %s', (_, args, expected) => {
    const { code, out, err } = course(['diff', ...args], { cwd: dir });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(expected);
    expect(err).not.toMatch(/\n {4}at /);
  });

  it('says what to do where nothing can be compared, and follows no variable to another repository', () => {
    const alone = scratch();
    write(alone, BREAD);
    expect(course(['diff'], { cwd: alone, env: { GIT_CEILING_DIRECTORIES: dirname(alone) } })).toMatchObject({
      code: 2,
      err: expect.stringMatching(/nothing to compare the course with|lies in no git repository/),
    });
    // Variables that lead git elsewhere, as in a hook, never reach it.
    const astray = course(['diff', 'HEAD'], {
      cwd: dir,
      env: { GIT_DIR: join(alone, '.git'), GIT_INDEX_FILE: '/nowhere' },
    });
    expect(astray.code).toBe(0);
  });

  // Only root can give a folder away.
  it.runIf(process.getuid?.() === 0)('explains why git does not trust a folder of somebody else', () => {
    for (const folder of [top, join(top, '.git')]) chownSync(folder, 54321, 54321);
    const { code, err } = course(['diff', 'HEAD'], {
      cwd: dir,
      env: { GIT_CONFIG_GLOBAL: '/dev/null', HOME: scratch() },
    });
    expect(code).toBe(2);
    expect(err).toContain('belongs to another user');
    expect(err).toContain('git config --global --add safe.directory');
  });

  it('refuses what cannot be read rather than to call it missing', () => {
    writeFileSync(join(dir, 'quizzes/check.yaml'), Buffer.from([0xff, 0xfe, 0xc3, 0x28]));
    const { code, err } = course(['diff'], { cwd: dir });
    expect(code).toBe(2);
    expect(err).toContain('quizzes/check.yaml cannot be read');
  });
});

describe('a stranger’s repository', () => {
  /** Programs that the repository would like to have run; each leaves a mark. */
  const traps = () => {
    const mark = join(top, 'RAN');
    const trap = join(top, 'trap.sh');
    writeFileSync(trap, `#!/bin/sh\necho "$0 $@" >> '${mark}'\ncat\n`);
    chmodSync(trap, 0o755);
    return { mark, trap };
  };

  it('runs nothing that it asks for', () => {
    const { mark, trap } = traps();
    for (const [key, value] of [
      ['core.fsmonitor', trap],
      ['core.pager', trap],
      ['core.sshCommand', trap],
      ['core.editor', trap],
      ['core.askPass', trap],
      ['core.gitProxy', trap],
      ['core.hooksPath', join(top, 'hooks')],
      ['core.alternateRefsCommand', trap],
      ['credential.helper', trap],
      ['diff.external', trap],
      ['diff.evil.command', trap],
      ['diff.evil.textconv', trap],
      ['filter.evil.smudge', trap],
      ['filter.evil.clean', trap],
      ['filter.evil.process', trap],
      ['filter.evil.required', 'true'],
      ['gpg.program', trap],
      ['alias.rev-parse', `!${trap}`],
      ['alias.ls-tree', `!${trap}`],
      ['alias.cat-file', `!${trap}`],
      ['protocol.allow', 'always'],
      ['protocol.ext.allow', 'always'],
      ['include.path', join(top, 'more.config')],
    ] as const)
      git('config', '--local', key, value);
    writeFileSync(join(top, 'more.config'), `[core]\n\tfsmonitor = ${trap}\n`);
    writeFileSync(join(top, '.gitattributes'), '* diff=evil filter=evil\n');
    mkdirSync(join(top, 'hooks'));
    for (const hook of ['post-checkout', 'post-index-change', 'pre-auto-gc', 'reference-transaction'])
      cpSync(trap, join(top, 'hooks', hook));
    edit(RAISED);
    expect(json('HEAD').report.rules).toHaveLength(1);
    expect(existsSync(mark) ? readFileSync(mark, 'utf8') : '').toBe('');
  });

  it('fetches nothing that a partial clone lacks, by whatever helper it names', () => {
    const { mark, trap } = traps();
    const id = git('rev-parse', 'HEAD:bread/modules/flour.md');
    rmSync(join(top, '.git/objects', id.slice(0, 2), id.slice(2)));
    git('config', '--local', 'core.repositoryFormatVersion', '1');
    git('config', '--local', 'extensions.partialClone', 'origin');
    git('config', '--local', 'remote.origin.promisor', 'true');
    git('config', '--local', 'remote.origin.url', `ext::${trap} %S`);
    git('config', '--local', 'protocol.ext.allow', 'always');
    const { code, out, err } = course(['diff', 'HEAD'], { cwd: dir });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/partial clone|cannot read the repository/);
    expect(existsSync(mark)).toBe(false);
  });

  it('does not take a repository for granted that lies in a folder of it', () => {
    const { mark, trap } = traps();
    const inner = join(dir, 'assets');
    mkdirSync(inner);
    // A bare repository: its configuration would count for whoever stands in there.
    spawnSync('git', ['init', '--quiet', '--bare', inner]);
    spawnSync('git', ['--git-dir', inner, 'config', 'core.fsmonitor', trap]);
    write(inner, BREAD);
    course(['diff', 'HEAD'], { cwd: inner });
    expect(existsSync(mark)).toBe(false);
  });

  it('says that it reads no bare repository, and what to do', () => {
    const bare = join(scratch(), 'course.git');
    spawnSync('git', ['clone', '--quiet', '--bare', top, bare]);
    for (const names of [['HEAD', 'HEAD'], ['HEAD'], ['HEAD:bread', 'HEAD:bread']]) {
      const { code, out, err } = course(['diff', ...names], { cwd: bare });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('This folder is a bare repository');
      expect(err).toContain('git worktree add');
    }
    // A checkout of one is like any other.
    const tree = join(scratch(), 'tree');
    spawnSync('git', ['-C', bare, 'worktree', 'add', '--quiet', tree]);
    expect(course(['diff', 'HEAD'], { cwd: join(tree, 'bread') }).code).toBe(0);
  });

  it('follows no link out of the course, and names submodules and Git LFS', () => {
    writeFileSync(join(top, 'secret.md'), '---\ntitle: Secret\n---\n\nNot for learners.\n');
    symlinkSync('../../secret.md', join(dir, 'modules/out.md'));
    symlinkSync('/etc/passwd', join(dir, 'modules/far.md'));
    symlinkSync('loop.md', join(dir, 'modules/loop.md'));
    symlinkSync('kneading.md', join(dir, 'modules/again.md'));
    symlinkSync('../modules', join(dir, 'modules/folder.md'));
    git('update-index', '--add', '--cacheinfo', `160000,${git('rev-parse', 'HEAD')},bread/library`);
    commit('links');
    const { report, err } = json('HEAD', 'HEAD');
    expect(report.names.map(({ name }: { name: string }) => name)).not.toContain('out');
    expect(err).not.toContain('Secret');
    git('update-index', '--add', '--cacheinfo', `160000,${git('rev-parse', 'HEAD')},bread/library`);
    git('commit', '--quiet', '--message', 'submodule');
    expect(json('HEAD', 'HEAD').err).toContain('library is a submodule');
    edit({
      'modules/flour.md': `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 120\n`,
    });
    commit('large');
    expect(course(['diff', 'HEAD'], { cwd: dir }).err).toContain('bread/modules/flour.md is kept by Git LFS');
  });

  it('reads names that are hard to read', () => {
    edit({});
    write(dir, { 'assets/ü\n"\t\' ; rm -rf $(x).txt': 'x', 'assets/-rf': 'x', 'assets/%s%n': 'x' });
    commit('names');
    expect(json('HEAD', '.').code).toBe(0);
  });

  it('does not print what could deceive a terminal', () => {
    edit({ 'modules/kneading.md': [['title: Kneading', 'title: "Kneading \\e[31m\\u202e evil"']] });
    const { out } = course(['diff', '--all'], { cwd: dir });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be printed
    expect(out).not.toMatch(/[\u001b\u202e]/);
  });

  it('reads sites of strangers as data', () => {
    const site = join(top, 'site');
    mkdirSync(site);
    for (const manifest of [
      '',
      'x',
      'window.coursewright={',
      'window.coursewright={"course":{"items":1}};\n',
      'window.coursewright={"course":{"__proto__":{"a":1}}};\n',
      `window.coursewright={"course":${'['.repeat(5000)}};\n`,
      'process.exit(7)',
    ]) {
      writeFileSync(join(site, 'course.js'), manifest);
      const { code, out, err } = course(['diff', site], { cwd: dir });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('has no manifest that this version of course can read');
    }
    for (const list of [
      '',
      '[]',
      '{"format":"coursewright-edition","version":99}',
      '{"format":"coursewright-edition","version":1,"course":"bread","title":"x","published":{"a":1}}',
    ]) {
      writeFileSync(join(site, 'edition.json'), list);
      expect(course(['diff', site], { cwd: dir })).toMatchObject({ code: 2, out: '' });
    }
  });

  it.each([
    ['a device that never ends', 'course-lock.json', '/dev/zero', /link that leads out of its folder/],
    ['a file elsewhere', 'course-lock.json', '../outside.json', /link that leads out of its folder/],
    ['a device, named itself', undefined, '/dev/zero', /no plain file|no portable course/],
  ])('reads no lock that is %s', (_, name, target, said) => {
    writeFileSync(join(top, 'outside.json'), '{}');
    if (name !== undefined) symlinkSync(target, join(dir, name));
    for (const args of [['diff'], ['diff', name ?? target]]) {
      if (name === undefined && args.length === 1) continue;
      const { code, err } = course(args, { cwd: dir });
      expect(code).toBe(2);
      expect(err).toMatch(said);
    }
  });

  it('waits for no pipe, and reads no endless part of a site', () => {
    expect(spawnSync('mkfifo', [join(dir, 'course-lock.json'), join(dir, 'course.html')]).status).toBe(0);
    expect(course(['diff'], { cwd: dir })).toMatchObject({
      code: 2,
      err: expect.stringMatching(/no plain file/),
    });
    expect(course(['diff', 'course.html'], { cwd: dir }).err).toMatch(/no portable course/);
    expect(course(['validate'], { cwd: dir }).out).toMatch(/neither a file nor a folder/);
    const site = join(top, 'site');
    for (const name of ['edition.json', 'course.js']) {
      rmSync(site, { recursive: true, force: true });
      mkdirSync(site);
      symlinkSync('/dev/zero', join(site, name));
      expect(course(['diff', '../site'], { cwd: dir })).toMatchObject({
        code: 2,
        err: expect.stringMatching(/leads out/),
      });
    }
    mkdirSync(join(dir, 'assets'));
    symlinkSync('/dev/zero', join(dir, 'assets/course-build.json'));
    expect(course(['validate'], { cwd: dir }).out).toMatch(/link to a place outside/);
  });
});

describe('a lock that people have edited', () => {
  beforeEach(() => {
    expect(course(['lock'], { cwd: dir }).code).toBe(0);
  });
  const lock = () => join(dir, 'course-lock.json');
  const text = () => readFileSync(lock(), 'utf8');

  it('may begin with a byte order mark', () => {
    writeFileSync(lock(), `\u{feff}${text()}`);
    expect(course(['diff', 'course-lock.json'], { cwd: dir }).code).toBe(0);
    expect(course(['lock', '--check'], { cwd: dir }).code).toBe(0);
  });

  it.each([
    ['marks of a merge', () => `<<<<<<< HEAD\n${text()}`, /course-lock\.json:1: A merge has left its marks/],
    ['no JSON', () => text().replace('"title": "Bread",', '"title": "Bread"'), /:5: At this line/],
  ])('says of %s what validate says', (_, edited, said) => {
    writeFileSync(lock(), edited());
    const { code, err } = course(['diff'], { cwd: dir });
    expect(code).toBe(2);
    expect(err.replace(/\s+/g, ' ')).toMatch(said);
  });

  it('is no folder: validate says that nothing is known then', () => {
    rmSync(lock());
    mkdirSync(lock());
    const { code, out } = course(['validate'], { cwd: dir });
    expect(code).toBe(1);
    expect(out).toMatch(/course-lock\.json:1:1[\s\S]*only a file of that name is read/);
    expect(course(['diff'], { cwd: dir }).err).toMatch(/no plain file/);
  });
});
