/** What a file of the site holds: its bytes or text, or the path of a course file that is copied as it is. */
export type OutputContent = string | Uint8Array | { readonly copy: string };

/** One file of the site, to be written below the output folder. */
export interface OutputFile {
  /** Relative, with `/` between the parts; no part starts with a dot or an underscore. */
  readonly path: string;
  readonly content: OutputContent;
}
