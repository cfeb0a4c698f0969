import { Option } from 'commander';
import type { CommandSpec } from '../command.ts';

export const init: CommandSpec = {
  name: 'init',
  summary: 'Start a course: a folder with a starter for one of the five shapes',
  examples: [
    ['course init', 'asks what it needs to know, then writes into this folder'],
    ['course init my-course', 'the same, into my-course'],
    ['course init my-course --title "Bread at home" --shape hurdles --yes', 'asks nothing'],
  ],
  declare(command, run) {
    command
      .argument('[dir]', 'the folder to write into; made when it is not there', '.')
      .option('--title <text>', 'the title that learners see')
      .addOption(
        new Option('--shape <shape>', 'how learners go through it').choices([
          'linear',
          'hurdles',
          'random-access',
          'static-branching',
          'dynamic-branching',
        ]),
      )
      .option('--id <id>', "the course's id, stable for ever (default: made from the title)")
      .option('--language <tag>', 'the language of the course, such as en or pt-BR (default: en)')
      .option('--accent <color>', 'the accent colour of the site, as #rrggbb')
      .option('-y, --yes', 'ask nothing, take the defaults for what is not given')
      .action((dir: string, options: Record<string, unknown>) =>
        run(async (terminal) => {
          const { runInit } = await import('../actions/init.ts');
          return runInit(dir, options, terminal);
        }),
      );
  },
};
