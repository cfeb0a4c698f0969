import type { CommandSpec } from '../command.ts';

export const schemas: CommandSpec = {
  name: 'schemas',
  summary: 'Renew the schemas by which your editor checks the YAML, after an upgrade',
  examples: [
    ['course schemas', 'renews .course/schemas in this folder'],
    ['course schemas my-course', 'the same, in my-course'],
  ],
  declare(command, run) {
    command.argument('[dir]', 'the course folder', '.').action((dir: string) =>
      run(async (terminal) => {
        const { runSchemas } = await import('../actions/schemas.ts');
        return runSchemas(dir, terminal);
      }),
    );
  },
};
