import type { LockChange } from '../edition/lock-changes.ts';
import { code } from '../lint/words.ts';
import { ownId } from '../model/edition.ts';
import { printable } from '../report/printable.ts';
import { count } from './quantities.ts';

/** Of each group so many names are listed. */
const SHOWN = 10;

const HEADS: readonly { readonly type: LockChange['type']; readonly head: (number: number) => string }[] = [
  { type: 'new', head: (number) => `${count(number, 'new id')}:` },
  { type: 'renamed', head: (number) => `${count(number, 'id')} renamed; progress goes along:` },
  {
    type: 'retired',
    head: (number) => `${count(number, 'id')} retired; what learners did there is kept and counts nowhere:`,
  },
  { type: 'back', head: (number) => `${count(number, 'id')} here again:` },
  {
    type: 'answer',
    head: (number) =>
      `${count(number, 'question')} with another answer key; answers are graded again, nobody loses:`,
  },
  {
    type: 'asks',
    head: (number) =>
      `${count(number, 'question')} that ${number === 1 ? 'asks' : 'ask'} something else; what was earned stays:`,
  },
  {
    type: 'holds',
    head: (number) =>
      `${count(number, 'question bank')} with other questions in ${number === 1 ? 'it' : 'them'}:`,
  },
  {
    type: 'rules',
    head: (number) => `${count(number, 'quiz or competency', 'quizzes or competencies')} with other marks:`,
  },
  { type: 'moved', head: (number) => `${count(number, 'id')} in another section; progress goes along:` },
  { type: 'reworded', head: (number) => `${count(number, 'title or text', 'titles or texts')} reworded` },
  { type: 'more', head: (number) => `${count(number, 'id')} of which more is written down than before` },
];

/** What a new lock adds, in groups; undefined: there was no lock, so all of it is new. */
export function changesInWords(changes: readonly LockChange[] | undefined): string {
  return HEADS.map(({ type, head }) => {
    const group = (changes ?? []).filter((change) => change.type === type);
    if (group.length === 0) return '';
    // Who only mends words need not read where.
    if (type === 'reworded' || type === 'more') return `  ${head(group.length)}.\n`;
    const lines = group.slice(0, SHOWN).map((change) => `    ${printable(lineOf(change))}\n`);
    const more = group.length > SHOWN ? `    and ${count(group.length - SHOWN, 'more', 'more')}\n` : '';
    return `  ${head(group.length)}\n${lines.join('')}${more}`;
  }).join('');
}

function lineOf(change: LockChange): string {
  const { kind, name } = change;
  const to = change.type === 'renamed' ? `, now ${code(ownId(change.to))}` : '';
  return `${kind} ${code(ownId(name))}${to}`;
}
