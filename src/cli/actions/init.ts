import { basename, resolve } from 'node:path';
import { packageRoot } from '../../platform/package-root.ts';
import { Refusal } from '../../platform/refusal.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { idFromTitle, PLAIN_ID, problem, SHAPES, titleFromFolder } from '../init/answers.ts';
import { repositoryOf } from '../init/repository.ts';
import { type Answers, starterFiles, writeStarter } from '../init/starter.ts';
import { tellStarted } from '../init/told.ts';
import type { Terminal } from '../terminal.ts';
import { version } from '../version.ts';

/** The flags of `course init`, as given. */
export interface InitFlags {
  readonly title?: string;
  readonly shape?: string;
  readonly id?: string;
  readonly language?: string;
  readonly accent?: string;
  readonly yes?: boolean;
}

/** Writes a starter course into `dir` and says what to do next. */
export async function runInit(dir: string, flags: InitFlags, terminal: Terminal): Promise<ExitCode> {
  const folder = resolve(dir);
  const given = checkFlags(flags);
  const answers = await complete(given, flags.yes === true, folder, terminal);
  const repository = repositoryOf(folder);
  const files = starterFiles(answers, { root: packageRoot(), version, way: repository?.way ?? '.' });
  const plainId = given.id === undefined && idFromTitle(answers.title) === undefined;
  tellStarted({ answers, plainId, folder, repository, ...writeStarter(folder, files) }, terminal);
  return EXIT.fine;
}

function checkFlags(flags: InitFlags): Partial<Answers> {
  for (const field of ['title', 'id', 'language', 'accent'] as const) {
    const wrong = flags[field] === undefined ? undefined : problem[field](flags[field]);
    if (wrong !== undefined) throw new Refusal(`--${field} ${JSON.stringify(flags[field])}: ${wrong}`);
  }
  const shape = SHAPES.find((entry) => entry.shape === flags.shape)?.shape;
  return {
    ...(flags.title === undefined ? {} : { title: flags.title.trim() }),
    ...(flags.id === undefined ? {} : { id: flags.id }),
    ...(flags.language === undefined ? {} : { language: flags.language }),
    ...(flags.accent === undefined ? {} : { accent: flags.accent }),
    ...(shape === undefined ? {} : { shape }),
  };
}

async function complete(
  given: Partial<Answers>,
  yes: boolean,
  folder: string,
  terminal: Terminal,
): Promise<Answers> {
  const suggestedTitle = titleFromFolder(basename(folder));
  if (!yes && terminal.interactive) {
    const { ask } = await import('../init/ask.ts');
    return ask(given, suggestedTitle);
  }
  if (!yes && (given.title === undefined || given.shape === undefined)) {
    throw new Refusal(
      'There is no terminal to ask on, and --title or --shape is missing.',
      'Give both, or --yes for a linear course named after its folder.',
    );
  }
  const title = given.title ?? suggestedTitle;
  return {
    title,
    shape: given.shape ?? 'linear',
    id: given.id ?? idFromTitle(title) ?? PLAIN_ID,
    language: given.language ?? 'en',
    ...(given.accent === undefined ? {} : { accent: given.accent }),
  };
}
