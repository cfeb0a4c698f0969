import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const frontMatterFence = defineRule({
  id: 'front-matter/fence',
  severity: 'error',
  why: 'Without both fences nobody can tell where the front matter ends and the page begins.',
  examples: {
    bad: {
      'modules/page.md': `---
title: Rye

Flour is mostly starch.
`,
    },
    good: {
      'modules/page.md': `---
title: Rye
---

Flour is mostly starch.
`,
    },
  },
  message(args: LoadFindings['front-matter/fence']) {
    switch (args.problem) {
      case 'language':
        return {
          message: `Front matter begins with a line of exactly ${code('---')}; this one begins with ${code(args.found)}.`,
          help: 'Front matter is always YAML: remove what follows the three dashes.',
        };
      case 'unclosed':
        return {
          message: 'The front matter that begins here never ends, so the whole page would be lost in it.',
          help: 'Put a line of exactly `---` after its last field.',
        };
      case 'late':
        return {
          message:
            'Front matter stands on the first line of its file; below it, these fields are text of the page.',
          help: 'Remove the blank lines above it.',
        };
      case 'toml':
        return {
          message:
            'This looks like front matter in TOML, which is not read: its fields would be text of the page.',
          help: 'Write it in YAML: `---` in the place of `+++`, and `title: …` in the place of `title = "…"`.',
        };
    }
  },
});
