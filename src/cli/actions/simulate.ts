import { createColors } from 'picocolors';
import type { CompiledCourse } from '../../compile/project.ts';
import { dateIn } from '../../lint/story.ts';
import { instantOf } from '../../load/dates.ts';
import { askedAs, drawnFrom, pointsOf } from '../../load/draws.ts';
import type { Instant, Share } from '../../model/condition.ts';
import type { QuestionKey } from '../../model/ids.ts';
import { percent } from '../../model/quantities.ts';
import { Refusal } from '../../platform/refusal.ts';
import { printable } from '../../report/printable.ts';
import { summary } from '../../report/report.ts';
import { text } from '../../report/text.ts';
import { guessingOf, reportText, type SimulationReport, simulate } from '../../simulate/index.ts';
import { pageQuestions } from '../../site/sealed.ts';
import { checkFolder } from '../check-folder.ts';
import { EXIT, type ExitCode } from '../exit.ts';
import { spoken } from '../invocation.ts';
import { showProgress } from '../progress.ts';
import { reportOptions, textReportOf } from '../reporting.ts';
import type { Terminal } from '../terminal.ts';

export interface SimulateOptions {
  readonly learners: number;
  readonly seed: number;
  readonly start?: string;
  readonly minCompletion?: Share;
  readonly items: number;
  readonly format: 'text' | 'json';
  readonly cache: boolean;
}

/** Sends synthetic learners through a course and reports what became of them. */
export async function runSimulate(
  dir: string,
  options: SimulateOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const checked = await checkFolder(dir, options.cache, terminal);
  const { course, settings } = checked.loaded;
  const errors = checked.diagnostics.filter(({ severity }) => severity === 'error');
  // What is wrong with the way through the course can be simulated, and shows who is hurt.
  const blocking = errors.filter(({ rule }) => !rule.startsWith('path/'));
  if (course === undefined || blocking.length > 0) {
    const report = textReportOf({ ...checked, diagnostics: errors }, terminal);
    terminal.err(text.render(report, reportOptions(dir, terminal)));
    terminal.err('Not simulated: correct the errors first.\n');
    return EXIT.findings;
  }
  if (errors.length > 0) {
    terminal.err(
      `${summary(errors)} on the way through the course: ${terminal.command} validate tells more. Simulated all the same.\n`,
    );
  }
  const start = options.start === undefined ? undefined : startOf(options.start, settings.timezone);
  const walking = showProgress(terminal, 'Simulating');
  const report = simulate(course, {
    learners: options.learners,
    seed: options.seed,
    start,
    guessing: guessingIn(checked.loaded),
    progress: (done) => walking.update(done, options.learners),
  });
  walking.end();
  print(report, options, dateIn(settings.timezone), terminal);
  return judge(report, options.minCompletion, terminal);
}

function startOf(date: string, timezone: string): number {
  const start = instantOf(date, timezone);
  if (start === undefined)
    throw new Refusal(`--start ${date} is no date.`, 'Write it as 2026-09-01 or 2026-09-01T18:00.');
  return start;
}

/** The chances of blind guessing at each question. */
function guessingIn({ course, pages, quizzes }: CompiledCourse): Map<QuestionKey, readonly Share[]> {
  const guessing = new Map<QuestionKey, readonly Share[]>();
  for (const item of course?.items ?? []) {
    if (item.kind === 'section') continue;
    const quiz = quizzes.get(item.id);
    const drawn = quiz === undefined ? [] : drawnFrom(quiz, quizzes);
    const sources = [
      ...((pages.get(item.id) ?? quiz)?.questions ?? []),
      ...drawn.flatMap((each) => each.candidates.map((candidate) => askedAs(candidate, pointsOf(each)))),
    ];
    const outcomes = new Map(item.questions.map((question) => [question.key, question.outcomes]));
    for (const question of pageQuestions(item.id, sources, (html) => html))
      guessing.set(question.key, guessingOf(question, outcomes.get(question.key) ?? []));
  }
  return guessing;
}

function print(
  report: SimulationReport,
  { format, items }: SimulateOptions,
  date: (at: Instant) => string,
  terminal: Terminal,
): void {
  if (format === 'json') {
    terminal.out(`${JSON.stringify(report, null, 2)}\n`);
    return;
  }
  const { bold, dim } = createColors(terminal.color);
  const look = { width: terminal.columns, lines: items, bold, dim };
  const told = reportText(report, { ...look, clean: printable, date });
  terminal.out(spoken(told, terminal.command));
}

/** The exit code, and why it is not 0. */
function judge(
  { learners, completion }: SimulationReport,
  least: Share | undefined,
  terminal: Terminal,
): ExitCode {
  const { asked, simulated } = learners;
  if (simulated < asked) {
    terminal.err(
      `The course is too large for ${asked} learners: ${simulated} were simulated. Ask for fewer with --learners.\n`,
    );
  }
  if (least === undefined || completion.share >= least) return EXIT.fine;
  terminal.err(`Only ${percent(completion.share)} finished; --min-completion asks for ${percent(least)}.\n`);
  return EXIT.findings;
}
