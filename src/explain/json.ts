import type { Course } from '../model/course.ts';
import type { Span } from '../model/span.ts';
import type { Place } from './places.ts';
import { type Explanation, type Note, type Story, TOPICS } from './types.ts';

/** The version of the format; it changes when a field changes its meaning or goes away. */
const VERSION = 1;

const REACHED = { reached: true, unreached: false, unknown: null } as const;

/**
 * An explanation for other programs: `{ version, course: { id, title, errors }, subject: { kind, id? }, title, what, file?, start?,
 * end?, path, sees, before, inside, clears, closes, waits, required, time?, story }`. Notes are `{ type, text, items, condition?, file?,
 * start?, end? }`. Lines and columns are 1-based, columns and offsets count UTF-16 units, times are minutes; `story` is
 * `{ reached: true | false | null, steps }`, null where no way was asked for.
 */
export function explanationJson(
  course: Course,
  errors: number,
  explanation: Explanation,
  story: Story | undefined,
  place: (span: Span) => Place,
): string {
  const { subject, title, what, span, path, notes, time } = explanation;
  const entry = ({ span: where, ...rest }: Note) => ({ ...rest, ...(where && place(where)) });
  const report = {
    version: VERSION,
    course: { id: course.id, title: course.title, errors },
    subject,
    title,
    what,
    ...(span && place(span)),
    path,
    ...Object.fromEntries(TOPICS.map((topic) => [topic, notes[topic].map(entry)])),
    ...(time && { time }),
    story:
      story === undefined
        ? null
        : { reached: REACHED[story.type], steps: story.type === 'reached' ? story.steps : [] },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
