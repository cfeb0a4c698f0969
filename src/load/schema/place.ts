import type { YamlMap, YamlNode } from '../yaml.ts';

/** What one entry of a list is called, by the field that holds the list. */
const ENTRIES: Readonly<Record<string, string>> = {
  questions: 'question',
  options: 'option',
  items: 'entry',
  branches: 'branch',
  route: 'rule',
  hints: 'hint',
  terms: 'term',
};

/**
 * A place of a file in an author's words: "`text` of option 2 of the question `q-hot`". Counts from 1, and names what has
 * an id by it.
 *
 * @param path as in a JSON pointer; the last part may be missing in the file
 */
export function placeInWords(root: YamlNode, path: readonly string[]): string {
  const parts: string[] = [];
  let keys: string[] = [];
  let list = '';
  let node: YamlNode | undefined = root;
  for (const part of path) {
    if (node?.kind === 'list') {
      node = node.items[Number(part)];
      if (keys.length > 1) parts.unshift(code(keys.slice(0, -1)));
      parts.unshift(entryInWords(ENTRIES[list] ?? 'entry', Number(part) + 1, node, list));
      keys = [];
    } else {
      keys.push(part);
      node = node?.kind === 'map' ? node.entries.get(part)?.value : undefined;
    }
    list = part;
  }
  if (keys.length > 0) parts.unshift(code(keys));
  return parts.join(' of ');
}

function code(keys: readonly string[]): string {
  return `\`${keys.join('.').replaceAll('`', "'")}\``;
}

function entryInWords(noun: string, number: number, node: YamlNode | undefined, list: string): string {
  const name =
    node?.kind === 'map' ? (nameOf(node, 'id') ?? nameOf(node, 'item') ?? nameOf(node, 'term')) : undefined;
  if (name !== undefined) return `the ${noun} ${code([name])}`;
  return noun === 'entry' ? `entry ${number} of ${code([list])}` : `${noun} ${number}`;
}

function nameOf(map: YamlMap, key: string): string | undefined {
  const value = map.entries.get(key)?.value;
  const text = value?.kind === 'scalar' && value.value !== null ? value.text.trim() : '';
  return text === '' ? undefined : text.slice(0, 60);
}
