import type { DrawPart } from './draw/draw-part.ts';
import type { Corrections, EditionPart } from './edition/edition-part.ts';
import type { NamesPart } from './edition/names-part.ts';
import type { LockedPart } from './locked/locked.ts';
import type { AutoplayPart } from './module/autoplay.ts';
import type { EmbedsPart } from './module/embeds.ts';
import type { MediaPart } from './module/media.ts';
import type { PeoplePart } from './people/people-part.ts';
import type { CheckedPart } from './question/checked.ts';
import type { Gradings } from './question/grading.ts';
import type { ResultPart } from './quiz/result.ts';
import type { SidebarPart } from './sidebar.ts';
import type { StoragePart } from './store/core.ts';
import type { TakingPart } from './taking/taking-part.ts';
import type { Tools } from './tools.ts';
import type { KeepingPart } from './transfer/keeping-part.ts';
import type { QrPart } from './transfer/qr-part.ts';
import type { TransferPart } from './transfer/transfer-part.ts';

/** What each bundle below `late/` brings. */
export interface LateParts extends Gradings {
  readonly autoplay: AutoplayPart;
  readonly checked: CheckedPart;
  /** Made with the site (`src/site/corrections.ts`), and only where there are any. */
  readonly corrections: Corrections;
  readonly draw: DrawPart;
  readonly edition: EditionPart;
  readonly embeds: EmbedsPart;
  readonly locked: LockedPart;
  readonly media: MediaPart;
  readonly keeping: KeepingPart;
  readonly names: NamesPart;
  readonly people: PeoplePart;
  readonly qr: QrPart;
  readonly result: ResultPart;
  readonly sidebar: SidebarPart;
  readonly storage: StoragePart;
  readonly taking: TakingPart;
  readonly transfer: TransferPart;
}

export type LateName = keyof LateParts;

declare global {
  interface Window {
    /** Filled by the late bundles that are here. */
    coursewrightLate?: { [Name in LateName]?: (tools: Tools) => LateParts[Name] };
  }
}
