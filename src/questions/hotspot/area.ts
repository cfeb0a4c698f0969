/** A part of a picture, in percent of its width and height; a radius in percent of its width. */
export type Area =
  | {
      readonly shape: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | { readonly shape: 'circle'; readonly x: number; readonly y: number; readonly radius: number };

const NUMBER = /^-?\d{1,3}(?:\.\d{1,4})?%?$/;

/** `rect 10 20 30 15` or `circle 50 50 8`; percent signs and commas are allowed. Undefined for anything else. */
export function parseArea(text: string): Area | undefined {
  const [shape, ...rest] = text
    .trim()
    .toLowerCase()
    .split(/[\s,]+/);
  if (!rest.every((part) => NUMBER.test(part))) return undefined;
  const [x, y, third, height, ...more] = rest.map((part) => Number.parseFloat(part));
  if (x === undefined || y === undefined || third === undefined || third <= 0) return undefined;
  if (shape === 'circle' && height === undefined) return { shape, x, y, radius: third };
  if (shape !== 'rect' || height === undefined || height <= 0 || more.length > 0) return undefined;
  return { shape, x, y, width: third, height };
}

/** Does a text look like a region, well written or not? */
export function looksLikeArea(text: string): boolean {
  return /^\s*(?:rect|circle)\b/i.test(text) || isShaped(text);
}

/** The name of a shape and a number behind it: nothing else is written so. */
export function isShaped(text: string): boolean {
  return /^\s*(?:rect|rectangle|square|circle|ellipse|oval|poly|polygon|point)[\s,:]+-?[.\d]/i.test(text);
}

/**
 * Whether a part of it lies outside the picture. How high a circle is hangs on the shape of the picture, which is not known
 * here: it is outside at the top or at the bottom if it is so in any picture up to twice as high as wide.
 */
export function isOutside(area: Area): boolean {
  // Sums of decimals may miss 100 by the last bit.
  const inside = (from: number, to: number) => from >= -1e-9 && to <= 100 + 1e-9;
  if (area.shape === 'rect')
    return !inside(area.x, area.x + area.width) || !inside(area.y, area.y + area.height);
  return (
    !inside(area.x - area.radius, area.x + area.radius) ||
    !inside(area.y - area.radius / 2, area.y + area.radius / 2)
  );
}

/** Whether an area is less than one percent of the picture wide or high: a few pixels. */
export function isTiny(area: Area): boolean {
  return area.shape === 'rect' ? Math.min(area.width, area.height) < 1 : 2 * area.radius < 1;
}

/**
 * Whether two areas have something in common, more than an edge. Circles count where they do so in any picture from twice as
 * wide as high to twice as high as wide.
 */
export function overlap(a: Area, b: Area): boolean {
  return [0.5, 1, 2].every((ratio) => overlapIn(a, b, ratio));
}

/** The same in a picture with this ratio of height to width. */
function overlapIn(a: Area, b: Area, ratio: number): boolean {
  if (a.shape === 'circle' && b.shape === 'circle')
    return Math.hypot(a.x - b.x, (a.y - b.y) * ratio) < a.radius + b.radius;
  if (a.shape === 'rect' && b.shape === 'rect')
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
  const [circle, rect] = a.shape === 'circle' ? [a, b] : [b, a];
  if (circle.shape !== 'circle' || rect.shape !== 'rect') return false;
  // The point of the rectangle that is nearest to the middle of the circle.
  const x = Math.min(Math.max(circle.x, rect.x), rect.x + rect.width);
  const y = Math.min(Math.max(circle.y, rect.y), rect.y + rect.height);
  return Math.hypot(circle.x - x, (circle.y - y) * ratio) < circle.radius;
}
