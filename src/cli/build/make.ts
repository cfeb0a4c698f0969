import type { LoadedCourse } from '../../load/loaded.ts';
import type { OutputFile } from '../../model/output.ts';
import type { CourseFolder } from '../../platform/course-files.ts';
import { type Target, writeSite } from '../../platform/output.ts';
import { summarise } from '../../site/summary.ts';
import { isTranslated, languages } from '../../words/registry.ts';
import { checkCourse, siteOf } from '../course.ts';
import { interruptible } from '../interruptible.ts';
import type { Memory } from '../memory.ts';
import { showProgress, withProgress } from '../progress.ts';
import { browserFiles, learnerLoad } from '../site-parts.ts';
import type { Terminal } from '../terminal.ts';
import { name, version } from '../version.ts';
import { standsInTheWay } from './findings.ts';
import type { BuildSummary } from './summary.ts';

/** What a build came to. */
export interface Made {
  readonly summary: BuildSummary;
  readonly changed: boolean;
  /** Nothing at all was wrong. */
  readonly clean: boolean;
}

/** Compiles, checks and writes a course; undefined when findings stand in the way, which are then printed. */
export async function makeSite(
  folder: CourseFolder,
  target: Target,
  memory: Memory,
  options: { readonly dir: string; readonly strict: boolean },
  terminal: Terminal,
): Promise<Made | undefined> {
  const checked = await withProgress(terminal, 'Reading', (update) =>
    checkCourse(folder, memory.cache, update),
  );
  const { loaded, diagnostics } = checked;
  if (standsInTheWay(checked, options, terminal)) return undefined;
  const language = loaded.course?.language ?? 'en';
  const browser = browserFiles(language);
  const written = await interruptible((signal) =>
    writeSite(target, watched(siteOf(checked, browser), loaded, terminal), {
      generator: `${name} ${version}`,
      now: Date.now(),
      locate: folder.locate,
      signal,
    }),
  );
  return {
    changed: written.changed,
    clean: diagnostics.length === 0,
    summary: {
      title: loaded.course?.title ?? '',
      ...summarise(loaded),
      files: written.files,
      bytes: written.bytes,
      scripts: learnerLoad(browser),
      ...(!isTranslated(language) && { untranslated: { language, known: Object.keys(languages) } }),
    },
  };
}

/** Passes the files on and shows how many there are so far. */
function* watched(
  files: Iterable<OutputFile>,
  loaded: LoadedCourse,
  terminal: Terminal,
): Generator<OutputFile, void> {
  const progress = showProgress(terminal, 'Writing');
  const pages = loaded.course?.items.filter((item) => item.kind !== 'section').length ?? 0;
  let done = 0;
  try {
    for (const file of files) {
      yield file;
      if (file.path.endsWith('.html')) progress.update(Math.min(++done, pages), pages);
    }
  } finally {
    progress.end();
  }
}
