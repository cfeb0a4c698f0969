import type { AssessedFile } from '../../assessed.ts';
import { givenAway } from '../../given-away.ts';
import { defineRule, type Found } from '../../rule.ts';
import { code } from '../../words.ts';

type Args = {
  readonly id: string;
  readonly answer: string;
  /** Where it stands: in the description of its own picture, or in the other question of this id. */
  readonly by: { readonly type: 'alt' } | { readonly type: 'question'; readonly id: string };
};

export const assessmentGivenAway = defineRule({
  id: 'assessment/given-away',
  severity: 'warning',
  why: 'Who can read the answer elsewhere need not know it, and a picture’s description that names the answer asks those who hear it an easier question than those who see the picture. “Keep the content of each item independent from content of other items”: Haladyna, Downing and Rodriguez (2002), Applied Measurement in Education 15(3), 309–334.',
  examples: {
    bad: {
      'quizzes/test.yaml': `title: Test
pass: 50%
questions:
  - id: gas
    prompt: Which gas do yeast cells give off?
    options:
      - { text: Carbon dioxide, correct: true }
      - { text: Oxygen, feedback: They use it up. }
      - { text: Nitrogen, feedback: It takes no part. }
  - id: temperature
    prompt: Carbon dioxide, which yeast cells give off, makes dough rise. When most?
    options:
      - { text: At 35 °C, correct: true }
      - { text: At 60 °C, feedback: The yeast is dead by then. }
`,
    },
    good: {
      'quizzes/test.yaml': `title: Test
pass: 50%
questions:
  - id: gas
    prompt: Which gas do yeast cells give off?
    options:
      - { text: Carbon dioxide, correct: true }
      - { text: Oxygen, feedback: They use it up. }
      - { text: Nitrogen, feedback: It takes no part. }
  - id: temperature
    prompt: When does dough rise most?
    options:
      - { text: At 35 °C, correct: true }
      - { text: At 60 °C, feedback: The yeast is dead by then. }
`,
    },
  },
  message({ id, answer, by }: Args) {
    return by.type === 'alt'
      ? {
          message: `The description of this picture names ${code(answer)}, the right answer to the question ${code(id)}: whoever hears it read out has the answer.`,
          help: 'Describe what is to be seen and not what it means: whoever sees the picture has to find that out, too.',
        }
      : {
          message: `The question ${code(by.id)} names ${code(answer)}, the right answer to the question ${code(id)} of the same file.`,
          help: 'Reword it, or move one of the two to another quiz.',
        };
  },
  *check(context) {
    for (const file of context.assessed()) yield* inFile(file);
  },
});

function* inFile(file: AssessedFile): Iterable<Found<Args>> {
  for (const { question, answer, by, span, at } of givenAway(file))
    yield {
      args: { id: question.id.value, answer, by },
      span,
      related: [{ message: 'the right answer', span: at }],
    };
}
