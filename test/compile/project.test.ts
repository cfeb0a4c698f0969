import { describe, expect, it } from 'vitest';
import { memoryCache } from '../../src/compile/cache.ts';
import { compileJob } from '../../src/compile/job.ts';
import { type CompileTools, compileCourse } from '../../src/compile/project.ts';
import type { CompileThreads } from '../../src/compile/threads.ts';
import { describe as inWords } from '../../src/lint/describe.ts';
import { lint } from '../../src/lint/run.ts';
import type { CourseFiles } from '../../src/model/files.ts';
import { digest } from '../../src/platform/cache-store.ts';

function folder(texts: Record<string, string | Uint8Array>): CourseFiles {
  const bytes = new Map(
    Object.entries(texts).map(([path, text]) => [
      path,
      typeof text === 'string' ? new TextEncoder().encode(text) : text,
    ]),
  );
  return {
    list: () => [...bytes].sort().map(([path, content]) => ({ path, bytes: content.length, modified: 0 })),
    read: (path) => bytes.get(path) ?? new Uint8Array(),
    refused: () => [],
  };
}

const course = {
  'course.yaml': 'id: c\ntitle: C\npathway:\n  type: linear\n  items: [a, b, q]\n',
  'modules/a.md': '# A\n\n[b](b.md#there) ::: text\n',
  'modules/b.md': '# B\n\n## There\n\n::audio[Talk]{src=/assets/t.mp3 transcript=/assets/t.md}\n',
  'quizzes/q.yaml':
    'title: Q\nquestions:\n  - id: one\n    prompt: Which *one*?\n    options:\n      - { text: A, correct: true }\n      - { text: B }\n',
  'glossary.yaml': 'Word: A *thing*.\n',
  'assets/t.md': 'Spoken *words*.\n\n[out](https://example.org) [in](../modules/a.md)\n',
  'assets/t.mp3': 'x',
};

const tools = (more: Partial<CompileTools> = {}): CompileTools => ({ cache: memoryCache(), digest, ...more });

describe('compiling a course', () => {
  it('joins everything', async () => {
    const loaded = await compileCourse(folder(course), tools());
    expect(loaded.findings).toEqual([]);
    expect(loaded.course?.items.map((item) => item.id)).toEqual(['pathway', 'a', 'b', 'q']);
    expect(loaded.quizzes.get('q')?.questions[0]?.prompt.html).toBe('Which <em>one</em>?');
    expect(loaded.glossary[0]?.definition.html).toBe('A <em>thing</em>.');
    expect(loaded.transcripts.get('assets/t.md')).toBe(
      '<p>Spoken <em>words</em>.</p>\n<p><a href="https://example.org">out</a> <a>in</a></p>',
    );
  });

  it('says of a file that cannot be read that it cannot be read, and checks the others', async () => {
    const readable = folder({ ...course, 'modules/b.md': '[x](nowhere.md)\n' });
    const read = (path: string) => {
      if (path !== 'modules/a.md') return readable.read(path);
      throw Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    };
    const loaded = await compileCourse({ ...readable, read }, tools());
    const found = inWords(lint(loaded), loaded.texts).map(({ rule, file }) => `${rule} ${file}`);
    expect(found.filter((each) => !each.startsWith('assessment/'))).toEqual([
      'file/refused modules/a.md',
      'link/missing-target modules/b.md',
    ]);
  });

  it('compiles only what changed', async () => {
    const cache = memoryCache();
    const first = await compileCourse(folder(course), tools({ cache }));
    const again = await compileCourse(folder(course), tools({ cache }));
    expect(first.compiled.length).toBeGreaterThanOrEqual(4);
    expect(again.compiled).toEqual([]);
    expect(again.pages).toEqual(first.pages);
    const edited = await compileCourse(folder({ ...course, 'modules/a.md': '# A2\n' }), tools({ cache }));
    expect(edited.compiled).toEqual(['modules/a.md']);
    expect(edited.pages.get('a')?.meta.title.value).toBe('A2');
  });

  it('keeps two files of the same text apart', async () => {
    const same = { ...course, 'modules/b.md': course['modules/a.md'] };
    const cache = memoryCache();
    await compileCourse(folder(same), tools({ cache }));
    const loaded = await compileCourse(folder(same), tools({ cache }));
    expect([...loaded.pages.values()].map((page) => page.file)).toEqual(['modules/a.md', 'modules/b.md']);
  });

  it('survives bytes that are no text', async () => {
    const bytes = new Uint8Array([35, 32, 65, 10, 0xff, 0xfe]);
    const loaded = await compileCourse(folder({ ...course, 'modules/a.md': bytes }), tools());
    expect(loaded.findings.map((finding) => finding.rule)).toContain('file/invalid-utf8');
    expect(loaded.course?.items.map((item) => item.id)).toContain('a');
  });

  it('has words for everything that it finds', async () => {
    const text = '# A\n\n:::note\n<script>x</script> [x](javascript:y)\n\n## \n\n::video[x]{src=v.mp4}\n';
    const loaded = await compileCourse(folder({ ...course, 'modules/a.md': text }), tools());
    expect(loaded.findings.length).toBeGreaterThan(3);
    for (const diagnostic of inWords(loaded.findings, loaded.texts)) expect(diagnostic.message).not.toBe('');
  });
});

describe('threads', () => {
  const stubborn = `x${'*_'.repeat(3000)}`;
  const record = (stops: (path: string) => boolean) => {
    const asked: { paths: string[]; seconds: number }[] = [];
    const threads: CompileThreads = {
      size: 2,
      run: async (jobs, seconds) => {
        asked.push({ paths: jobs.map((job) => job.file.path), seconds });
        if (jobs.some((job) => stops(job.file.path))) return { stopped: true };
        return {
          result: await Promise.all(jobs.map(async (job) => JSON.stringify(await compileJob(job)))),
        };
      },
    };
    return { asked, threads };
  };

  it('get what could be slow, and nothing else', async () => {
    const { asked, threads } = record(() => false);
    const loaded = await compileCourse(folder({ ...course, 'modules/a.md': stubborn }), tools({ threads }));
    expect(asked.map(({ paths }) => paths)).toEqual([['modules/a.md']]);
    expect(loaded.findings).toEqual([]);
  });

  it('may be stopped: a finding, and the page is tried again next time', async () => {
    const { threads } = record(() => true);
    const cache = memoryCache();
    const files = folder({ ...course, 'modules/a.md': stubborn });
    const loaded = await compileCourse(files, tools({ threads, cache }));
    expect(loaded.findings.map((finding) => finding.rule)).toEqual(['markdown/too-slow']);
    const again = await compileCourse(files, tools({ threads: record(() => false).threads, cache }));
    expect(again.compiled).toEqual(['modules/a.md']);
    expect(again.findings).toEqual([]);
  });

  it('get less time after one was stopped, and in the end none', async () => {
    const { asked, threads } = record(() => true);
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`modules/x${n}.md`, stubborn]));
    const loaded = await compileCourse(folder({ ...course, ...many }), tools({ threads }));
    const total = asked.reduce((sum, { seconds }) => sum + seconds, 0);
    expect(total / threads.size).toBeLessThan(10);
    const slow = loaded.findings.filter((finding) => finding.rule === 'markdown/too-slow');
    expect(slow).toHaveLength(60);
    expect(slow.at(-1)?.args).toEqual({ seconds: 0 });
  });

  it('share many ordinary pages, and give the same as one thread', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, n) => [`modules/x${n}.md`, `# X${n}\n\nSome *text*.\n`]),
    );
    const { asked, threads } = record((path) => path === 'modules/x7.md');
    const loaded = await compileCourse(folder({ ...course, ...many }), tools({ threads }));
    const alone = await compileCourse(folder({ ...course, ...many }), tools());
    expect(asked.length).toBeGreaterThan(5);
    expect(loaded.pages).toEqual(alone.pages);
  });
});
