import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';

export const markdownContentOutsideTab = defineRule({
  id: 'markdown/content-outside-tab',
  severity: 'warning',
  why: 'Tabs show what is in one of them; text between them has no place.',
  examples: {
    bad: {
      'modules/page.md': `::::tabs
Stray words.

:::tab[By hand]
Knead.
:::

:::tab[By machine]
Switch on.
:::
::::
`,
    },
    good: {
      'modules/page.md': `::::tabs
:::tab[By hand]
Knead.
:::

:::tab[By machine]
Switch on.
:::
::::
`,
    },
  },
  message(_args: CompileFindings['markdown/content-outside-tab']) {
    return {
      message: 'This stands in `tabs` but in no `tab`; it is shown above the tabs.',
      help: 'Move it into a `:::tab[…]`, or before the `::::tabs`.',
    };
  },
});
