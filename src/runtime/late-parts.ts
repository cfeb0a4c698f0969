import type { LockedPart } from './locked/locked.ts';
import type { Tools } from './tools.ts';
import type { TransferPart } from './transfer/transfer-part.ts';

/** What each bundle below `late/` brings. */
export interface LateParts {
  readonly locked: LockedPart;
  readonly transfer: TransferPart;
}

export type LateName = keyof LateParts;

declare global {
  interface Window {
    /** Filled by the late bundles that are here. */
    coursewrightLate?: { [Name in LateName]?: (tools: Tools) => LateParts[Name] };
  }
}
