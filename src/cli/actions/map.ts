import { existsSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createColors } from 'picocolors';
import { dateIn } from '../../lint/story.ts';
import {
  excerpt,
  formatOf,
  type Graph,
  isMapFormat,
  type MapFormat,
  pathwayGraph,
  plain,
  renderers,
} from '../../map/index.ts';
import { nearest } from '../../model/nearest.ts';
import { Refusal } from '../../platform/refusal.ts';
import { checkFolder } from '../check-folder.ts';
import { isBlocked } from '../course.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { marksOf } from '../map-marks.ts';
import type { Terminal } from '../terminal.ts';

interface MapOptions {
  readonly format?: string;
  readonly out?: string;
  readonly section?: string;
  readonly depth?: number;
  readonly ascii: boolean;
  readonly cache: boolean;
}

/** Prints or writes the map of a course, errors in the course or not. */
export async function runMap(dir: string, options: MapOptions, terminal: Terminal): Promise<ExitCode> {
  const { out } = options;
  const format = formatFor(options);
  const checked = await checkFolder(dir, options.cache, terminal);
  const { loaded, findings, diagnostics } = checked;
  if (loaded.course === undefined) {
    terminal.err(
      `There is no map: course.yaml cannot be used. What is wrong with it says: ${terminal.command} validate\n`,
    );
    return EXIT.findings;
  }

  const whole = pathwayGraph(loaded.course, marksOf(loaded, findings), dateIn(loaded.settings.timezone));
  const { section, depth } = options;
  const part = excerpt(whole, {
    ...(section !== undefined && { section }),
    ...(depth !== undefined && { depth }),
  });
  if (part === undefined) throw noSection(section ?? '', whole);
  const text = renderers[format].render(part, {
    palette: out === undefined ? createColors(terminal.color) : plain,
    unicode: !options.ascii && (out !== undefined || terminal.unicode),
    ...(out === undefined && { width: terminal.columns }),
    ...(loaded.settings.url !== undefined && { url: loaded.settings.url }),
  });
  if (out === undefined) terminal.out(text);
  else write(out, text, format);
  const hint = tooLarge(format, part, text);
  if (hint !== undefined) terminal.err(hint);
  return isBlocked(diagnostics, false) ? EXIT.findings : EXIT.fine;
}

/** Writes the map, over an earlier one if there is one, but over nothing else. */
function write(out: string, text: string, format: MapFormat): void {
  if (!existsSync(dirname(out)))
    throw new Refusal(`There is no folder ${dirname(out)} to write into.`, 'Make it first.');
  if (existsSync(out) && formatOf(out) !== format) {
    throw new Refusal(
      `${out} is there already and is no ${format} map: it is left as it is.`,
      `Give the map a name of its own, such as map.${renderers[format].extensions[0]}.`,
    );
  }
  writeFileSync(out, text);
}

function formatFor({ format, out }: MapOptions): MapFormat {
  if (format !== undefined) {
    if (!isMapFormat(format)) throw new Refusal(`There is no format ${format}.`);
    return format;
  }
  if (out === undefined) return 'text';
  const meant = formatOf(out);
  if (meant !== undefined) return meant;
  const endings = Object.values(renderers).map(({ extensions }) => `.${extensions[0]}`);
  throw new Refusal(
    `The ending of ${out} does not say which format to write.`,
    `Name one with --format, or end the name with ${new Intl.ListFormat('en', { type: 'disjunction' }).format(endings)}.`,
  );
}

function noSection(id: string, { nodes }: Graph): Refusal {
  const sections = nodes.filter(({ kind }) => kind === 'section').map((node) => node.id);
  const close = nearest(id, sections);
  if (nodes.some((node) => node.id === id))
    return new Refusal(`${id} is not a section: a map can only begin at one.`);
  return new Refusal(
    `The pathway has no section ${id}.`,
    close === undefined ? `Its sections: ${sections.join(', ')}.` : `Did you mean ${close}?`,
  );
}

/** What Mermaid draws unless its host is told otherwise (its settings `maxEdges` and `maxTextSize`); GitHub keeps to these. */
const MERMAID_EDGES = 500;
const MERMAID_CHARACTERS = 50_000;
/** More than that in one picture nobody takes in. */
const PICTURE_NODES = 300;

/** What to say of a picture that is too large to be drawn, or to be read; the tree and the data have no such limit. */
function tooLarge(format: MapFormat, { nodes, edges }: Graph, text: string): string | undefined {
  if (format === 'text' || format === 'json') return undefined;
  const less = 'Show less with --depth or --section.\n';
  if (format === 'mermaid' && (edges.length > MERMAID_EDGES || text.length > MERMAID_CHARACTERS))
    return `This is more than Mermaid draws by default (${MERMAID_EDGES} arrows, ${MERMAID_CHARACTERS.toLocaleString('en')} characters). ${less}`;
  if (nodes.length <= PICTURE_NODES) return undefined;
  return `${nodes.length.toLocaleString('en')} items are hard to read in one picture. ${less}`;
}
