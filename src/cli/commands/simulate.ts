import { InvalidArgumentError, Option } from 'commander';
import type { CommandSpec } from '../command.ts';

export const simulate: CommandSpec = {
  name: 'simulate',
  summary: 'Send synthetic learners through the course and report who finishes and where they are lost',
  examples: [
    ['course simulate', 'a thousand learners through the course in this folder'],
    ['course simulate my-course --learners 200 --seed 7', 'fewer, and others'],
    ['course simulate --min-completion 95%', 'ends with status 1 when fewer finish'],
    ['course simulate --format json | jq .completion', 'for other programs'],
  ],
  declare(command, run) {
    command
      .argument('[dir]', 'the course folder', '.')
      .option('-n, --learners <number>', 'how many learners', learners, 1000)
      .option('--seed <number>', 'the same seed gives the same report', seed, 1)
      .option('--start <date>', 'when they begin, as 2026-09-01, in the time zone of the course')
      .option('--min-completion <percent>', 'the least share that has to finish, as 95%', share)
      .option('--items <number>', 'the most lines of each list (text only)', lines, 8)
      .addOption(new Option('--format <format>', 'how to report').choices(['text', 'json']).default('text'))
      .option('--no-cache', 'compile everything anew and remember nothing')
      .action((dir: string, options: Options) =>
        run(async (terminal) => {
          const { runSimulate } = await import('../actions/simulate.ts');
          return runSimulate(dir, options, terminal);
        }),
      );
  },
};

interface Options {
  readonly learners: number;
  readonly seed: number;
  readonly start?: string;
  readonly minCompletion?: number;
  readonly items: number;
  readonly format: 'text' | 'json';
  readonly cache: boolean;
}

const wholeNumber = (least: number, most: number, what: string) => (text: string) => {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) throw new InvalidArgumentError(what);
  return number;
};

const learners = wholeNumber(1, 1_000_000, 'It takes a whole number from 1 to 1000000.');
const seed = wholeNumber(0, 0xffffffff, 'A seed is a whole number from 0 to 4294967295.');
const lines = wholeNumber(1, 10_000, 'It takes a whole number from 1 to 10000.');

function share(text: string): number {
  const match = /^(\d{1,3}(?:\.\d+)?) ?%$/.exec(text);
  const number = Number(match?.[1]);
  if (match === null || number > 100)
    throw new InvalidArgumentError('A share is a percentage from 0% to 100%, such as 95%.');
  return number / 100;
}
