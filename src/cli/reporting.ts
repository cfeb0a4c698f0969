import { createColors } from 'picocolors';
import type { Proof } from '../proof/index.ts';
import type { Claim, ProofReport, Report, ReportOptions } from '../report/report.ts';
import type { CheckedCourse } from './course.ts';
import { spoken } from './invocation.ts';
import { shortPath } from './path.ts';
import type { Terminal } from './terminal.ts';

/** What reporters need of a course. */
export function reportOf({ loaded, diagnostics, proof }: CheckedCourse): Report {
  const { course, texts } = loaded;
  return {
    ...(course !== undefined && { course: { id: course.id, title: course.title } }),
    diagnostics,
    ...(proof !== undefined && { proof: proofReport(proof) }),
    texts,
  };
}

function proofReport({ findings, unproved, contacts }: Proof): ProofReport {
  const claim = (isIt: (type: 'trap' | 'reach') => boolean): Claim => {
    if (findings.some(({ type }) => isIt(type === 'trap' ? 'trap' : 'reach'))) return 'refuted';
    return unproved.some((each) => isIt(each.claim === 'trap' ? 'trap' : 'reach')) ? 'open' : 'proved';
  };
  return {
    claims: { finish: claim((type) => type === 'trap'), reach: claim((type) => type === 'reach') },
    contacts,
    unproved: unproved.map((each) => ({
      claim: each.claim === 'trap' ? { type: 'finish' } : each.claim,
      states: each.states,
    })),
  };
}

/** The same for a reader who types: help that names a command names it as it is started here. */
export function textReportOf(checked: CheckedCourse, { command }: Terminal): Report {
  const report = reportOf(checked);
  const diagnostics = report.diagnostics.map((found) =>
    found.help === undefined ? found : { ...found, help: spoken(found.help, command) },
  );
  return { ...report, diagnostics };
}

/** How to print findings about the course in `dir` here. */
export function reportOptions(dir: string, terminal: Terminal): ReportOptions {
  const way = shortPath(dir).replaceAll('\\', '/');
  return {
    width: terminal.columns,
    palette: createColors(terminal.color),
    prefix: way === '.' ? '' : `${way.replace(/\/$/, '')}/`,
  };
}
