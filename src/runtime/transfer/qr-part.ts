import { correction, generate } from 'lean-qr';

/** A link as a QR code (ISO/IEC 18004). */
export interface QrPart {
  /** A picture of it, which says `label` to who cannot see it; undefined where it is too large to be read from a screen. */
  picture(text: string, label: string): SVGElement | undefined;
}

/**
 * The largest version that is made: 117 modules a side, some 1,270 bytes. On the narrowest screen, 320 px wide, a module
 * then takes 2.3 px, seven device pixels of a phone's screen and more than two of any other.
 */
const LARGEST = 25;
/** Modules that stay empty around it, as the standard asks. */
const QUIET = 4;
const SVG = 'http://www.w3.org/2000/svg';

export function qrPart(): QrPart {
  return {
    picture(text, label) {
      const code = encoded(text);
      if (!code) return undefined;
      let path = '';
      for (let y = 0; y < code.size; y++)
        for (let x = 0; x < code.size; x++) if (code.get(x, y)) path += `M${x} ${y}h1v1h-1z`;
      const size = code.size + 2 * QUIET;
      const svg = element('svg', {
        class: 'qr',
        viewBox: `${-QUIET} ${-QUIET} ${size} ${size}`,
        width: `${size * 4}`,
        height: `${size * 4}`,
        role: 'img',
        'aria-label': label,
        'shape-rendering': 'crispEdges',
      });
      // Dark on light whatever the colours of the page are: not every camera reads the reverse.
      const ground = { x: `${-QUIET}`, y: `${-QUIET}`, width: `${size}`, height: `${size}`, fill: '#fff' };
      svg.append(element('rect', ground), element('path', { d: path, fill: '#000' }));
      return svg;
    },
  };
}

function encoded(text: string): ReturnType<typeof generate> | undefined {
  try {
    return generate(text, {
      // A screen has no scratches.
      minCorrectionLevel: correction.L,
      maxVersion: LARGEST,
    });
  } catch {
    // lean-qr throws where the text does not fit, and gives no other reason to.
    return undefined;
  }
}

function element(name: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  if (!(made instanceof SVGElement)) throw new TypeError(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
