import { dot } from './render/dot.ts';
import { json } from './render/json.ts';
import { mermaid } from './render/mermaid.ts';
import type { Renderer } from './render/renderer.ts';
import { svg } from './render/svg.ts';
import { text } from './render/text.ts';

/** Every format of `course map`: one file and one line here. */
export const renderers = { text, mermaid, dot, svg, json } as const satisfies Record<string, Renderer>;

export type MapFormat = keyof typeof renderers;

export function isMapFormat(name: string): name is MapFormat {
  return Object.hasOwn(renderers, name);
}

/** The format that the ending of a file name asks for. */
export function formatOf(path: string): MapFormat | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === undefined) return undefined;
  return Object.keys(renderers)
    .filter(isMapFormat)
    .find((name) => renderers[name].extensions.includes(ending));
}
