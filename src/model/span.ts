/**
 * A half-open range of UTF-16 offsets in one source file. Offsets inside, line and column only at the
 * edge: edits and shifted fragments (front matter, YAML blocks) then need plain addition.
 */
export interface Span {
  /** Path below the course folder, with `/` between the parts. */
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A place as people and editors name it. Both numbers are 1-based; columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Turns offsets into positions: one pass over the text, then a binary search for each question. */
export class LineIndex {
  readonly text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.text = text;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 13 && text.charCodeAt(i + 1) === 10) continue;
      if (unit === 10 || unit === 13) this.#starts.push(i + 1);
    }
  }

  /** The number of lines, at least 1. */
  get lines(): number {
    return this.#starts.length;
  }

  /** The position of an offset; offsets outside the text are clamped to it. */
  at(offset: number): Position {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= clamped) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: clamped - (this.#starts[low] ?? 0) + 1, offset: clamped };
  }

  /** The offset at which a 1-based line starts; the end of the text for a line that does not exist. */
  startOf(number: number): number {
    return this.#starts[number - 1] ?? this.text.length;
  }

  /** The text of a 1-based line, without its line ending; empty for a line that does not exist. */
  line(number: number): string {
    const start = this.#starts[number - 1];
    if (start === undefined) return '';
    return this.text.slice(start, this.#starts[number] ?? this.text.length).replace(/[\r\n]+$/, '');
  }
}
