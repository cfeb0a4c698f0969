/** What holds for every question type, over random questions and answers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterHints } from '../../src/assess/hints.ts';
import { randomFor } from '../../src/assess/random.ts';
import type { Share } from '../../src/model/condition.ts';
import type { Answer, Response } from '../../src/model/events.ts';
import { parseAnswer } from '../../src/model/parse-response.ts';
import type { Question } from '../../src/questions/question.ts';
import { grade, kinds, outcomes } from '../../src/questions/registry.ts';
import { fromMarkdown, fromYaml } from './arbitrary/compiled.ts';
import { credits, guess } from './arbitrary/guess.ts';
import { kindsWritten } from './arbitrary/kinds.ts';
import { responsesTo } from './arbitrary/responses.ts';
import { asPage, asQuiz, samplesOf } from './arbitrary/written.ts';

/** How many responses to each type are tried: `COURSE_TEST_RUNS` raises it, 10,000 for the full claim. */
const RUNS = Number(process.env.COURSE_TEST_RUNS ?? 3000);
/** A hundred questions, or fewer for few responses. */
const QUESTIONS = Math.min(100, Math.ceil(RUNS / 30));

describe.each(kinds)('$type', ({ type, graded }) => {
  const samples = samplesOf(type, graded, kindsWritten[type], QUESTIONS);
  const quiz = fromYaml(asQuiz(samples));
  const page = fromMarkdown(asPage(samples));

  it('is read as it was written, and nothing is found wrong with it', async () => {
    const { questions, findings } = await quiz;
    expect(findings).toEqual([]);
    expect(questions.map((question) => [question.id, question.type])).toEqual(
      samples.map(({ id }) => [id, type]),
    );
  });

  it('is the same question from Markdown and from YAML', async () => {
    const { questions, findings } = await page;
    expect(findings).toEqual([]);
    const written = new Set(samples.filter(({ markdown }) => markdown !== undefined).map(({ id }) => id));
    expect(questions).toEqual((await quiz).questions.filter(({ id }) => written.has(id)));
  });

  it('declares its credits in order, and pays its hints from them', async () => {
    for (const question of (await quiz).questions) {
      for (const shares of [credits(question), outcomes(question)]) {
        expect(shares.length).toBeGreaterThan(0);
        expect(shares).toEqual([...new Set(shares)].sort((a, b) => a - b));
        for (const share of shares) expect(share >= 0 && share <= 1, String(share)).toBe(true);
      }
    }
  });

  it('is carried by its page without a loss', async () => {
    for (const question of (await quiz).questions)
      expect(JSON.parse(JSON.stringify(question))).toEqual(question);
  });

  it(`grades ${RUNS} responses, however absurd, with one of its credits`, async () => {
    const earned = new Set<Share>();
    for (const question of (await quiz).questions) {
      const declared = new Set(credits(question));
      const paid = new Set(outcomes(question));
      const parts = partsOf(question);
      fc.assert(
        fc.property(responsesTo(question), fc.nat(question.hints.length), (response, hints) => {
          const found = grade(question, response);
          if (found === undefined) return;
          expect([...declared]).toContain(found.credit);
          earned.add(found.credit);
          expect([...paid]).toContain(afterHints(found.credit, question.hints, hints));
          expect(found.parts.map(({ part }) => part)).toEqual(parts);
          for (const { chosen, feedback } of found.parts) expect(feedback === undefined || chosen).toBe(true);
          // Neither the page nor the store changes what was answered.
          expect(grade(question, response)).toEqual(found);
          expect(JSON.parse(JSON.stringify(found))).toEqual(found);
          const stored: unknown = JSON.parse(JSON.stringify({ response, hints, confidence: 2 }));
          const answer = parseAnswer(stored);
          if (answer !== undefined) {
            expect(JSON.stringify(answer.response)).toBe(JSON.stringify(response));
            expect(grade(question, answer.response)).toEqual(found);
          }
        }),
        { numRuns: Math.ceil(RUNS / QUESTIONS), seed: Number(question.id.slice(1)) },
      );
    }
    // Among them were answers of each kind: the rest would be true of a grade that never says anything.
    expect(earned).toContain(1);
    if (graded) expect(earned).toContain(0);
  });

  it('is guessed with answers of its own shape that can be kept', async () => {
    for (const question of (await quiz).questions) {
      for (let seed = 0; seed < 20; seed++) {
        const response = guess(question, randomFor(seed, question.id));
        expect(grade(question, response)).toBeDefined();
        const answer: Answer = { response, hints: 1, confidence: 3 };
        expect(parseAnswer(JSON.parse(JSON.stringify(answer)))).toEqual(answer);
      }
    }
  });
});

/** The parts that any answer to the question is judged by: each once. */
function partsOf(question: Question): string[] {
  const guessed: Response = guess(question, randomFor(1, 'parts'));
  const parts = (grade(question, guessed)?.parts ?? []).map(({ part }) => part);
  expect(new Set(parts).size).toBe(parts.length);
  // The two answers to a statement have no words of their own.
  const known = JSON.stringify(question.type === 'true-false' ? ['true', 'false'] : question);
  for (const part of parts) expect(known).toContain(JSON.stringify(part));
  return parts;
}
