import { readFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import { kinds } from '../../src/questions/registry.ts';

/** The parts of our JSON Schemas that the reference shows. */
interface Schema {
  readonly $ref?: string;
  readonly title?: string;
  readonly description?: string;
  readonly 'x-is'?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly then?: Schema;
  readonly else?: Schema;
}

/** The reference page of one schema as Markdown: its own fields, then each part that it refers to. */
export async function schemaPage(name: string): Promise<string> {
  const text = await readFile(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8');
  const schema: Schema = JSON.parse(text);
  const definitions = schema.definitions ?? {};
  const titled = Object.values(definitions).filter((part) => part.title !== undefined);
  const parts = name === 'quiz' ? await withTypes(titled) : titled;
  const sections = [
    `# ${schema.title}`,
    `<!-- Made from schemas/${name}.schema.json by \`npm run docs\`: edit the schema instead. -->`,
    schema.description ?? '',
    name === 'module' ? '' : editorHelp(name),
    ...fieldsOf(schema, definitions),
    ...parts.flatMap((part) => [`## ${part.title}`, part.description ?? '', ...fieldsOf(part, definitions)]),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

/** Editors need all fields of all question types in one place; readers what all have in common, and then those of each type. */
async function withTypes(parts: readonly Schema[]): Promise<Schema[]> {
  const read = async (path: string): Promise<Schema> =>
    JSON.parse(await readFile(new URL(`../../src/questions/${path}`, import.meta.url), 'utf8'));
  const common = await read('schema.json');
  const types = await Promise.all(kinds.map(({ type }) => read(`${type}/schema.json`)));
  const byTitle = types.sort((a, b) => ((a.title ?? '') < (b.title ?? '') ? -1 : 1));
  return parts.flatMap((part) => {
    if (part.title !== 'Question') return [part];
    const description = `${part.description} Which of them are there besides these hangs on its type: see below.`;
    const { properties = {} } = common;
    const own = byTitle.map((type) => ({ ...type, title: `Question: ${type.title}` }));
    return [{ title: part.title, description, properties, required: ['prompt'] }, ...own];
  });
}

/** How an editor finds the schema: `course init` copies it into the course, and the package carries it too. */
function editorHelp(name: string): string {
  const depth = name === 'quiz' ? '../' : '';
  const from = (folder: string) => `# yaml-language-server: $schema=${depth}${folder}/${name}.schema.json`;
  return [
    'Editors with a YAML language server (VS Code with the YAML extension, Neovim, Helix, Zed, …) complete and check',
    'the file when its first line names the schema. Courses that `course init` made have a copy of it:',
    `\n\n\`\`\`yaml\n${from('.course/schemas')}\n\`\`\`\n\nElsewhere the one in the package serves as well:`,
    `\n\n\`\`\`yaml\n${from('node_modules/coursewright/schemas')}\n\`\`\``,
  ]
    .join(' ')
    .replaceAll(' \n', '\n');
}

function fieldsOf(schema: Schema, definitions: Readonly<Record<string, Schema>>): string[] {
  const branches = [schema, schema.then, schema.else].flatMap((each) => each ?? []);
  const rows = branches.flatMap((each) =>
    // What a branch only rules out is no field.
    Object.entries(each.properties ?? {})
      .filter(([, value]) => Object.keys(value).length > 0)
      .map(([field, value]) => row(field, value, each, definitions)),
  );
  if (typeof schema.additionalProperties === 'object') {
    rows.push(row('any name', schema.additionalProperties, schema, definitions));
  }
  if (rows.length === 0) return formsOf(schema, definitions);
  return [['| Field | Value | Meaning | Example |', '| --- | --- | --- | --- |', ...rows].join('\n')];
}

interface Form {
  readonly part: Schema;
  readonly required: readonly string[];
}

/** What can be written in several forms (an id, an item, a section): one row each, with the fields of the form. */
function formsOf(schema: Schema, definitions: Readonly<Record<string, Schema>>): string[] {
  const forms = schema.then === undefined ? [] : [...formsIn(schema.then, [], definitions)];
  if (forms.length === 0) return [];
  const [bare, ...examples] = (schema.examples ?? []).map((example) => `\`${inline(example)}\``);
  const rows = forms.map(({ part, required }, index) => {
    const names = [
      ...new Set([...required, ...(part.required ?? []), ...Object.keys(part.properties ?? {})]),
    ];
    const needed = new Set([...required, ...(part.required ?? [])]);
    const fields = names.map((name) => (needed.has(name) ? `\`${name}\` (required)` : `\`${name}\``));
    const isOpen = part.allOf !== undefined;
    return `| [${part['x-is']}](#${anchor(part.title ?? '')}) | ${fields.join(', ')}${isOpen ? ', and those of its type' : ''} | ${examples[index] ?? ''} |`;
  });
  return [
    ['| Form | Fields | Example |', '| --- | --- | --- |', `| an id | none | ${bare ?? ''} |`, ...rows].join(
      '\n',
    ),
  ];
}

function* formsIn(
  schema: Schema,
  required: readonly string[],
  definitions: Readonly<Record<string, Schema>>,
): Generator<Form> {
  const part = definitionOf(schema, definitions);
  const all = [...required, ...(schema.required ?? [])];
  if (part !== undefined) yield { part, required: all };
  for (const each of [schema.then, schema.else, ...(schema.allOf ?? [])]) {
    if (each !== undefined) yield* formsIn(each, all, definitions);
  }
}

function row(
  field: string,
  schema: Schema,
  owner: Schema,
  definitions: Readonly<Record<string, Schema>>,
): string {
  const named = field === 'any name' ? 'any name' : `\`${field}\``;
  const required = owner.required?.includes(field) ? `${named} (required)` : named;
  const fallback = schema.default === undefined ? '' : ` Default: \`${inline(schema.default)}\`.`;
  const examples = (schema.examples ?? []).map((example) => {
    const key = field === 'any name' ? '' : `${field}: `;
    return `\`${key}${inline(example)}\``;
  });
  const cells = [
    required,
    value(schema, definitions),
    `${schema.description ?? ''}${fallback}`,
    examples.join('<br>'),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** What the value is, linked to the section that explains it. */
function value(schema: Schema, definitions: Readonly<Record<string, Schema>>): string {
  const target = definitionOf(schema.allOf?.[0] ?? schema, definitions);
  const is = schema['x-is'] ?? target?.['x-is'] ?? '';
  if (schema.const !== undefined) return `\`${schema.const}\``;
  const linked =
    target ?? definitionOf(schema.items, definitions) ?? definitionOf(object(schema), definitions);
  const words = linked?.title === undefined ? is : `[${is}](#${anchor(linked.title)})`;
  return schema.enum === undefined
    ? words
    : `${words}: ${schema.enum.map((each) => `\`${each}\``).join(', ')}`;
}

function object(schema: Schema): Schema | undefined {
  return typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
}

function definitionOf(
  schema: Schema | undefined,
  definitions: Readonly<Record<string, Schema>>,
): Schema | undefined {
  const name = schema?.$ref?.replace('#/definitions/', '');
  return name === undefined ? undefined : definitions[name];
}

/** YAML on one line, as an author would write it. */
function inline(example: unknown): string {
  return stringify(example, { collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: true }).trim();
}

function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
}
