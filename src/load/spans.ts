import type { Span } from '../model/span.ts';
import type { SourceMap } from './loaded.ts';

/** Collects where the parts of a course were written, keyed by the very objects that the course holds. */
export class SpanTable implements SourceMap {
  readonly #spans = new WeakMap<object, Span>();
  readonly #fields = new WeakMap<object, Map<string, Span>>();

  set(node: object, span: Span, fields: Iterable<readonly [string, Span]> = []): void {
    this.#spans.set(node, span);
    const known = this.#fields.get(node) ?? new Map<string, Span>();
    for (const [field, at] of fields) known.set(field, at);
    this.#fields.set(node, known);
  }

  /** The span of a part or of one of its fields; undefined for what no author wrote, such as a default. */
  of(node: object, field?: string): Span | undefined {
    return field === undefined ? this.#spans.get(node) : this.#fields.get(node)?.get(field);
  }
}
