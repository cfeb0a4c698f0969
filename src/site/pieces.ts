import type { PageView } from '../../templates/site/types.ts';
import type { OutputFile } from '../model/output.ts';
import type { SealedQuestion } from '../questions/question.ts';

/** One page before it takes the form of a file: its policy and its sealed questions follow from what is here. */
export interface SitePage extends Omit<PageView, 'policy' | 'sealed'> {
  /** Other sites that its images and media come from. */
  readonly origins?: Iterable<string>;
  /** Its questions with their keys, in the order of the item's. */
  readonly questions?: readonly SealedQuestion[];
}

/** A part of a site, by what it is. `script`: a bundle besides the runtime; `plain`: what only a site of many files has. */
export type Piece =
  | { readonly type: 'page'; readonly page: SitePage }
  /** The address of a page that was retired. */
  | { readonly type: 'retired'; readonly path: string }
  | {
      readonly type: 'style' | 'script' | 'runtime' | 'icon' | 'media' | 'plain';
      readonly file: OutputFile;
    };
