import { type Grade, gradeOf } from '../../assess/types.ts';
import type { Share } from '../../model/condition.ts';
import type { Response } from '../../model/events.ts';
import type { Html } from '../../model/question.ts';
import type { PartsCredit } from './types.ts';

interface GradedPart {
  readonly id: string;
  readonly feedback?: Html;
}

/**
 * Grades an answer that says something about each part: the credit is the share of the parts that are right, or all or nothing.
 * What is said of parts that the question does not have (any more) is passed over.
 */
export function gradeParts<T extends GradedPart>(
  parts: readonly T[],
  credit: PartsCredit | undefined,
  response: Response,
  isRight: (part: T, given: string) => boolean,
): Grade | undefined {
  if (response.type !== 'fields') return undefined;
  const { fields } = response;
  const grades = parts.map((part) => {
    const given = Object.hasOwn(fields, part.id) ? (fields[part.id] ?? '') : '';
    const chosen = given.trim() !== '';
    return {
      part: part.id,
      chosen,
      right: chosen && isRight(part, given),
      ...(chosen && part.feedback !== undefined && { feedback: part.feedback }),
    };
  });
  const right = grades.filter((grade) => grade.right).length;
  return gradeOf(shareOf(right, parts.length, credit), grades);
}

/** Every credit that some answer earns, ascending: each part can be right or wrong whatever the others are. */
export function partsOutcomes(parts: readonly unknown[], credit: PartsCredit | undefined): readonly Share[] {
  const all = Array.from({ length: parts.length + 1 }, (_, right) => shareOf(right, parts.length, credit));
  return [...new Set(all)].sort((a, b) => a - b);
}

function shareOf(right: number, of: number, credit: PartsCredit | undefined): Share {
  return right === of ? 1 : credit === 'all-or-nothing' ? 0 : right / of;
}
