import type { Renderer } from './renderer.ts';

/**
 * The graph itself, for other programs. Stable: within one version fields are only added. Titles and conditions stand as
 * the author wrote them, control characters included (JSON escapes them).
 */
export const json: Renderer = {
  description: 'nodes and edges, for other programs',
  extensions: ['json'],
  render: ({ course, nodes, edges, elsewhere }) =>
    `${JSON.stringify({ format: 'coursewright-map', version: 1, course, nodes, edges, elsewhere }, null, 2)}\n`,
};
