import { disableTypes, imageSize } from 'image-size';

/** What the site has to know of a file that it carries. */
export interface AssetFacts {
  /** 10 letters and digits that change when the bytes do; they go into the file's name. */
  readonly hash: string;
  /** In CSS pixels, for images whose format says so. */
  readonly width?: number;
  readonly height?: number;
}

const IMAGE = /\.(png|jpe?g|gif|webp|avif|svg|bmp|ico|tiff?)$/i;

// Formats that browsers do not show need no parser that could be attacked.
disableTypes(['cur', 'dds', 'icns', 'j2c', 'jp2', 'jxl', 'jxl-stream', 'ktx', 'pnm', 'psd', 'tga']);

/** Formats say their size near the beginning; what comes later is not worth reading for it. */
const HEAD = 512 * 1024;

/** Larger numbers come from broken or hostile files. */
const MAX_SIDE = 65_535;

/**
 * The facts of a file from its bytes.
 *
 * @param digest of bytes, in hexadecimal
 */
export function assetFacts(
  path: string,
  bytes: Uint8Array,
  digest: (bytes: Uint8Array) => string,
): AssetFacts {
  return { hash: shortHash(digest(bytes)), ...(IMAGE.test(path) && dimensions(bytes)) };
}

/** A digest shortened for file names: 40 bits keep the files of one course apart. */
export function shortHash(hexadecimal: string): string {
  return hexadecimal.slice(0, 10);
}

function dimensions(bytes: Uint8Array): { width: number; height: number } | undefined {
  try {
    const { width, height, orientation } = imageSize(bytes.subarray(0, HEAD));
    if (!usable(width) || !usable(height)) return undefined;
    // Orientations 5 to 8 are turned by a quarter, and browsers honour that.
    return orientation !== undefined && orientation >= 5
      ? { width: height, height: width }
      : { width, height };
  } catch (error) {
    // The library throws on what it does not know; the picture is then shown without known dimensions.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function usable(side: number): boolean {
  return Number.isFinite(side) && side > 0 && side <= MAX_SIDE;
}
