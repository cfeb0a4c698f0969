import type { Diagnostic } from '../model/diagnostic.ts';
import { printable } from './printable.ts';
import { type Reporter, summary } from './report.ts';

/**
 * Workflow commands that GitHub shows on the lines of a pull request
 * (https://docs.github.com/actions/reference/workflow-commands-for-github-actions). GitHub shows ten errors and ten
 * warnings of a step on lines; all of them are in the log.
 */
export const github: Reporter = {
  name: 'github',
  description: 'annotations on a pull request, in GitHub Actions',
  render({ diagnostics }, { prefix }) {
    const lines = diagnostics.map((diagnostic) => command(diagnostic, prefix));
    return `${[...lines, `course validate: ${summary(diagnostics)}`].join('\n')}\n`;
  },
};

function command(diagnostic: Diagnostic, prefix: string): string {
  const { severity, file, start, end, rule, message, help, witness } = diagnostic;
  const properties = {
    file: `${prefix}${file}`,
    line: start.line,
    endLine: end.line,
    // Columns of different lines cannot be compared: GitHub rejects an end before its start.
    ...(start.line === end.line ? { col: start.column, endColumn: Math.max(start.column, end.column) } : {}),
    title: rule,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  const text = [message, ...(help === undefined ? [] : [help]), ...witness.map((step) => `- ${step}`)];
  return `::${severity} ${list.join(',')}::${text.map(data).join('%0A')}`;
}

/** Escaped as in actions/toolkit (packages/core/src/command.ts), after the characters that could forge a line. */
function data(text: string): string {
  return printable(text).replaceAll('%', '%25');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
