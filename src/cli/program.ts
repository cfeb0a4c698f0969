import { Command, CommanderError } from 'commander';
import { errorCode } from '../model/error-code.ts';
import { Refusal } from '../platform/refusal.ts';
import { printable } from '../report/printable.ts';
import type { CommandSpec, Runner } from './command.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { spoken } from './invocation.ts';
import type { Terminal } from './terminal.ts';

/** Parses the arguments (without `node` and the script), runs the verb, and gives the exit code. Never throws. */
export async function runProgram(
  argv: readonly string[],
  about: { readonly version: string; readonly commands: readonly CommandSpec[]; readonly debug: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const { command: name } = terminal;
  let code: ExitCode = EXIT.fine;
  const run: Runner = async (work) => {
    code = await work(terminal);
  };

  const program = new Command(name)
    .description(
      'Courses from Markdown and YAML: check them, prove that every learner can finish, preview and build them.',
    )
    .version(about.version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      getOutHasColors: () => terminal.color,
      getErrHasColors: () => terminal.color,
      getOutHelpWidth: () => terminal.columns,
      getErrHelpWidth: () => terminal.columns,
    })
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError(`Run \`${name} --help\` to see what it can do.`)
    .addHelpText(
      'after',
      `\nA first course:\n  ${name} init my-course       start one, with a choice of five shapes\n` +
        `  ${name} dev my-course        see it in the browser while you write\n` +
        `  ${name} build my-course      make the site that you publish\n\n` +
        `Options and examples of a command: ${name} build --help\n` +
        'Status at the end: 0 all is well, 1 something is wrong in the course,\n2 it could not run.',
    );

  for (const spec of about.commands) {
    const command = program
      .command(spec.name)
      .description(spec.summary)
      .showHelpAfterError(`Run \`${name} ${spec.name} --help\` to see how it is used.`);
    spec.declare(command, run);
    const examples = spec.examples.map(
      ([line, purpose]) => `  ${line.replace(/^course/, () => name)}\n      ${purpose}`,
    );
    command.addHelpText('after', `\nExamples:\n${examples.join('\n')}`);
  }

  if (argv.length === 0) {
    program.outputHelp();
    return EXIT.fine;
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    // Commander has printed its own complaint. It ends with 1 for a wrong call, which here means findings.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.cannotRun;
    terminal.err(explain(error, { debug: about.debug, command: name }));
    return EXIT.cannotRun;
  }
}

/** An error in plain words; its stack only for those who ask for it. */
export function explain(
  error: unknown,
  { debug, command }: { readonly debug: boolean; readonly command: string },
): string {
  const stack = debug && error instanceof Error ? `\n${error.stack ?? ''}\n` : '';
  if (error instanceof Refusal) {
    const help = error.help === undefined ? '' : `  ${spoken(error.help, command)}\n`;
    return `course: ${printable(error.message)}\n${help}${stack}`;
  }
  if (isSystemError(error)) return `course: ${printable(systemMessage(error))}\n${stack}`;
  const reason = error instanceof Error ? error.message : String(error);
  return (
    `course: something went wrong that should not: ${printable(reason)}\n` +
    `  This is a bug in course, not in your files. Run again with COURSE_DEBUG=1 and report what it prints.\n${stack}`
  );
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && errorCode(error) !== undefined && 'syscall' in error;
}

function systemMessage(error: NodeJS.ErrnoException): string {
  const where = error.path ?? 'the file system';
  switch (error.code) {
    case 'EACCES':
    case 'EPERM':
      return `no permission for ${where}. Check who owns it.`;
    case 'ENOENT':
      return `${where} does not exist (any more).`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `the disk is full (at ${where}).`;
    case 'EROFS':
      return `${where} is on a disk that cannot be written to.`;
    case 'EMFILE':
    case 'ENFILE':
      return `too many files are open (at ${where}). Close other programs and try again.`;
    case 'ENOTDIR':
      return `${where} leads through a file as if that were a folder. Check the path.`;
    case 'EISDIR':
      return `${where} is a folder where a file should be.`;
    case 'ELOOP':
      return `${where} is a link that leads to itself. Remove it.`;
    case 'ENAMETOOLONG':
      return `${where} is too long for a name on this disk. Shorten it.`;
    case 'EIO':
      return `${where} cannot be read or written: the disk reports a fault.`;
    default:
      return `${where}: the system says ${error.message}.`;
  }
}
