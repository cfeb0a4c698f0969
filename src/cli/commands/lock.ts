import type { CommandSpec } from '../command.ts';

export const lock: CommandSpec = {
  name: 'lock',
  summary: 'Write down which ids are published, so that no later edit costs learners their progress',
  examples: [
    ['course lock', 'writes course-lock.json, when you publish and with every edition after'],
    ['course lock my-course', 'the same, in my-course'],
    ['course lock --check', 'writes nothing; status 1 when the lock is not up to date, for CI'],
  ],
  declare(command, run) {
    command
      .argument('[dir]', 'the course folder', '.')
      .option('--check', 'write nothing, and end with 1 when the lock is not up to date')
      .option('--no-cache', 'compile everything anew and remember nothing')
      .action((dir: string, options: { check?: boolean; cache: boolean }) =>
        run(async (terminal) => {
          const { runLock } = await import('../actions/lock.ts');
          return runLock(dir, { check: options.check === true, cache: options.cache }, terminal);
        }),
      );
  },
};
