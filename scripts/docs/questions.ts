import { readFile } from 'node:fs/promises';
import type { QuestionType } from '../../src/questions/question.ts';
import { kinds, questionKinds } from '../../src/questions/registry.ts';
import { kilobytes, questionSizes } from './question-sizes.ts';

/** A type as the page shows it: its name, in a line what it asks, and its own page without the heading. */
interface Part {
  readonly type: QuestionType;
  readonly title: string;
  readonly description: string;
  readonly text: string;
}

const INTRO = `# Question types

<!-- Made from src/questions/*/README.md by \`npm run docs\`: edit those instead. -->

How each type is written, graded and shown. What all of them have (ids, points, hints, feedback, \`see\`, tags) and how quizzes ask them stands in the
[guide](../guide.md#questions-and-quizzes); every field of the YAML form in [quiz files](quiz.md). In Markdown the same fields stand in the braces behind \`question\`.`;

const LOAD = `A page loads the scripts of the types that are used on it and no others. The last column is what a type adds to what every page with questions
loads, compressed, in the language whose words take most; with questions of one type no page
waits for more than 20 KB of script. What compares typed answers and numbers (1.5 to 2.1 KB of those types) comes beside that.`;

/** The reference of all question types: a table of them, then what each says of itself, in Markdown. Asks for a built package. */
export async function questionsReference(): Promise<string> {
  const parts = (await Promise.all(kinds.map(({ type }) => partOf(type)))).sort(gradedFirst);
  const sizes = questionSizes();
  const rows = parts.map(({ type, title, description }) => {
    const size = sizes.get(type);
    if (size === undefined) throw new Error(`No script was built for questions of type ${type}.`);
    const asks = description.replaceAll('|', '\\|');
    return `| [${title}](#${anchor(title)}) | \`${type}\` | ${asks} | ${kilobytes(size)} |`;
  });
  const table = ['| Type | `type` | What it asks | Script |', '| --- | --- | --- | ---: |', ...rows].join(
    '\n',
  );
  const anchors = new Map<string, string>(parts.map(({ type, title }) => [type, anchor(title)]));
  const sections = parts.map(({ title, text }) => section(title, text, anchors));
  return `${[INTRO, table, LOAD, ...sections].join('\n\n')}\n`;
}

function gradedFirst(a: Part, b: Part): number {
  const rank = ({ type }: Part) => (questionKinds[type].graded ? 0 : 1);
  return rank(a) - rank(b) || (a.title < b.title ? -1 : 1);
}

async function partOf(type: QuestionType): Promise<Part> {
  const folder = new URL(`../../src/questions/${type}/`, import.meta.url);
  const [readme, schema] = await Promise.all(
    ['README.md', 'schema.json'].map((name) => readFile(new URL(name, folder), 'utf8')),
  );
  const { description } = JSON.parse(schema ?? '{}');
  const [, title, text] = /^# (.+)\n([\s\S]*)$/.exec(readme ?? '') ?? [];
  if (typeof description !== 'string' || title === undefined || text === undefined)
    throw new Error(`${type}: README.md has to begin with a heading, and schema.json to have a description.`);
  return { type, title, description, text: text.trim() };
}

/** A type's own page as a section: its headings one level down, and links to other types' pages as links within this one. */
function section(title: string, text: string, anchors: ReadonlyMap<string, string>): string {
  let fenced = false;
  const lines = text.split('\n').map((line) => {
    if (line.startsWith('```')) fenced = !fenced;
    if (fenced) return line;
    return line.startsWith('## ') ? `#${line}` : line;
  });
  const linked = lines.join('\n').replace(/\]\(\.\.\/([\w-]+)\/README\.md\)/g, (_, type: string) => {
    const target = anchors.get(type);
    if (target === undefined) throw new Error(`${title} links to ${type}, which is no question type.`);
    return `](#${target})`;
  });
  return `## ${title}\n\n${linked}`;
}

/** As GitHub makes anchors of headings. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}
