import { expect, it } from 'vitest';
import { completeCourse } from '../fixtures/harness/complete.ts';
import { diagnose } from '../fixtures/harness/load.ts';

const course = (evidence: string) =>
  `competencies:\n  flour: { title: Choose the right flour${evidence} }\npathway:\n  type: linear\n  items: [flour, one, two]\n`;
const quiz = (rest: string, title = 'One') =>
  `title: ${title}\nquestions:\n  - id: q1\n    prompt: Which?\n    options: [{ text: A, correct: true }, { text: B }]\n    ${rest}\n`;

it.each<[string, string, string, readonly string[]]>([
  ['more than there are', ', evidence: 3', 'competency: flour', ['competency/too-much-evidence']],
  ['as many as there are', ', evidence: 2', 'competency: flour', []],
  ['the default', '', 'competency: flour', []],
  ['one of them elsewhere', ', evidence: 2', 'points: 2', ['competency/too-much-evidence']],
  // What could not be read may hold the others.
  ['one of them unreadable', ', evidence: 2', 'competency: "flour', ['yaml/syntax']],
  ['one of them misspelt', ', evidence: 2', 'competencie: flour', ['schema/unknown-field']],
])('evidence: %s', async (_, evidence, second, rules) => {
  const found = await diagnose(
    completeCourse({
      'course.yaml': course(evidence),
      'quizzes/one.yaml': quiz('competency: flour'),
      'quizzes/two.yaml': quiz(second, 'Two'),
    }),
  );
  expect(found.map((each) => each.rule)).toEqual(rules);
  if (rules.includes('competency/too-much-evidence'))
    expect(found[0]?.message).toMatch(/: mastery is claimed after (that one|those 2)\.$/);
});
