import { InvalidArgumentError } from 'commander';
import type { CommandSpec } from '../command.ts';

export const dev: CommandSpec = {
  name: 'dev',
  summary: 'Show the course in the browser and keep it up to date while you write',
  examples: [
    ['course dev', 'serves the course in this folder, and says at which address'],
    ['course dev my-course --open', 'and opens the browser'],
    ['course dev --port 8080', 'on a port of your choice'],
  ],
  declare(command, run) {
    command
      .argument('[dir]', 'the course folder', '.')
      .option('-p, --port <number>', 'the port to serve on; the next free one when it is taken', port, 4321)
      .option('--host <address>', 'the address to listen on; 0.0.0.0 lets other devices in', '127.0.0.1')
      .option('--open', 'open the browser')
      .option('--no-cache', 'compile everything anew and remember nothing')
      .action((dir: string, options: { port: number; host: string; open?: boolean; cache: boolean }) =>
        run(async (terminal) => {
          const { runDev } = await import('../actions/dev.ts');
          const { port, host, open, cache } = options;
          return runDev(dir, { port, host, open: open === true, cache }, terminal);
        }),
      );
  },
};

function port(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number > 65535) {
    throw new InvalidArgumentError('A port is a number from 1 to 65535 (0: any free one).');
  }
  return number;
}
