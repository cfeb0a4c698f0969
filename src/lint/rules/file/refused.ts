import type { LoadFindings } from '../../../load/findings.ts';
import { defineRule } from '../../rule.ts';

export const fileRefused = defineRule({
  id: 'file/refused',
  severity: 'error',
  why: 'A course holds plain files below its own folder: nothing that leads out of it ends up on a public site.',
  examples: {
    bad: 'A symbolic link to a folder elsewhere on the disk.',
    good: {
      'modules/page.md': `Flour is mostly starch.
`,
    },
  },
  message(args: LoadFindings['file/refused']) {
    switch (args.reason) {
      case 'link-outside':
        return {
          message:
            'This is a link to a place outside the course folder, so it was left out: a published course must not carry files from elsewhere.',
          help: 'Copy the file into the course folder.',
        };
      case 'link-dangling':
        return {
          message: 'This is a link to a place that does not exist, so it was left out.',
          help: 'Remove the link, or put the file itself there.',
        };
      case 'link-to-folder':
        return {
          message: 'This is a link to a folder, so it was left out: only links to files are followed.',
          help: 'Remove the link, and use the folder itself.',
        };
      case 'vanished':
        return {
          message:
            'There is nothing to read under this name: it was removed meanwhile, or its name is not UTF-8.',
          help: 'If it is still there, give it another name.',
        };
      case 'folder':
        return {
          message: 'This is a folder, and only a file of that name is read: what it should say is not known.',
          help: 'Move the folder away, and take the file back from git if there was one.',
        };
      case 'not-a-file':
        return {
          message: 'This is neither a file nor a folder, so it was left out.',
          help: 'Remove it from the course folder.',
        };
      case 'unreadable':
        return {
          message: 'This could not be read: permission was refused.',
          help: 'Give yourself the right to read it, or remove it from the course folder.',
        };
    }
  },
});
