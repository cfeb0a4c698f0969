import { Refusal } from '../../platform/refusal.ts';
import type { CommandSpec } from '../command.ts';

interface Options {
  readonly out?: string;
  readonly portable?: boolean;
  readonly inlineUpTo?: string;
  readonly cache: boolean;
  readonly strict?: boolean;
}

export const build: CommandSpec = {
  name: 'build',
  summary: 'Make the site: a folder that any web server, or a double click, can show',
  examples: [
    ['course build', 'builds the course in this folder into ./site'],
    ['course build my-course --out public', 'builds my-course into ./public'],
    ['course build --no-cache', 'compiles every page anew'],
    ['course build --portable', 'makes one HTML file named after the course, beside course.yaml'],
    [
      'course build --portable --out my.html --inline-up-to 20MB',
      'makes my.html; larger files go into my-media',
    ],
  ],
  declare(command, run) {
    command
      .argument('[dir]', 'the course folder', '.')
      .option(
        '-o, --out <dir>',
        'where to put the site (default: the folder `site` in the course); with --portable the file, or a folder for it',
      )
      .option('--portable', 'make one HTML file that holds the whole course, to pass on and open anywhere')
      .option(
        '--inline-up-to <size>',
        'with --portable: larger files of yours stand in a folder beside it (default: 5MB)',
      )
      .option('--no-cache', 'compile everything anew and remember nothing')
      .option('--strict', 'warnings count as errors')
      .action((dir: string, options: Options) =>
        run(async (terminal) => {
          if (options.portable === true) {
            const { runBuildPortable } = await import('../actions/build-portable.ts');
            const { out, inlineUpTo, cache, strict = false } = options;
            return runBuildPortable(dir, { out, inlineUpTo, cache, strict }, terminal);
          }
          if (options.inlineUpTo !== undefined)
            throw new Refusal(
              '--inline-up-to is about the one file that --portable makes.',
              'Add --portable, or leave it out: a site of many files holds media as they are.',
            );
          const { runBuild } = await import('../actions/build.ts');
          const { out, cache, strict } = options;
          return runBuild(dir, { out, cache, strict: strict === true }, terminal);
        }),
      );
  },
};
