import { escapeHtml } from '../compile/escape.ts';
import type { Status } from './client/status.ts';

/** What is shown while there has been no good build yet: the problems, readable without any script. */
export function waitingPage(status: Status, script: string): string {
  const problems = status.problems.map(
    (problem) =>
      `<li><p><strong>${escapeHtml(problem.place)}</strong></p><p>${escapeHtml(problem.message)}</p>` +
      `${problem.help === undefined ? '' : `<p>${escapeHtml(problem.help)}</p>`}</li>`,
  );
  const text =
    problems.length === 0
      ? '<h1>Building the course…</h1><p>This page reloads when it is done.</p>'
      : `<h1>The course cannot be built yet</h1><p>This page reloads when that has changed.</p><ol>${problems.join('')}</ol>`;
  return (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>course dev</title>' +
    '<meta name="viewport" content="width=device-width">' +
    '<style>:root{color-scheme:light dark}body{font:1.05rem/1.6 system-ui,sans-serif;max-width:42rem;margin:3rem auto;padding:0 1rem}</style>' +
    `<script src="${escapeHtml(script)}" defer></script></head><body><main>${text}</main></body></html>`
  );
}
