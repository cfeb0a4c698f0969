export type ScalarStyle = 'plain' | 'single' | 'double' | 'block';

/**
 * Where each UTF-16 unit of a scalar's value stands in its source: `offsets[i]` for unit `i`, and
 * `offsets[value.length]` for its end. Exact for everything but folded white space, whose offsets lie
 * within the white space that was folded. Both run in the same order, so one pass aligns them.
 */
export function offsetsOf(raw: string, value: string, style: ScalarStyle): Uint32Array {
  const offsets = new Uint32Array(value.length + 1);
  let at = style === 'block' ? afterHeader(raw) : style === 'plain' ? 0 : 1;
  for (let i = 0; i < value.length; i++) {
    const unit = value.charAt(i);
    if (style === 'double') {
      const [start, end] = alignDouble(raw, at, unit);
      offsets[i] = start;
      at = end;
      // `\U0001F600` is one escape for two units.
      if (end - start === 10 && isHigh(value, i) && i + 1 < value.length) offsets[++i] = start;
      continue;
    }
    if (!isSpace(unit)) while (at < raw.length && raw.charAt(at) !== unit) at++;
    offsets[i] = at;
    if (!isSpace(unit)) at += style === 'single' && unit === "'" ? 2 : 1;
    else if (isSpace(raw.charAt(at))) at++;
  }
  offsets[value.length] = Math.min(at, raw.length);
  return offsets;
}

/** The start and end of what makes `unit` in a double-quoted source, searching from `at`. */
function alignDouble(raw: string, at: number, unit: string): [number, number] {
  let start = at;
  while (start < raw.length) {
    if (raw.charAt(start) === '\\') {
      const size = escapeSize(raw, start);
      // An escaped line end makes nothing; any other escape makes this unit.
      if (size > 0) return [start, start + size];
      start += 2;
      while (isSpace(raw.charAt(start))) start++;
    } else if (raw.charAt(start) === unit) return [start, start + 1];
    else if (isSpace(unit)) return [start, isSpace(raw.charAt(start)) ? start + 1 : start];
    else start++;
  }
  return [raw.length, raw.length];
}

function escapeSize(raw: string, at: number): number {
  switch (raw.charAt(at + 1)) {
    case 'x':
      return 4;
    case 'u':
      return 6;
    case 'U':
      return 10;
    case '\r':
    case '\n':
      return 0;
    default:
      return 2;
  }
}

function afterHeader(raw: string): number {
  const end = raw.indexOf('\n');
  return end < 0 ? raw.length : end + 1;
}

// No regular expression and no charAt(NaN): this runs for every unit of every prompt. '' is not a space.
function isSpace(unit: string): boolean {
  return unit === ' ' || unit === '\n' || unit === '\t' || unit === '\r';
}

function isHigh(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff;
}
