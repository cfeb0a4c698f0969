import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Ajv, type SchemaObject } from 'ajv';
import standalone from 'ajv/dist/standalone/index.js';

const SCHEMAS = ['course', 'module', 'quiz', 'glossary'] as const;
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
  const owners = new Map<string, Set<string>>();
  for (const name of SCHEMAS) {
    const schema: SchemaObject = JSON.parse(
      await readFile(new URL(`schemas/${name}.schema.json`, root), 'utf8'),
    );
    const id = schema['$id'];
    if (typeof id !== 'string') throw new Error(`schemas/${name}.schema.json has no $id`);
    collectOwners(schema, owners);
    ajv.addSchema(strip(schema));
    ids[`${name}Validator`] = id;
  }
  const code = linear(standalone(ajv, ids));
  if (code.includes('require('))
    throw new Error('The validators need a helper of ajv at run time: avoid that keyword');
  const types = [
    "import type { Validator } from '../validator.ts';",
    ...Object.keys(ids).map((name) => `export declare const ${name}: Validator;`),
    '/** For each field, in words, what has it: no prototype. */',
    'export declare const owners: Readonly<Record<string, readonly string[]>>;',
    '',
  ].join('\n');
  await mkdir(target, { recursive: true });
  const table = JSON.stringify(Object.fromEntries([...owners].map(([field, names]) => [field, [...names]])));
  const lines = `export const owners = Object.assign(Object.create(null), ${table});\n`;
  await writeFile(new URL('validators.js', target), `${code}\n${lines}`);
  await writeFile(new URL('validators.d.ts', target), types);
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
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
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
