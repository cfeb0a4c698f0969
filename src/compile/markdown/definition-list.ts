import type { Element } from 'hast';
import type { Paragraph, PhrasingContent } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { element } from './element.ts';

/** Marks the lists made here: neighbours are joined when the tree is finished. */
export const DEFINITIONS = 'definitions';

/**
 * A definition list, where the paragraph is a line with a term and then lines that begin with `: `, as in
 * PHP Markdown Extra (https://michelf.ca/projects/php-markdown/extra/#def-list). Other lines go on with the
 * definition above them.
 */
export function definitionList(state: State, node: Paragraph): Element | undefined {
  if (!node.children.some((child) => child.type === 'text' && /(^|\n): /.test(child.value))) return undefined;
  const [term, ...rest] = lines(node.children);
  if (term === undefined || rest[0] === undefined || isDefinition(term) || !isDefinition(rest[0]))
    return undefined;
  const definitions: PhrasingContent[][] = [];
  for (const line of rest) {
    const last = definitions.at(-1);
    if (isDefinition(line) || last === undefined) definitions.push(withoutMarker(line));
    else last.push({ type: 'text', value: '\n' }, ...line);
  }
  const inline = (children: PhrasingContent[]) => state.all({ ...node, children });
  return element('dl', { className: [DEFINITIONS] }, [
    element('dt', {}, inline(term)),
    ...definitions.map((definition) => element('dd', {}, inline(definition))),
  ]);
}

/** Breaks running text at its line endings; nodes that hold line endings themselves stay whole. */
function lines(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const result: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') {
      result.push([]);
      continue;
    }
    if (child.type !== 'text') {
      result.at(-1)?.push(child);
      continue;
    }
    child.value.split(/\r\n|\r|\n/).forEach((value, index) => {
      if (index > 0) result.push([]);
      if (value !== '') result.at(-1)?.push({ type: 'text', value });
    });
  }
  return result.filter((line) => line.length > 0);
}

function isDefinition(line: readonly PhrasingContent[]): boolean {
  const first = line[0];
  return first?.type === 'text' && first.value.startsWith(': ');
}

function withoutMarker(line: readonly PhrasingContent[]): PhrasingContent[] {
  const [first, ...rest] = line;
  if (first?.type !== 'text') return [...line];
  return [{ ...first, value: first.value.replace(/^:\s+/, '') }, ...rest];
}
