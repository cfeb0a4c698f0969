import { runProgram } from './program.ts';
import { COMMANDS } from './registry.ts';
import { processTerminal } from './terminal.ts';
import { version } from './version.ts';

// A reader that went away (`course validate | head`) is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

process.exitCode = await runProgram(
  process.argv.slice(2),
  { version, commands: COMMANDS, debug: (process.env.COURSE_DEBUG ?? '') !== '' },
  processTerminal(process.env, process),
);
