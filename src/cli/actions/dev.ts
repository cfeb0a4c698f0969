import { join } from 'node:path';
import { createColors } from 'picocolors';
import { errorCode } from '../../model/error-code.ts';
import { openCourseFolder } from '../../platform/course-files.ts';
import { Refusal } from '../../platform/refusal.ts';
import { summary } from '../../report/report.ts';
import { text } from '../../report/text.ts';
import { type BuildResult, Preview } from '../../serve/preview.ts';
import { DEV_SCRIPT, type RunningServer, startServer } from '../../serve/server.ts';
import { watchFolder } from '../../serve/watch.ts';
import { type CheckedCourse, checkCourse, isBlocked, siteOf } from '../course.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { openMemory } from '../memory.ts';
import { shortPath } from '../path.ts';
import { explain } from '../program.ts';
import { reportOptions, textReportOf } from '../reporting.ts';
import { browserFile, browserFiles } from '../site-parts.ts';
import type { Terminal } from '../terminal.ts';

export interface DevOptions {
  readonly port: number;
  readonly host: string;
  readonly open: boolean;
  readonly cache: boolean;
}

/** Serves a course and keeps it up to date, until the process is asked to end. */
export async function runDev(dir: string, options: DevOptions, terminal: Terminal): Promise<ExitCode> {
  const folder = openCourseFolder(dir);
  const memory = openMemory(folder.root, options.cache);
  const preview = new Preview(Date.now());
  const paint = createColors(terminal.color);
  let shown = '';

  const rebuild = async (): Promise<void> => {
    const start = performance.now();
    const checked = await checkCourse(openCourseFolder(folder.root), memory.cache);
    preview.take(resultOf(checked));
    const took = Math.round(performance.now() - start);
    const report = text.render(textReportOf(checked, terminal), reportOptions(dir, terminal));
    if (checked.diagnostics.length > 0 && report !== shown) terminal.out(`\n${report}`);
    shown = report;
    const state = preview.status.stale
      ? paint.red('not built')
      : `${paint.green('built')} in ${took} ms${checked.diagnostics.length > 0 ? `, ${summary(checked.diagnostics)}` : ''}`;
    terminal.out(`${paint.dim(new Date().toLocaleTimeString('en-GB'))} ${state}\n`);
  };
  const failed = (error: unknown): void => {
    const said = explain(error, { debug: false, command: terminal.command });
    if (said !== shown) terminal.err(said);
    shown = said;
    preview.fail(error instanceof Error ? error.message : String(error));
  };

  const server = await listen(preview, options);
  const stopped = untilStopped();
  try {
    if (options.port !== 0 && server.port !== options.port) {
      terminal.out(`Port ${options.port} is taken; this is ${server.port}.\n`);
    }
    terminal.out(`${paint.bold('course dev')} ${paint.cyan(server.url)}  (Ctrl-C ends it)\n`);
    const ignore = [join(folder.root, 'site')];
    const onReturn = (): void => terminal.out(`${shortPath(folder.root)} is there again: watching it.\n`);
    const watcher = await watchFolder(folder.root, { ignore, work: rebuild, onReturn, onError: failed });
    await watcher.idle();
    memory.save();
    if (options.open) await openBrowser(server.url, terminal);
    await stopped;
    await watcher.close();
    memory.save();
  } finally {
    await server.close();
  }
  return EXIT.fine;
}

function resultOf(checked: CheckedCourse): BuildResult {
  const { loaded, diagnostics, folder } = checked;
  const blocked = isBlocked(diagnostics, false);
  return {
    title: loaded.course?.title ?? 'course',
    diagnostics,
    files: blocked
      ? undefined
      : [...siteOf(checked, browserFiles(loaded.course?.language ?? 'en'), DEV_SCRIPT.slice(1))],
    locate: folder.locate,
  };
}

async function listen(preview: Preview, { host, port }: DevOptions): Promise<RunningServer> {
  try {
    return await startServer(preview, { host, port, client: browserFile('dev-client.js') });
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EADDRINUSE') {
      throw new Refusal(`Port ${port} and those after it are taken.`, 'Choose another with --port.');
    }
    if (code === 'EACCES')
      throw new Refusal(`Port ${port} is not allowed here.`, 'Choose one above 1023 with --port.');
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new Refusal(`${host} is not an address of this machine.`, 'Leave --host out, or use 0.0.0.0.');
    }
    throw error;
  }
}

/** Resolves when the process is asked to end; asked a second time, it ends at once. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

async function openBrowser(url: string, terminal: Terminal): Promise<void> {
  try {
    const { default: open } = await import('open');
    const child = await open(url);
    child.on('error', () => terminal.err(`No browser could be opened. Go to ${url} yourself.\n`));
  } catch (error) {
    terminal.err(
      `No browser could be opened (${error instanceof Error ? error.message : error}). Go to ${url}.\n`,
    );
  }
}
