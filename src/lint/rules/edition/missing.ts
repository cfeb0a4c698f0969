import { companions, ofVerdict } from '../../../edition/gist.ts';
import { inCourseFile } from '../../../edition/name-words.ts';
import type { EditionKind } from '../../../model/edition.ts';
import { count } from '../../../model/quantities.ts';
import { MOST, placeOfGone, publishedAs } from '../../editions.ts';
import { lockExample } from '../../lock-example.ts';
import { defineRule, type Words } from '../../rule.ts';
import { code } from '../../words.ts';

export const editionMissing = defineRule({
  id: 'edition/missing',
  severity: 'error',
  why: "Learners' progress is kept under ids. What they did under one that is gone without a word is lost to them.",
  examples: {
    bad: {
      'course.yaml': `pathway:
  type: linear
  items: [flour, salt]
`,
      'modules/salt.md': 'Two percent of the flour.\n',
      'course-lock.json': lockExample({
        basics: undefined,
        'basics#strong': undefined,
        salt: { kind: 'module', title: 'Salt' },
      }),
    },
    good: {
      'course.yaml': `renamed: { salt: sea-salt }
retired: [yeast]
pathway:
  type: linear
  items: [flour, water, sea-salt]
`,
      'modules/sea-salt.md': 'Two percent of the flour.\n',
      'course-lock.json': lockExample({
        basics: undefined,
        'basics#strong': undefined,
        salt: { kind: 'module', title: 'Salt' },
        yeast: { kind: 'module', title: 'Yeast' },
      }),
    },
  },
  message(args: {
    readonly kind: EditionKind;
    /** As course.yaml takes it. */
    readonly id: string;
    readonly title: string;
    /** How many questions went with it. */
    readonly questions: number;
    /** What held it when it was published: undefined for what stands in course.yaml, and where that is not known. */
    readonly from?: { readonly kind: EditionKind; readonly title: string; readonly isPathway: boolean };
    /** There is a file of that id, which no pathway uses. */
    readonly unused: boolean;
    /** An earlier edition had renamed it, and nothing leads there any more. */
    readonly forgotten: boolean;
    /** As course.yaml takes it, and whether that is more than a guess. */
    readonly likely?: { readonly id: string; readonly sure: boolean };
  }): Words {
    const { kind, id, title, questions, from, unused, forgotten, likely } = args;
    const retire = code(`retired: [${id}]`);
    const what = `The ${kind} ${code(id)} (“${title}”)`;
    if (forgotten)
      return {
        message: `${what} was renamed in an earlier edition, and course.yaml does not lead from it to what is there any more: learners who come back from then would lose what they did there.`,
        help: likely
          ? `Write ${code(`${id}: ${likely.id}`)} under \`renamed\` in course.yaml; such lines stay for ever. If what it became is gone, write ${retire}.`
          : `Put the line back under \`renamed\`, ${code(`${id}: …`)}; such lines stay for ever. If what it became is gone as well, write ${retire}.`,
      };
    const along = questions > 0 ? `, with ${count(questions, 'question')}` : '';
    const state = unused
      ? `was published${along}, and stands in the pathway no more`
      : `was published${along}, and is gone${fromWords(from)}`;
    const lost = kind === 'competency' || kind === 'badge' ? 'have earned' : 'did there';
    return {
      message: `${what} ${state}: learners who have been here would lose what they ${lost}.`,
      help: helpFor({ id, retire, unused, likely }),
    };
  },
  *check(context) {
    const facts = context.editions();
    if (facts?.lock === undefined || facts.since === undefined) return;
    const { lock } = facts;
    const { pages, quizzes } = context.loaded;
    const { renamed } = facts.carried;
    // What `renamed` speaks of has findings of its own; also lines that are the wrong way round.
    const spoken = new Set(renamed.keys());
    for (const [from, to] of renamed) if (facts.isThere(from)) spoken.add(to);
    const told = ofVerdict(facts.since, 'missing').filter(
      ({ name, inBank = name }) => !spoken.has(name) && !spoken.has(inBank),
    );
    const along = companions(facts.since);
    for (const found of told.slice(0, MOST)) {
      const { kind, title, likely, inBank = found.name, forgotten = false } = found;
      const entry = lock.entries.get(found.name);
      const { span, from } = placeOfGone(context, found.name, { ...facts, lock });
      const isPathway = from?.kind === 'section' && from.in === undefined;
      yield {
        args: {
          kind,
          id: inCourseFile(inBank, lock),
          title,
          questions: along('missing', found.name),
          unused: pages.has(found.name) || quizzes.has(found.name),
          forgotten,
          ...(from && { from: { kind: from.kind, title: from.title, isPathway } }),
          ...(likely && { likely: { id: inCourseFile(likely.to, lock), sure: likely.sure } }),
        },
        span,
        related: entry ? publishedAs(context, found.name, entry) : [],
      };
    }
  },
});

function fromWords(
  from: { readonly kind: EditionKind; readonly title: string; readonly isPathway: boolean } | undefined,
): string {
  if (from === undefined) return '';
  return from.isPathway ? ' from the pathway' : ` from the ${from.kind} “${from.title}”`;
}

function helpFor(about: {
  readonly id: string;
  readonly retire: string;
  readonly unused: boolean;
  readonly likely: { readonly id: string; readonly sure: boolean } | undefined;
}): string {
  const { id, retire, unused, likely } = about;
  if (unused)
    return `Put it back into the pathway. If it was taken out on purpose, write ${retire} in course.yaml.`;
  if (likely === undefined)
    return `If it has another id now, write ${code(`renamed: { ${id}: … }`)} in course.yaml, with the new one; if it was taken out on purpose, ${retire}. Else put it back.`;
  const write = likely.sure ? ' `course diff --write` does the first.' : '';
  return `Did you rename it to ${code(likely.id)}? Then write ${code(`renamed: { ${id}: ${likely.id} }`)} in course.yaml; if it was taken out on purpose, ${retire}.${write}`;
}
