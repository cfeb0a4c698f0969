import type { Graph } from '../types.ts';

/** How a terminal styles text; `picocolors` is one. */
export interface Palette {
  bold(text: string): string;
  dim(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  cyan(text: string): string;
}

/** No styles: for files and pipes. */
export const plain: Palette = { bold: same, dim: same, red: same, yellow: same, cyan: same };

function same(text: string): string {
  return text;
}

export interface RenderOptions {
  readonly palette: Palette;
  /** Lines and signs beyond ASCII may be used; titles are printed as they are. */
  readonly unicode: boolean;
  /** Columns: text that people read is broken to fit; without it lines are as long as they are. */
  readonly width?: number;
  /** The site's address with a trailing slash, where the course says one: pictures that can link to pages then do. */
  readonly url?: string;
}

export interface Renderer {
  /** For `--help`. */
  readonly description: string;
  /** The endings of files of this format, without a dot. */
  readonly extensions: readonly string[];
  /** The whole picture, ending in a newline. */
  render(graph: Graph, options: RenderOptions): string;
}
