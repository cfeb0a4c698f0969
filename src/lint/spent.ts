import type { Quiz } from '../model/course.ts';
import { percent } from '../model/quantities.ts';
import type { Asked } from './stuck.ts';
import { code, sentence } from './words.ts';

/** What waits in the end for what is asked: behind badges, what waits for them. */
export function origin(asked: Asked): Asked {
  return asked.by === undefined ? asked : origin(asked.by);
}

/** What to do where the attempts at a quiz are used up without the result that is asked for. */
export function spentHelp(asked: Asked, quiz: Quiz): string {
  const first = moreAttempts(asked, quiz);
  const other = otherWay(asked, quiz);
  return first === '' ? `${sentence(other)}.` : `${sentence(first)}. Or ${other}.`;
}

/** How the result could come about after all: `lower …, remove … or give …`. */
function moreAttempts({ part }: Asked, quiz: Quiz): string {
  const id = code(quiz.id);
  const { pass, attempts, exhausted } = quiz;
  const from = part.type === 'score' ? part.from : undefined;
  const reviewed = exhausted === 'review' && pass !== undefined;
  const ways: string[] = [];
  if (from !== undefined)
    ways.push(
      reviewed
        ? `lower ${code('from')} to ${percent(pass)}, the pass mark of ${id} (${code('exhausted: review')} gives new attempts only to those who have not passed)`
        : `lower ${code('from')}`,
    );
  if (attempts !== undefined) ways.push(`remove ${code('attempts')} from ${id}`);
  // A review gives new attempts to those who have not passed, and to nobody else.
  const helps = pass !== undefined && (part.type === 'passed' || (from !== undefined && from <= pass + 1e-9));
  if (helps && exhausted !== 'review' && attempts !== undefined)
    ways.push(
      `give it ${code('exhausted: review')} with ${code('review: [ID]')} (who has not passed goes through that again and gets new attempts)`,
    );
  const last = ways.at(-1) ?? '';
  return ways.length < 2 ? last : `${ways.slice(0, -1).join(', ')}, or ${last}`;
}

/** How learners could do without the result. */
function otherWay(asked: Asked, quiz: Quiz): string {
  const { owner, part } = origin(asked);
  if (owner.type === 'when' || owner.type === 'requires')
    return `open another way for them with ${code('any')}, or make ${code(owner.item.id)} ${code('optional')}`;
  if (owner.type !== 'complete' || part.type !== 'passed' || part.quiz !== quiz.id)
    return `open another way for them with ${code('any')}`;
  const ask = `let them finish without passing: ask for ${code(`completed: ${quiz.id}`)}`;
  return quiz.exhausted === 'continue'
    ? `${ask}, which ${code('exhausted: continue')} gives them`
    : `${ask}, and give it ${code('exhausted: continue')}`;
}
