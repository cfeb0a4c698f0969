import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const WORDS = (
  'learner course module lesson feedback question answer pace place time video audio transcript caption quiz ' +
  'score attempt mastery evidence badge certificate progress pathway branch option route hurdle playlist review ' +
  'retry discussion prompt reply cohort deadline nudge reminder bandwidth offline device browser keyboard focus ' +
  'contrast language reading writing practice example exercise project portfolio rubric criterion level goal ' +
  'outcome activity resource glossary diagram table figure summary outline draft version plan design'
).split(' ');

const CODE = {
  js: (name: string) =>
    `export function ${name}(items, from = 0) {\n  // Sum what is left.\n  let total = 0;\n  for (const item of items.slice(from)) {\n    if (item.done === true) continue;\n    total += Math.max(1, item.minutes ?? 5);\n  }\n  return { total, text: \`about \${total} minutes\` };\n}`,
  python: (name: string) =>
    `def ${name}(items, start=0):\n    """Sum what is left."""\n    total = 0\n    for item in items[start:]:\n        if item.get("done"):\n            continue\n        total += max(1, item.get("minutes", 5))\n    return {"total": total, "text": f"about {total} minutes"}`,
  css: (name: string) =>
    `.${name} {\n  display: grid;\n  gap: 1rem;\n  color: #1a1a1a;\n}\n@media (min-width: 40em) {\n  .${name} { grid-template-columns: 1fr 2fr; }\n}`,
  yaml: (name: string) =>
    `id: ${name}\npass: 80%\nattempts: 3\nquestions:\n  - id: first\n    prompt: Which one?\n    options:\n      - { text: This, correct: true }\n      - { text: That }`,
} as const;

/** A small seeded generator (mulberry32), so that every run makes the same lessons. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The id of the n-th lesson, from 0. */
export function lessonId(n: number): string {
  return `lesson-${String(n).padStart(5, '0')}`;
}

/** One lesson of about 6 KB: front matter, headings, prose with emphasis and links, lists, a table, code, an image. */
export function lesson(n: number, of: number): string {
  const next = random(n + 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const word = () => pick(WORDS);
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  const sentence = () => {
    const text = words(8 + Math.floor(next() * 10));
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  };
  const link = () =>
    next() < 0.7
      ? `[${words(2)}](${lessonId(Math.floor(next() * of))}.md)`
      : `[${words(3)}](https://example.org/${word()}/${word()})`;
  const rich = () =>
    pick([
      () => `${sentence()}.`,
      () => `${sentence()} *${words(2)}* ${words(3)}.`,
      () => `${sentence()}, **${words(2)}** and ${words(4)}.`,
      () => `${sentence()} ${link()} ${words(4)}.`,
      () => `${sentence()}: \`${word()}.${word()}()\` ${words(3)}.`,
    ])();
  const paragraph = () => Array.from({ length: 4 + Math.floor(next() * 3) }, rich).join(' ');
  const list = (mark: string) =>
    Array.from({ length: 5 }, (_, i) => `${mark === '1' ? `${i + 1}.` : mark} ${rich()}`).join('\n');
  const language = pick(['js', 'python', 'css', 'yaml'] as const);
  const title = sentence();
  const parts = [
    `---\ntitle: ${title}\ndescription: ${sentence()}.\nminutes: ${3 + Math.floor(next() * 9)}\n---`,
    `# ${title}`,
    paragraph(),
    `## ${words(3)}`,
    paragraph(),
    list('-'),
    `## ${words(4)}`,
    paragraph(),
    `| ${word()} | ${word()} | ${word()} |\n| --- | :-: | --: |\n${Array.from({ length: 5 }, () => `| ${words(2)} | **${word()}** | ${Math.floor(next() * 100)} |`).join('\n')}`,
    `### ${words(3)}`,
    paragraph(),
    `\`\`\`${language}\n${CODE[language](`${word()}_${n}`)}\n\`\`\``,
    `## ${words(3)}`,
    `![${words(6)}](../assets/figure.svg)`,
    paragraph(),
    list('1'),
    `> ${rich()} ${rich()}`,
  ];
  while (parts.join('\n\n').length < 6000) parts.push(paragraph());
  return `${parts.join('\n\n')}\n`;
}

const FIGURE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="320" viewBox="0 0 640 320"><rect width="640" height="320" fill="#ddd"/></svg>\n';

/** Lessons in one section. */
const SECTION = 20;

/** Writes a course of `count` lessons into a folder. */
export function writeLessons(folder: string, count: number): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const sections: string[] = [];
  for (let from = 0; from < count; from += SECTION) {
    const ids = Array.from({ length: Math.min(SECTION, count - from) }, (_, i) => lessonId(from + i));
    const number = from / SECTION + 1;
    sections.push(
      `    - { type: linear, id: part-${number}, title: Part ${number}, items: [${ids.join(', ')}] }`,
    );
  }
  write(
    'course.yaml',
    `id: benchmark\ntitle: Benchmark\nlanguage: en\npathway:\n  type: random-access\n  items:\n${sections.join('\n')}\n`,
  );
  write('assets/figure.svg', FIGURE);
  for (let n = 0; n < count; n++) write(`modules/${lessonId(n)}.md`, lesson(n, count));
}
