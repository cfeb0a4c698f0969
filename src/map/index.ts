export { excerpt } from './fold.ts';
export { pathwayGraph } from './graph.ts';
export { formatOf, isMapFormat, type MapFormat, renderers } from './registry.ts';
export { plain, type RenderOptions } from './render/renderer.ts';
export type * from './types.ts';
