import type { AssessedQuestion } from '../../assessed.ts';
import { defineRule, type Found, type Words } from '../../rule.ts';
import { choices, code } from '../../words.ts';

/** How many wrong answers are named. */
const SHOWN = 3;

type Args =
  | {
      readonly of: 'question';
      readonly id: string;
      readonly answers: readonly string[];
      readonly form: 'markdown' | 'yaml';
    }
  | { readonly of: 'file'; readonly questions: number; readonly form: 'markdown' | 'yaml' };

export const assessmentMissingFeedback = defineRule({
  id: 'assessment/missing-feedback',
  severity: 'warning',
  why: 'Who chose a wrong answer has read it with care and remembers it. What keeps it from being learnt is to be told why it is wrong: Butler and Roediger (2008), “Feedback enhances the positive effects and reduces the negative effects of multiple-choice testing”, Memory & Cognition 36(3), 604–616.',
  examples: {
    bad: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour
:::
`,
    },
    good: {
      'modules/page.md': `:::question{#protein}
Which flour has the most protein?

- [x] Bread flour
- [ ] Cake flour
  > It is milled from soft wheat, which has little.
:::
`,
    },
  },
  message(args: Args): Words {
    const general = args.form === 'yaml' ? '`explanation: …`' : '`::explanation[…]`';
    const help =
      args.form === 'yaml'
        ? `Give each wrong answer \`feedback: …\`, or the question an ${general} that everyone reads afterwards.`
        : `Write a quote (\`> …\`) below each wrong answer, or an ${general} that everyone reads afterwards.`;
    if (args.of === 'file')
      return {
        message: `None of the ${args.questions} questions of this file says anything to a wrong answer: learners only read that it is wrong, and never why.`,
        help,
      };
    return args.answers.length === 0
      ? {
          message: `The question ${code(args.id)} has nothing to say to a wrong answer: learners only read that it is wrong, and never why.`,
          help: `Give it an ${general}, or ${args.form === 'yaml' ? '`feedback: { wrong: … }`' : '`::feedback[…]{when=wrong}`'}.`,
        }
      : {
          message: `Whoever answers ${choices(args.answers.slice(0, SHOWN))}${args.answers.length > SHOWN ? ` (and ${args.answers.length - SHOWN} more)` : ''} in the question ${code(args.id)} only reads that it is wrong, and never why.`,
          help,
        };
  },
  *check(context): Iterable<Found<Args>> {
    for (const { form, questions } of context.assessed()) {
      const lacking = questions.filter(isLacking);
      const [first] = lacking;
      if (first === undefined) continue;
      if (questions.length > 1 && questions.every(saysNothing)) {
        yield { args: { of: 'file', questions: questions.length, form }, span: first.question.id.span };
        continue;
      }
      for (const each of lacking) {
        const silent = silentAnswers(each);
        yield {
          args: {
            of: 'question',
            id: each.question.id.value,
            answers: silent.map(({ text }) => text).filter((text) => text.trim() !== ''),
            form,
          },
          span: silent[0]?.span ?? each.question.id.span,
        };
      }
    }
  },
});

function silentAnswers({ wrong = [] }: AssessedQuestion) {
  return wrong.filter(({ feedback }) => feedback === undefined);
}

/** Something that every wrong answer gets to read: why, or where to read on. */
function answersAll({ question }: AssessedQuestion): boolean {
  const { explanation, feedback, see } = question;
  return explanation !== undefined || feedback?.wrong !== undefined || see.length > 0;
}

function isLacking(question: AssessedQuestion): boolean {
  if (answersAll(question)) return false;
  return silentAnswers(question).length > 0 || question.open === true;
}

function saysNothing(question: AssessedQuestion): boolean {
  return isLacking(question) && (question.wrong ?? []).every(({ feedback }) => feedback === undefined);
}
