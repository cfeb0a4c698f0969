import { type AssessedFile, type ChoiceSet, choiceSets } from '../../assessed.ts';
import { chanceOfAtLeast, UNLIKELY } from '../../chance.ts';
import { type ItemWriting, itemWriting } from '../../item-writing.ts';
import { defineRule, type Found } from '../../rule.ts';
import { wordsOf } from '../../wording.ts';
import { code } from '../../words.ts';

/** As many questions show a habit; fewer show chance. */
const LEAST = 4;
/** Longer than the next longest by this much can be seen. */
const MARGIN = 1.15;
/** One question alone: longer than the others on average by this much, and by as many characters. */
const FAR = 1.8;
const FAR_CHARACTERS = 20;
/** How many other places are shown. */
const SHOWN = 3;

type Args =
  | { readonly of: 'file'; readonly longest: number; readonly questions: number }
  | { readonly of: 'question'; readonly id: string; readonly right: number; readonly others: number };

export const assessmentLongestRight = defineRule({
  id: 'assessment/longest-right',
  severity: 'warning',
  why: 'Authors qualify what has to be true, and learners know it: who takes the longest answer then scores without having learnt anything. Choices of about equal length are one of the guidelines of Haladyna, Downing and Rodriguez (2002), “A review of multiple-choice item-writing guidelines for classroom assessment”, Applied Measurement in Education 15(3), 309–334. Over a file it is told when chance would make it less than once in twenty files.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#rest}
Why does dough rest?

- [ ] It cools.
  > It does, but that is no reason.
- [x] Its gluten relaxes, so that it can be shaped without springing back.
  > Yes: try it.
- [ ] It dries.
  > Cover it, and it will not.
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#rest}
Why does dough rest?

- [ ] So that it cools
  > It does, but that is no reason.
- [x] So that its gluten relaxes
  > Yes: it can then be shaped without springing back.
- [ ] So that it dries
  > Cover it, and it will not.
:::
`,
    },
  },
  message(args: Args) {
    return args.of === 'file'
      ? {
          message: `In ${args.longest} of ${args.questions} questions of this file the right answer is clearly the longest: who takes the longest gets them right without knowing anything.`,
          help: 'Move what explains the right answers to their feedback, or say as much in the wrong ones.',
        }
      : {
          message: `The right answer to ${code(args.id)} has ${args.right} characters, the others ${args.others} on average: its length gives it away.`,
          help: 'Move what explains it to its feedback, or say as much in the others.',
        };
  },
  *check(context) {
    const words = itemWriting(context.course?.language);
    for (const file of context.assessed()) yield* inFile(file, words);
  },
});

function* inFile(file: AssessedFile, words: ItemWriting | undefined): Iterable<Found<Args>> {
  // That all or none of the others are right is a flaw of its own.
  const isAbove = ({ right }: ChoiceSet) => {
    const text = wordsOf(right.text.text).join(' ');
    return words?.allOfTheAbove.test(text) === true || words?.noneOfTheAbove.test(text) === true;
  };
  const sets = file.questions.flatMap(choiceSets).filter((set) => isProse(set) && !isAbove(set));
  const longest = sets.filter(isLongest);
  const chance = chanceOfAtLeast(
    longest.length,
    sets.map(({ choices }) => 1 / choices.length),
  );
  const isHabit =
    sets.length >= LEAST &&
    (longest.length === sets.length || (longest.length * 2 >= sets.length && chance < UNLIKELY));
  const [first, ...more] = longest;
  if (isHabit && first !== undefined) {
    yield {
      args: { of: 'file', longest: longest.length, questions: sets.length },
      span: first.right.span,
      related: more.slice(0, SHOWN).map(({ right }) => ({ message: 'the longest, too', span: right.span })),
    };
    return;
  }
  for (const { question, right, wrong } of longest) {
    const length = lengthOf(right.text.text);
    const others = Math.round(wrong.reduce((sum, { text }) => sum + lengthOf(text.text), 0) / wrong.length);
    if (wrong.length < 2 || length <= FAR * others || length < others + FAR_CHARACTERS) continue;
    yield { args: { of: 'question', id: question.id.value, right: length, others }, span: right.span };
  }
}

/** Numbers and single words have the length that they have. */
function isProse({ choices }: ChoiceSet): boolean {
  return choices.some(({ text }) => text.text.trim().split(/\s+/).length > 2);
}

function isLongest({ right, wrong }: ChoiceSet): boolean {
  return lengthOf(right.text.text) > MARGIN * Math.max(...wrong.map(({ text }) => lengthOf(text.text)));
}

/** In characters as people count them. */
function lengthOf(text: string): number {
  return [...text.trim()].length;
}
