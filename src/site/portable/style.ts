/**
 * What only the portable edition shows: all pages below each other where no script runs, without what leads nowhere
 * then. The heading of a page that was swapped in has the focus to be read out: nothing can be done with it.
 */
export const PORTABLE_STYLE =
  'noscript[data-path]+noscript[data-path]>.portable-page{margin-block-start:4rem;padding-block-start:3rem;border-block-start:1px solid var(--line)}' +
  'main h1[tabindex]:focus{outline:0}' +
  '.no-js :is(.contents-button,.bar-links,.foot nav,.pager,.breadcrumb){display:none}';
