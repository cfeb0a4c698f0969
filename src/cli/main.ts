import { join } from 'node:path';
import { packageRoot } from '../platform/package-root.ts';
import { EXIT } from './exit.ts';
import { invocation } from './invocation.ts';
import { explain, runProgram } from './program.ts';
import { COMMANDS } from './registry.ts';
import { processTerminal } from './terminal.ts';
import { version } from './version.ts';

const command = ownCommand();

// A reader that went away (`course validate | head`) is no error; a disk that takes no more output is one.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  const where = Object.assign(error, { path: 'the output of this command' });
  process.stderr.write(explain(where, { debug: false, command }));
  process.exit(EXIT.cannotRun);
});
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  process.exit(EXIT.cannotRun); // Nowhere is left to say it.
});

process.exitCode = await runProgram(
  process.argv.slice(2),
  { version, commands: COMMANDS, debug: (process.env.COURSE_DEBUG ?? '') !== '' },
  processTerminal(process.env, process, command),
);

function ownCommand(): string {
  try {
    return invocation(process.env, process.cwd(), join(packageRoot(), 'bin', 'course.js'));
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return 'course'; // The working folder is gone, which the command itself will say where it matters.
  }
}
