/** What only the portable edition shows: all pages below each other where no script runs, and what leads nowhere then. */
export const PORTABLE_STYLE =
  '.portable-page+.portable-page,.no-script+.portable-page{margin-block-start:3rem}' +
  '.portable-page+.portable-page{border-block-start:1px solid;padding-block-start:2rem}' +
  '.no-js :is(.contents-button,.bar-links,.foot nav,.pager,.breadcrumb){display:none}';
