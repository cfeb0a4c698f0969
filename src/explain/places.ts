import { LineIndex, type Position, type Span } from '../model/span.ts';

/** A span as people and programs name it. */
export interface Place {
  /** Below the course folder. */
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** Turns spans into places, with one pass over each file that is asked for. */
export function placesIn(texts: ReadonlyMap<string, { readonly text: string }>): (span: Span) => Place {
  const indexes = new Map<string, LineIndex>();
  return ({ file, start, end }) => {
    let index = indexes.get(file);
    if (index === undefined) {
      index = new LineIndex(texts.get(file)?.text ?? '');
      indexes.set(file, index);
    }
    return { file, start: index.at(start), end: index.at(end) };
  };
}
