/** A character that does not belong in text, and how many of its kind there are. */
export interface UnsafeText {
  readonly type: 'control' | 'direction';
  /** The first, as `U+001B`. */
  readonly character: string;
  readonly at: number;
  readonly count: number;
}

// C0 and C1 without tab, line feed, form feed and carriage return: HTML allows none of them
// (https://html.spec.whatwg.org/multipage/parsing.html#parse-error-control-character-in-input-stream).
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/g;
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/;
const LINE = /[^\r\n]*[\u202a-\u202e\u2066-\u2069][^\r\n]*/g;

/**
 * Takes characters out that are no text (control characters) or that turn the text around them (direction marks without
 * their end on the same line, UAX #9), since titles stand in the middle of the page's own sentences. The length stays.
 */
export function withoutUnsafe(text: string): {
  readonly text: string;
  readonly problems: readonly UnsafeText[];
} {
  const problems: UnsafeText[] = [];
  let clean = text;
  const controls = [...text.matchAll(CONTROL)];
  const [first] = controls;
  if (first !== undefined) {
    problems.push(problem('control', text, first.index, controls.length));
    clean = withoutControls(clean);
  }
  if (!DIRECTION.test(clean)) return { text: clean, problems };
  const open: number[] = [];
  for (const line of clean.matchAll(LINE)) {
    for (const at of unbalanced(line[0])) open.push(line.index + at);
  }
  const [start] = open;
  if (start === undefined) return { text: clean, problems };
  problems.push(problem('direction', text, start, open.length));
  const places = new Set(open);
  // A zero width space keeps the place and does nothing.
  const safe = clean.replace(new RegExp(DIRECTION, 'g'), (mark, at: number) =>
    places.has(at) ? '\u200B' : mark,
  );
  return { text: safe, problems };
}

/** The text with each control character shown as U+FFFD. */
export function withoutControls(text: string): string {
  return text.replace(CONTROL, '\uFFFD');
}

function problem(type: UnsafeText['type'], text: string, at: number, count: number): UnsafeText {
  const hex = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  return { type, character: `U+${hex}`, at, count };
}

/** The places of marks that open something which does not end, or end what was not opened. */
function unbalanced(line: string): number[] {
  const stray: number[] = [];
  const open: { readonly at: number; readonly isolate: boolean }[] = [];
  for (let at = 0; at < line.length; at++) {
    const unit = line.charCodeAt(at);
    if (unit === 0x202c || unit === 0x2069) {
      const last = open.at(-1);
      if (last !== undefined && last.isolate === (unit === 0x2069)) open.pop();
      else stray.push(at);
    } else if ((unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2068)) {
      open.push({ at, isolate: unit >= 0x2066 });
    }
  }
  return [...stray, ...open.map(({ at }) => at)].sort((a, b) => a - b);
}
