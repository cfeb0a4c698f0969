import type { CommandSpec } from '../command.ts';

export const build: CommandSpec = {
  name: 'build',
  summary: 'Make the site: a folder that any web server, or a double click, can show',
  examples: [
    ['course build', 'builds the course in this folder into ./site'],
    ['course build my-course --out public', 'builds my-course into ./public'],
    ['course build --no-cache', 'compiles every page anew'],
  ],
  declare(command, run) {
    command
      .argument('[dir]', 'the course folder', '.')
      .option('-o, --out <dir>', 'where to put the site (default: the folder `site` in the course)')
      .option('--no-cache', 'compile everything anew and remember nothing')
      .option('--strict', 'warnings count as errors')
      .action((dir: string, options: { out?: string; cache: boolean; strict?: boolean }) =>
        run(async (terminal) => {
          const { runBuild } = await import('../actions/build.ts');
          const { out, cache, strict } = options;
          return runBuild(dir, { out, cache, strict: strict === true }, terminal);
        }),
      );
  },
};
