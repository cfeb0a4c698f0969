import { InvalidArgumentError, Option } from 'commander';
import type { CommandSpec } from '../command.ts';

/** As in `src/map/registry.ts`, which is loaded only when a map is made; a test compares them. */
export const MAP_FORMATS = ['text', 'mermaid', 'dot', 'svg', 'json'] as const;

export const map: CommandSpec = {
  name: 'map',
  summary: 'Show the way through a course as a tree or a picture, with what is wrong marked in it',
  examples: [
    ['course map', 'the course in this folder, as a tree'],
    ['course map my-course --out map.svg', 'a picture; the ending says which format'],
    ['course map --format mermaid', 'a flowchart that GitHub draws in Markdown'],
    ['course map --section basics', 'one section and what is in it'],
    ['course map --depth 0', 'the parts of the course, each as one line'],
    ['course map --format dot | dot -Tpdf > map.pdf', 'drawn by Graphviz'],
  ],
  declare(command, run) {
    command
      .argument('[dir]', 'the course folder', '.')
      .addOption(
        new Option(
          '--format <format>',
          'what to make; without it, what the ending of --out says, or text',
        ).choices(MAP_FORMATS),
      )
      .option('--out <file>', 'write it to this file instead of printing it')
      .option('--section <id>', 'only this section and what is in it')
      .option('--depth <n>', 'how many levels of sections to open; those below are shown as one', asDepth)
      .option('--ascii', 'draw the tree without lines that old terminals lack')
      .option('--no-cache', 'compile everything anew and remember nothing')
      .action(
        (
          dir: string,
          options: {
            format?: string;
            out?: string;
            section?: string;
            depth?: number;
            ascii?: boolean;
            cache: boolean;
          },
        ) =>
          run(async (terminal) => {
            const { runMap } = await import('../actions/map.ts');
            return runMap(dir, { ...options, ascii: options.ascii === true }, terminal);
          }),
      );
  },
};

function asDepth(text: string): number {
  if (!/^\d{1,4}$/.test(text))
    throw new InvalidArgumentError('A depth is a number of levels, such as 0 or 2.');
  return Number(text);
}
