import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';

export const fileInvalidUtf8 = defineRule({
  id: 'file/invalid-utf8',
  severity: 'error',
  why: 'Text in another encoding shows learners the wrong letters, so the file is not read at all.',
  examples: {
    bad: 'A page saved as Latin-1 or UTF-16.',
    good: {
      'modules/page.md': `Ein Stück Brot für später.
`,
    },
  },
  message(args: LoadFindings['file/invalid-utf8']) {
    const value = args.value.toString(16).toUpperCase().padStart(2, '0');
    return {
      message: `This file is not UTF-8 text: byte ${args.byte + 1} is ${value} (hexadecimal). It was not read.`,
      help: 'Save it again with the encoding UTF-8; every editor has that choice.',
    };
  },
});
