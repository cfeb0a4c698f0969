/** Random questions of the types that are answered by choosing. */
import fc from 'fast-check';
import { lines, perhaps } from './texts.ts';
import { bullets, optionsOf, taskList, type Written } from './written.ts';

const credit = fc.constantFrom(undefined, 'partial', 'unpenalised', 'all-or-nothing');

export const single: fc.Arbitrary<Written> = optionsOf(
  fc.tuple(fc.nat(5), fc.integer({ min: 2, max: 6 })).map(([right, count]) => marks(count, right % count)),
).map(({ fields, body }) => ({ fields: { options: fields }, markdown: { body } }));

export const multiple: fc.Arbitrary<Written> = fc
  .tuple(optionsOf(fc.array(fc.boolean(), { minLength: 1, maxLength: 7 })), credit)
  .map(([{ fields, body }, rule]) => ({
    fields: { options: fields, ...(rule !== undefined && { credit: rule }) },
    markdown: { body, ...(rule !== undefined && { attributes: `credit=${rule}` }) },
  }));

export const trueFalse: fc.Arbitrary<Written> = fc.boolean().map((answer) => ({
  fields: { answer },
  markdown: {
    body: taskList([
      { text: 'True', correct: answer },
      { text: 'False', correct: !answer },
    ]),
  },
}));

export const poll: fc.Arbitrary<Written> = fc
  .tuple(lines(1, 6), fc.constantFrom(undefined, true, false))
  .map(([options, several]) => ({
    fields: { options, ...(several !== undefined && { several }) },
    markdown: { body: bullets(options), ...(several !== undefined && { attributes: `several=${several}` }) },
  }));

/** Regions in a row, which do not touch; one at least is right and one wrong. */
export const hotspot: fc.Arbitrary<Written> = fc
  .tuple(
    fc.array(fc.boolean(), { minLength: 2, maxLength: 6 }).map((right) => [...right.slice(0, -1), !right[0]]),
    fc.boolean(),
    credit,
  )
  .chain(([right, isRound, rule]) =>
    fc
      .tuple(
        lines(right.length, right.length),
        fc.array(perhaps, { minLength: right.length, maxLength: right.length }),
      )
      .map(([texts, feedback]) => {
        const regions = right.map((correct, i) => ({
          text: texts[i] ?? '',
          area: isRound ? `circle ${i * 15 + 8} 50 5.5` : `rect ${i * 15} 20 12.5 30`,
          correct,
          feedback: feedback[i],
        }));
        return {
          fields: {
            image: { src: '/assets/heart.png', alt: 'A heart' },
            regions: regions.map(({ feedback: said, ...region }) => ({
              ...region,
              ...(said !== undefined && { feedback: said }),
            })),
            ...(rule !== undefined && { credit: rule }),
          },
          markdown: {
            ...(rule !== undefined && { attributes: `credit=${rule}` }),
            body: `![A heart](/assets/heart.png)\n\n${taskList(
              regions.map(({ area, text, ...region }) => ({ ...region, text: `${text} \`${area}\`` })),
            )}`,
          },
        };
      }),
  );

function marks(count: number, right: number): boolean[] {
  return Array.from({ length: count }, (_, i) => i === right);
}
