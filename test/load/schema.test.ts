import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { describe, expect, it, test } from 'vitest';

interface Schema {
  readonly $id?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly pattern?: string;
}

const read = async (name: string): Promise<Schema> =>
  JSON.parse(await readFile(new URL(`../../schemas/${name}.schema.json`, import.meta.url), 'utf8'));

/** Every schema below another with its JSON pointer. */
function* below(schema: unknown, pointer = ''): Generator<[string, Schema]> {
  if (typeof schema !== 'object' || schema === null) return;
  if (!Array.isArray(schema)) yield [pointer, schema];
  for (const [key, child] of Object.entries(schema)) {
    if (key === 'examples' || key === 'enum') continue;
    yield* below(child, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  }
}

// Read one by one: at every character of a text at most one way on is possible, so none can be slow. ajv runs
// a pattern even where another keyword has failed already, so no limit on the length would help.
const LINEAR = [
  '\\S',
  '^#[0-9A-Fa-f]{6}$',
  '^(100(\\.0+)?|\\d{1,2}(\\.\\d+)?) ?%$',
  '^(view|questions|manual|video: ?(100|\\d{1,2})%)$',
  '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$',
  '^\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2})?)?$',
  '^https?://[^\\s/?#@\\\\]+(/[^\\s?#\\\\]*)?$',
  '\\S\\.css$',
  '^\\d{1,3}(\\.\\d+)? ?min$',
  '^(easy|medium|hard)$',
  '^(case|accents)$',
  // Looks ahead once, from the start; then one way on at every character.
  '^(?=[\\s\\S]*\\S)[\\s\\S]{1,200}$',
];

describe.each(['course', 'module', 'quiz', 'glossary'])('%s.schema.json', (name) => {
  it('says of every field what it means, with examples that it accepts', async () => {
    const schema = await read(name);
    const ajv = new Ajv({ strict: false, allowUnionTypes: true });
    ajv.addSchema(schema);
    let fields = 0;
    for (const [pointer, each] of below(schema)) {
      // The condition of `if: { properties: { type: … } }` describes no field.
      if (!/\/properties\/[^/]+$/.test(pointer) || /\/if\/properties\//.test(pointer)) continue;
      fields++;
      expect(each.description, pointer).toMatch(/\.$/);
      expect(each.examples?.length ?? 0, pointer).toBeGreaterThan(0);
      for (const example of each.examples ?? []) {
        expect(
          ajv.validate(`${schema.$id}#${encodeURI(pointer)}`, example),
          `${pointer} ${JSON.stringify(example)}`,
        ).toBe(true);
      }
    }
    if (name !== 'glossary') expect(fields).toBeGreaterThan(5);
  });

  it('has only examples of its parts that it accepts', async () => {
    const schema = await read(name);
    const ajv = new Ajv({ strict: false, allowUnionTypes: true });
    ajv.addSchema(schema);
    for (const [pointer, each] of below(schema)) {
      if (!/^\/definitions\/[^/]+$/.test(pointer)) continue;
      for (const example of each.examples ?? []) {
        const accepted = ajv.validate(`${schema.$id}#${encodeURI(pointer)}`, example);
        expect(accepted, `${pointer} ${JSON.stringify(example)}`).toBe(true);
      }
    }
  });

  it('can be resolved without the network, and has only patterns that take linear time', async () => {
    for (const [pointer, each] of below(await read(name))) {
      if ('$ref' in each) expect(each.$ref, pointer).toMatch(/^#\//);
      if (typeof each.pattern === 'string') expect(LINEAR, pointer).toContain(each.pattern);
    }
  });
});

test('what editors check is the same draft in all', async () => {
  for (const name of ['course', 'module', 'quiz', 'glossary']) {
    expect(await read(name)).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      $id: `https://coursewright.github.io/coursewright/schemas/${name}.schema.json`,
    });
  }
});

describe('what editors check of quizzes, banks and draws', async () => {
  const ajv = new Ajv({ strict: false, allowUnionTypes: true });
  const validate = ajv.compile(await read('quiz'));
  const question = { id: 'q', prompt: 'P', options: [{ text: 'a', correct: true }] };
  it.each([
    ['a quiz', { title: 'T', questions: [question] }, true],
    ['a quiz without a title', { questions: [question] }, false],
    ['a draw', { title: 'T', time: '20 min', questions: [question, { draw: 2, from: ['a', 'b'] }] }, true],
    ['a draw from nowhere', { title: 'T', questions: [{ draw: 2 }] }, false],
    ['a draw with a prompt', { title: 'T', questions: [{ draw: 2, from: 'a', prompt: 'P' }] }, false],
    ['a bank', { bank: true, questions: [question] }, true],
    ['a bank with a pass mark', { bank: true, pass: '80%', questions: [question] }, false],
  ])('%s', (_, file, accepted) => {
    expect(validate(file)).toBe(accepted);
  });
});
