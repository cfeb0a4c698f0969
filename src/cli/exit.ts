/** What the process says when it ends: 0 fine, 1 findings in the course, 2 the command could not run. */
export const EXIT = { fine: 0, findings: 1, cannotRun: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
