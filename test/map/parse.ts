/** Reads what the renderers write with the formats' own parsers, so that the tests look at what others will see. */
import { parseXml, XmlElement, XmlText } from '@rgrove/parse-xml';
import DOMPurify from 'dompurify';
import { fromDot } from 'ts-graphviz';

// Mermaid cleans labels with DOMPurify, which needs a DOM; only what is parsed matters here, not how it would be drawn.
Object.assign(DOMPurify, { addHook: () => undefined, sanitize: (text: string) => text });

/** What a picture shows, whatever its format. */
export interface Seen {
  /** The words of each node, sections included, in any order. */
  readonly labels: readonly string[];
  readonly edges: number;
}

interface FlowDb {
  getVertices(): ReadonlyMap<string, { readonly id: string; readonly text?: string }>;
  getSubGraphs(): readonly { readonly id: string; readonly title: string }[];
  getEdges(): readonly { readonly start: string; readonly end: string }[];
}

/** Throws for text that Mermaid refuses. */
export async function readMermaid(text: string): Promise<Seen> {
  const { default: mermaid } = await import('mermaid');
  mermaid.initialize({ maxTextSize: 5_000_000, maxEdges: 20_000 });
  await mermaid.parse(text);
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
  if (!isFlow(db)) throw new Error('Not a flowchart.');
  const subgraphs = db.getSubGraphs();
  const names = new Set(subgraphs.map(({ id }) => id));
  // Diamonds where the way forks have no words.
  const vertices = [...db.getVertices().values()].filter(({ id }) => !names.has(id) && !id.endsWith('x'));
  return {
    labels: [...subgraphs.map(({ title }) => title), ...vertices.map((vertex) => vertex.text ?? '')].map(
      decoded,
    ),
    edges: db.getEdges().length,
  };
}

function isFlow(db: object): db is FlowDb {
  return 'getVertices' in db && 'getSubGraphs' in db && 'getEdges' in db;
}

/** Mermaid keeps entity codes as `ﬂ°°35¶ß` until it draws. */
function decoded(label: string): string {
  return label.replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

type DotGraph = Pick<ReturnType<typeof fromDot>, 'nodes' | 'edges' | 'subgraphs'>;

/** Throws for text that is no DOT. */
export function readDot(text: string): Seen {
  const graph = fromDot(text);
  const labels: string[] = [];
  const visit = (within: DotGraph): number => {
    for (const node of within.nodes) {
      const label = node.attributes.get('label');
      if (typeof label === 'string' && label !== '') labels.push(label);
    }
    let edges = within.edges.length;
    for (const inner of within.subgraphs) {
      const label = inner.attributes.graph.get('label');
      if (typeof label === 'string') labels.push(label);
      edges += visit(inner);
    }
    return edges;
  };
  const edges = visit(graph);
  return { labels: labels.map(unescaped), edges };
}

/** What Graphviz makes of an escString with entities: https://graphviz.org/docs/attr-types/escString/ */
function unescaped(label: string): string {
  return label.replace(/\\(.)/gs, (_, char: string) => (char === 'n' ? '\n' : char)).replaceAll('&amp;', '&');
}

/** Throws for what is no well-formed XML. */
export function readSvg(text: string): Seen & { readonly elements: readonly XmlElement[] } {
  const { root } = parseXml(text);
  const elements: XmlElement[] = [];
  const waiting = root === null ? [] : [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    elements.push(element);
    for (const child of element.children) if (child instanceof XmlElement) waiting.push(child);
  }
  const items = elements.filter(({ attributes }) => 'data-item' in attributes);
  return {
    labels: items.map((item) => textOf(item)),
    edges: elements.filter(({ attributes }) => /^way ./.test(attributes.class ?? '')).length,
    elements,
  };
}

/** The words of an element with a space between its lines. */
export function textOf(element: XmlElement): string {
  return element.children
    .map((child) =>
      child instanceof XmlElement ? textOf(child) : child instanceof XmlText ? child.text : '',
    )
    .join(' ');
}
