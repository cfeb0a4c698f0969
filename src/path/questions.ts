/** So many questions may wait for each other; how much of the stack that takes is for the browser to say, but all bear it. */
const DEEP = 250;

/** Gives the stack back: carries the question that would have been one too many. */
class TooDeep {
  readonly question: () => unknown;
  constructor(question: () => unknown) {
    this.question = question;
  }
}

/** Makes a question about places, which are numbers from 0, that is answered once for each. */
export type Once = <Answer>(busy: Answer, answer: (at: number) => Answer) => (at: number) => Answer;

/**
 * For a family of questions that ask each other. While one is being answered, the answer to itself is `busy`: that ends
 * every circle. In a chain of thousands the stack is given back whenever it gets deep: the question reached is then
 * answered first, and the chain asked once more, which now meets that answer.
 */
export function questions(places: number): Once {
  let depth = 0;
  return (busy, answer) => {
    type Answer = ReturnType<typeof answer>;
    let answers: (Answer | undefined)[] | undefined;
    const ask = (at: number): Answer => {
      answers ??= new Array(places);
      const known = answers[at];
      if (known !== undefined) return known;
      if (depth === DEEP) throw new TooDeep(() => ask(at));
      answers[at] = busy;
      const above = depth++;
      for (;;) {
        try {
          const found = answer(at);
          depth = above;
          answers[at] = found;
          return found;
        } catch (thrown) {
          depth = above;
          if (above > 0 || !(thrown instanceof TooDeep)) {
            answers[at] = undefined;
            throw thrown;
          }
          thrown.question();
          depth = 1;
        }
      }
    };
    return ask;
  };
}
