import { Option } from 'commander';
import { reporters } from '../../report/registry.ts';
import type { CommandSpec } from '../command.ts';

export const validate: CommandSpec = {
  name: 'validate',
  summary: 'Check a course and say what is wrong, where, and what to do about it',
  examples: [
    ['course validate', 'checks the course in this folder'],
    ['course validate my-course --strict', 'warnings count as errors'],
    ['course validate --format github', 'annotations on a pull request'],
    ['course validate --format json | jq .summary', 'for other programs'],
  ],
  declare(command, run) {
    command
      .argument('[dir]', 'the course folder', '.')
      .addOption(
        new Option('--format <format>', 'how to report').choices(Object.keys(reporters)).default('text'),
      )
      .option('--strict', 'warnings count as errors')
      .option('--no-cache', 'compile everything anew and remember nothing')
      .action((dir: string, options: { format: string; strict?: boolean; cache: boolean }) =>
        run(async (terminal) => {
          const { runValidate } = await import('../actions/validate.ts');
          const { format, strict, cache } = options;
          return runValidate(dir, { format, strict: strict === true, cache }, terminal);
        }),
      );
  },
};
