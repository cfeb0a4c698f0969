import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Ajv, type SchemaObject } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';
import { errorCode } from '../src/model/error-code.ts';

const SCHEMAS = ['course', 'module', 'glossary'] as const;
const root = new URL('../', import.meta.url);
const target = new URL('src/load/schema/generated/', root);

/** What a validator needs of its schema: prose for editors and the reference would only make it larger. */
const PROSE = new Set(['description', 'examples', 'default', 'title', '$comment']);

/**
 * Compiles the JSON Schemas into standalone validators, so that nothing compiles them at run time (120 ms
 * at each start). Writes `src/load/schema/generated/validators.js` and its types.
 */
export async function generate(): Promise<void> {
  const ajv = new Ajv({
    allErrors: true,
    // `required` would accept inherited names, such as `constructor`.
    ownProperties: true,
    // Errors carry their schema, whose `x-is` says in words what was expected.
    verbose: true,
    messages: false,
    strict: true,
    allowUnionTypes: true,
    strictRequired: false,
    strictTypes: false,
    code: { source: true, esm: true, lines: false },
  });
  ajv.addVocabulary(['x-is', 'x-values']);
  const ids: Record<string, string> = {};
  const quiz = await quizSchemas();
  await writeFile(new URL('schemas/quiz.schema.json', root), `${JSON.stringify(quiz.published, null, 2)}\n`);
  const owners = new Map<string, Set<string>>();
  for (const name of SCHEMAS) {
    const schema: SchemaObject = JSON.parse(
      await readFile(new URL(`schemas/${name}.schema.json`, root), 'utf8'),
    );
    const { $id: id } = schema;
    if (typeof id !== 'string') throw new Error(`schemas/${name}.schema.json has no $id`);
    collectOwners(schema, owners);
    ajv.addSchema(strip(schema));
    ids[`${name}Validator`] = id;
  }
  for (const [name, schema] of [...quiz.outlines, ...quiz.types]) {
    const id = `urn:coursewright:${name}`;
    collectOwners(schema, owners);
    ajv.addSchema(strip({ ...schema, $id: id }));
    ids[`${camelCase(name)}Validator`] = id;
  }
  const code = linear(standalone(ajv, ids));
  if (code.includes('require('))
    throw new Error('The validators need a helper of ajv at run time: avoid that keyword');
  const types = [
    "import type { Validator } from '../validator.ts';",
    "import type { QuestionType } from '../../../questions/question.ts';",
    ...Object.keys(ids).map((name) => `export declare const ${name}: Validator;`),
    '/** For each question type the validator of one question. */',
    'export declare const questionValidators: Readonly<Record<QuestionType, Validator>>;',
    '/** For each field, in words, what has it: no prototype. */',
    'export declare const owners: Readonly<Record<string, readonly string[]>>;',
    '',
  ].join('\n');
  await mkdir(target, { recursive: true });
  const table = JSON.stringify(Object.fromEntries([...owners].map(([field, names]) => [field, [...names]])));
  const lines = `export const owners = Object.assign(Object.create(null), ${table});\n`;
  const validators = quiz.types.map(([name]) => `${JSON.stringify(name)}: ${camelCase(name)}Validator`);
  const questions = `export const questionValidators = { ${validators.join(', ')} };\n`;
  await writeFile(new URL('validators.js', target), `${code}\n${questions}${lines}`);
  await writeFile(new URL('validators.d.ts', target), types);
}

/** The folders of `src/questions` that are question types. */
async function questionTypes(): Promise<string[]> {
  const paths = await readdir(new URL('src/questions/', root), { recursive: true });
  return paths.flatMap((path) => /^([\w-]+)[\\/]schema\.json$/.exec(path)?.[1] ?? []).sort();
}

/**
 * The schema of quiz files, from its parts: `outlines` are the file around the questions, a bank likewise, and a draw; `types` one question of each type; `published` is
 * all in one, for editors. Questions are checked one by one, with the schema of their type: no list of alternatives says what is wrong.
 */
async function quizSchemas() {
  const read = async (path: string): Promise<SchemaObject> =>
    JSON.parse(await readFile(new URL(path, root), 'utf8'));
  const outline = await read('src/load/schema/quiz.json');
  const bank = await read('src/load/schema/bank.json');
  const draw = await read('src/load/schema/draw.json');
  const { definitions, properties } = await read('src/questions/schema.json');
  const names = await questionTypes();
  const parts = await Promise.all(names.map((name) => read(`src/questions/${name}/schema.json`)));
  const schemaOf = (
    name: string,
    { title, description, required, properties: own, definitions: more }: SchemaObject,
  ) => ({
    title,
    'x-is': 'a question',
    description,
    type: 'object',
    additionalProperties: false,
    required: ['prompt', ...required],
    properties: { ...properties, ...own, type: { ...properties.type, examples: [name] } },
    definitions: { ...definitions, ...more },
  });
  const types = names.map((name, i) => [name, schemaOf(name, parts[i] ?? {})] as const);
  // Editors learn from `type`, or else from the fields that only some types have, which properties to offer.
  const known = { ...anyOfThem(parts.map((part) => part.properties)), ...properties };
  const question = {
    title: 'Question',
    'x-is': 'a question',
    description: 'One question with its answers.',
    type: 'object',
    required: ['prompt'],
    properties: { ...known, type: { ...properties.type, enum: names } },
    additionalProperties: false,
    allOf: types.map(([name, { required }]) => ({
      if: { properties: { type: { const: name } }, required: ['type'] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: { required },
    })),
  };
  const all = Object.assign({}, definitions, ...parts.map((part) => part.definitions));
  const published = {
    ...outline,
    properties: {
      ...outline.properties,
      questions: {
        ...outline.properties.questions,
        items: { anyOf: [{ $ref: '#/definitions/question' }, { $ref: '#/definitions/draw' }] },
      },
    },
    // What a bank has not, editors do not offer there; a title it may have.
    required: bank.required,
    if: { properties: { bank: { const: true } }, required: ['bank'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { properties: fieldsNotIn(outline, bank) },
    else: { required: outline.required },
    definitions: { ...outline.definitions, ...all, question, draw },
  };
  const withDefinitions = (schema: SchemaObject): SchemaObject => ({
    ...schema,
    definitions: { ...definitions, ...schema.definitions },
  });
  return {
    outlines: [
      ['quiz', withDefinitions(outline)],
      ['bank', withDefinitions(bank)],
      ['draw', withDefinitions(draw)],
    ] as const,
    types,
    published,
  };
}

/** For each property of a schema that another one lacks, that it cannot be there. */
function fieldsNotIn(schema: SchemaObject, other: SchemaObject): Record<string, false> {
  const names = Object.keys(schema.properties).filter((name) => !Object.hasOwn(other.properties, name));
  return Object.fromEntries(names.map((name) => [name, false]));
}

/** The properties of several schemas; one that differs among them may be any of theirs. */
function anyOfThem(all: readonly SchemaObject[]): SchemaObject {
  const variants = new Map<string, Set<string>>();
  for (const [name, schema] of all.flatMap((properties) => Object.entries(properties)))
    variants.set(name, (variants.get(name) ?? new Set()).add(JSON.stringify(schema)));
  return Object.fromEntries(
    [...variants].map(([name, texts]) => {
      const schemas: SchemaObject[] = [...texts].map((text) => JSON.parse(text));
      if (schemas.length === 1) return [name, schemas[0]];
      const descriptions = new Set(schemas.map(({ description }) => description));
      const examples = schemas.flatMap((schema) => schema.examples);
      return [name, { description: [...descriptions].join(' Or: '), examples, anyOf: schemas }];
    }),
  );
}

/** `short-text` as `shortText`. */
function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * ajv joins the errors of each nested schema by `concat`, which copies all earlier ones: 50,000 wrong items take
 * 3.5 s, ten times as many would take minutes. Adds them in place instead, up to a number that nobody reads.
 */
function linear(code: string): string {
  const joined = code.replace(/vErrors\.concat\(([\w.]+)\)/g, 'join(vErrors, $1)');
  if (joined === code) throw new Error('ajv joins errors in another way now: look at `linear` again');
  return `${joined}
function join(all, more) {
  for (let i = 0; i < more.length && all.length < 10000; i++) all.push(more[i]);
  return all;
}
`;
}

/** The same when the validators are missing or older than what they are made from. */
export async function generateIfStale(): Promise<void> {
  const sources = [
    fileURLToPath(import.meta.url),
    ...SCHEMAS.map((n) => fileURLToPath(new URL(`schemas/${n}.schema.json`, root))),
    ...['src/load/schema/quiz.json', 'src/load/schema/bank.json', 'src/load/schema/draw.json'].map((path) =>
      fileURLToPath(new URL(path, root)),
    ),
    fileURLToPath(new URL('src/questions/schema.json', root)),
    ...(await questionTypes()).map((n) => fileURLToPath(new URL(`src/questions/${n}/schema.json`, root))),
  ];
  const made = await modified(fileURLToPath(new URL('validators.js', target)));
  const newest = Math.max(...(await Promise.all(sources.map(modified))));
  if (made < newest) await generate();
}

/** The last change in milliseconds; 0 for a file that does not exist. */
async function modified(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return 0;
    throw error;
  }
}

/** Notes for each field the things that have it, by their names in words. */
function collectOwners(schema: unknown, owners: Map<string, Set<string>>): void {
  if (typeof schema !== 'object' || schema === null) return;
  if ('properties' in schema && 'additionalProperties' in schema && 'x-is' in schema) {
    for (const field of Object.keys(Object(schema.properties))) {
      owners.set(field, (owners.get(field) ?? new Set()).add(String(schema['x-is'])));
    }
  }
  for (const child of Object.values(schema)) collectOwners(child, owners);
}

/** Without the prose. Below `properties` and `definitions` the keys are names, not keywords. */
function strip(value: unknown, names = false): SchemaObject {
  const result: SchemaObject = {};
  for (const [key, child] of Object.entries(Object(value))) {
    if (!names && PROSE.has(key)) continue;
    result[key] = Array.isArray(child)
      ? child.map((item: unknown) => (isObject(item) ? strip(item) : item))
      : isObject(child)
        ? strip(child, !names && (key === 'properties' || key === 'definitions'))
        : child;
  }
  return result;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await generate();
