import { Option } from 'commander';
import type { CommandSpec } from '../command.ts';

export const diff: CommandSpec = {
  name: 'diff',
  summary: 'Say what a new edition does to learners who have started',
  examples: [
    ['course diff', 'what is here against course-lock.json, else against the last commit'],
    ['course diff v1.0', 'against a tag, a branch or a commit'],
    ['course diff HEAD~1 HEAD', 'between two commits'],
    ['course diff public', 'against a built site, or a portable edition (my-course.html)'],
    ['course diff main:courses/bread .', 'against a folder of another branch'],
    ['course diff --write', 'write the likely renames to course.yaml, and ask about the rest'],
    ['course diff --format json', 'for other programs'],
  ],
  declare(command, run) {
    command
      .argument(
        '[old]',
        'the edition that learners have: a folder, a built site, a git revision, a lock file (default: course-lock.json, else the last commit)',
      )
      .argument('[new]', 'the edition that they get (default: the course in this folder)')
      .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
      .option('--all', 'list also what is kept')
      .option('--write', 'write `renamed:` to course.yaml for what has another name now')
      .option('--retire', 'with --write: retire what is gone and has no likely new name')
      .option('--no-cache', 'compile everything anew and remember nothing')
      .addHelpText(
        'after',
        '\nStatus at the end: 0 nobody loses anything, 1 learners lose work (a name is\nmissing or reused), 2 it could not be compared.',
      )
      .action((old: string | undefined, now: string | undefined, options: Options) =>
        run(async (terminal) => {
          const { runDiff } = await import('../actions/diff.ts');
          const { format, all = false, write = false, retire = false, cache } = options;
          const names = { ...(old !== undefined && { old }), ...(now !== undefined && { now }) };
          return runDiff(names, { json: format === 'json', all, write, retire, cache }, terminal);
        }),
      );
  },
};

interface Options {
  readonly format: string;
  readonly all?: boolean;
  readonly write?: boolean;
  readonly retire?: boolean;
  readonly cache: boolean;
}
