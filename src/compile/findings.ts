/**
 * Everything that compiling one Markdown text can find, with its facts. The words, severity and help
 * of each id are in the lint rule of the same name.
 */
export interface CompileFindings {
  /** A container directive is never closed, so it swallows the rest of its page. Span: the opening fence. */
  'markdown/unclosed-directive': {
    readonly name: string;
    readonly fence: string;
    /** How the next block of its kind begins, which ended up in it. */
    readonly before?: string;
  };
  /** `<!--` without `-->`: the rest of the page, or of its block, is a comment. Span: the opening. */
  'markdown/unclosed-comment': Record<string, never>;
  /** Sizes in UTF-16 units. Nothing of the file is compiled. */
  'markdown/too-large': { readonly size: number; readonly limit: number };
  /** Lists, quotes or directives are nested too deeply. Nothing of the file is compiled. */
  'markdown/too-deep': { readonly limit: number };
  /** Compiling did not end in time and was stopped, or was not tried after too many others (0 seconds). Nothing of the file is compiled. */
  'markdown/too-slow': { readonly seconds: number };
  /**
   * `:::info`: not a directive, so it stays text (`name`); `:::note Words`: a title without its brackets (`title`); `::note`: a
   * directive that cannot be read as it is written (`form`). `suggestion` says what to write instead; `known` names the blocks
   * that there are where nothing is close.
   */
  'markdown/unknown-directive': {
    readonly name: string;
    readonly problem: 'name' | 'title' | 'form';
    readonly suggestion?: string;
    readonly known?: readonly string[];
  };
  'markdown/unknown-directive-attribute': {
    readonly directive: string;
    readonly attribute: string;
    readonly known: readonly string[];
    readonly suggestion?: string;
    /** A line to write within the block. */
    readonly instead?: string;
  };
  /** `expected` is a noun phrase such as `a number above 0`. */
  'markdown/invalid-directive-attribute': {
    readonly directive: string;
    readonly attribute: string;
    readonly value: string;
    readonly expected: string;
  };
  'markdown/missing-directive-attribute': { readonly directive: string; readonly attribute: string };
  /** A directive without its `[label]`: the title of a tab, the summary of details, the name of a video. */
  'markdown/missing-directive-label': { readonly directive: string };
  /** `::hint` outside a question, `:::tab` outside tabs, a question within a question: it is left out. */
  'markdown/misplaced-directive': { readonly directive: string; readonly needs: string };
  /** Content between `::::tabs` and its first `:::tab`. It is kept, above the tabs. */
  'markdown/content-outside-tab': Record<string, never>;
  /** `[^label]` without a definition: it stays text. */
  'markdown/missing-footnote': { readonly label: string };

  // What loading finds in YAML questions too (`question/missing-id`, `question/duplicate-id`,
  // `question/duplicate-option`, `id/invalid`) is in LoadFindings. What a QuestionSource shows by itself, from
  // Markdown or YAML alike (no prompt, no options, one option, nothing correct, `single` with several correct
  // options, an empty option), is left to lint rules that look at pages and quizzes.
  /** `-[x] 75`, `- [x]75`, `- [] 75`: a blank is missing, so it is no option. */
  'question/misspelt-option': {
    readonly id: string;
    readonly correct: boolean;
    /** `- [ x ] 75`: there are blanks in the box. */
    readonly padded?: boolean;
  };
  /** `:::question #a`, `::: question{#a}`: it is text, with its answers. */
  'question/broken-opening': { readonly written: string; readonly suggestion: string };
  /** A second `::explanation`, or a second `::feedback` for one outcome: only the first is shown. */
  'question/repeated-directive': { readonly what: string; readonly of: string };

  /** A video without `captions`. */
  'media/missing-captions': { readonly title: string };
  /** An audio without `transcript`. */
  'media/missing-transcript': { readonly title: string };
  /** The id of a YouTube or Vimeo video is not one. */
  'media/invalid-embed-id': { readonly service: 'youtube' | 'vimeo'; readonly value: string };

  /** An SVG that the site carries and that can run code. */
  'image/active-svg': { readonly path: string; readonly what: string };
  /** The theme's style sheet loads what the site does not carry. */
  'theme/url': {
    readonly file: string;
    readonly target: string;
    readonly problem: 'missing' | 'remote' | 'import';
  };

  'image/missing-alt': { readonly target: string };

  /** An element or attribute that is not on the allowlist. `attribute` undefined: the whole element. */
  'html/removed': { readonly element: string; readonly attribute?: string };

  /** `javascript:`, `data:` and other schemes that are not on the allowlist: the link is left out. */
  'link/unsafe-scheme': { readonly target: string; readonly scheme: string };
  /** A link that has no text, nor an image with alternative text: nobody can tell where it leads. */
  'link/no-text': { readonly target: string };

  'heading/empty': { readonly depth: number };
  /** A level was left out, as in h2 then h4. */
  'heading/skipped-level': { readonly from: number; readonly to: number };
  /** A level 1 heading that is not the page's title; it is rendered as level 2. */
  'heading/extra-title': { readonly text: string };

  /** The formula is shown as source text. */
  'math/invalid': { readonly source: string; readonly reason: string };
}
