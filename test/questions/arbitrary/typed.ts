/** Random questions of the types that are answered in one's own words and numbers. */
import fc from 'fast-check';
import { lines, perhaps } from './texts.ts';
import { bullets, taskList, type Written } from './written.ts';

/** What is accepted and the mistakes that are known, of which no two are compared as the same. */
const typedTexts = fc
  .tuple(
    fc.uniqueArray(fc.nat(9999), { minLength: 2, maxLength: 6 }),
    fc.array(
      fc.constantFrom('Paris', 'İzmir', 'São Paulo', 'Œuvre d’art', '東京', 'ירושלים', 'Straße', 'naïve'),
      {
        minLength: 6,
        maxLength: 6,
      },
    ),
    fc.array(perhaps, { minLength: 6, maxLength: 6 }),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([numbers, words, feedback, right]) =>
    numbers.map((n, i) => ({
      // The number keeps them apart; some stay plain words.
      text: i === 0 ? (words[0] ?? '') : `${words[i]} ${n}`,
      correct: i < right,
      feedback: feedback[i],
    })),
  );

export const shortText: fc.Arbitrary<Written> = fc
  .tuple(typedTexts, fc.constantFrom(undefined, 'case', 'accents', 'case, accents'))
  .map(([texts, match]) => {
    const entries = (correct: boolean) =>
      texts
        .filter((each) => each.correct === correct)
        .map(({ text, feedback }) => (feedback === undefined ? text : { text, feedback }));
    const mistakes = entries(false);
    return {
      fields: {
        answers: entries(true),
        ...(mistakes.length > 0 && { mistakes }),
        ...(match !== undefined && { match: match.includes(',') ? match.split(', ') : match }),
      },
      markdown: { body: taskList(texts), ...(match !== undefined && { attributes: `match="${match}"` }) },
    };
  });

export const reflection: fc.Arbitrary<Written> = fc.tuple(perhaps, lines(0, 4)).map(([model, rubric]) => ({
  fields: { ...(model !== undefined && { model }), ...(rubric.length > 0 && { rubric }) },
  ...((model !== undefined || rubric.length > 0) && {
    markdown: {
      body: [
        ...(model === undefined ? [] : [`> ${model}`]),
        ...(rubric.length === 0 ? [] : [bullets(rubric, '[ ] ')]),
      ].join('\n\n'),
    },
  }),
}));
