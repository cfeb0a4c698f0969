import { Option } from 'commander';
import type { CommandSpec } from '../command.ts';

export const explain: CommandSpec = {
  name: 'explain',
  summary: 'Say of one thing in a course when it opens, for whom, and what it leads to',
  examples: [
    ['course explain final-quiz', 'a quiz of the course in this folder'],
    ['course explain basics my-course', 'a section, branch or option by its id'],
    ['course explain first-loaf', 'a badge; competencies, `certificate` and `complete` work as well'],
    ['course explain final-quiz --format json', 'for other programs'],
  ],
  declare(command, run) {
    command
      .argument('<item>', 'the id of a module, quiz, section, option, badge or competency')
      .argument('[dir]', 'the course folder', '.')
      .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
      .option('--no-cache', 'compile everything anew and remember nothing')
      .action((item: string, dir: string, options: { format: string; cache: boolean }) =>
        run(async (terminal) => {
          const { runExplain } = await import('../actions/explain.ts');
          const { format, cache } = options;
          return runExplain(item, dir, { json: format === 'json', cache }, terminal);
        }),
      );
  },
};
