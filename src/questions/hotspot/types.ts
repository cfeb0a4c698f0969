import type { Fragment } from '../../load/source.ts';
import type { QuestionBase } from '../../model/question.ts';
import type { Option, OptionSource } from '../choice/types.ts';
import type { CreditRule } from '../multiple/types.ts';
import type { SourceBase } from '../source.ts';
import type { Area } from './area.ts';

/** Regions of a picture, some of them right: single choice where one is, multiple choice where several are. */
export interface HotspotQuestion extends QuestionBase {
  readonly type: 'hotspot';
  readonly regions: readonly Option[];
  /** Default: `partial`. Of several right regions. */
  readonly credit?: CreditRule;
}

export interface HotspotSource extends SourceBase {
  readonly type: 'hotspot';
  /** The picture, an `<img>`; undefined where there is none. */
  readonly image?: Fragment;
  readonly regions: readonly RegionSource[];
  readonly credit?: CreditRule;
}

export interface RegionSource extends OptionSource {
  /** Undefined for what could not be read. */
  readonly area?: Area;
}
