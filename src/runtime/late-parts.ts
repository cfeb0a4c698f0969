import type { LockedPart } from './locked/locked.ts';
import type { AutoplayPart } from './module/autoplay.ts';
import type { EmbedsPart } from './module/embeds.ts';
import type { MediaPart } from './module/media.ts';
import type { Tools } from './tools.ts';
import type { TransferPart } from './transfer/transfer-part.ts';

/** What each bundle below `late/` brings. */
export interface LateParts {
  readonly autoplay: AutoplayPart;
  readonly embeds: EmbedsPart;
  readonly locked: LockedPart;
  readonly media: MediaPart;
  readonly transfer: TransferPart;
}

export type LateName = keyof LateParts;

declare global {
  interface Window {
    /** Filled by the late bundles that are here. */
    coursewrightLate?: { [Name in LateName]?: (tools: Tools) => LateParts[Name] };
  }
}
