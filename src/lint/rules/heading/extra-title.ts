import type { CompileFindings } from '../../../compile/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const headingExtraTitle = defineRule({
  id: 'heading/extra-title',
  severity: 'warning',
  why: 'A page has one title. A second one confuses the outline that screen readers read.',
  examples: {
    bad: {
      'modules/page.md': `---
title: Rye
---

# Rye

Starch.

# Water

Wet.
`,
    },
    good: {
      'modules/page.md': `---
title: Rye
---

Starch.

## Water

Wet.
`,
    },
  },
  message(args: CompileFindings['heading/extra-title']) {
    return {
      message: `${code(args.text)} is a second title; it is shown one level lower.`,
      help: 'Begin it with `##`.',
    };
  },
});
