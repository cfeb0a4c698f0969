/** So many questions may wait for each other: far fewer than fill the stack of any browser. */
const DEEP = 250;

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
    let answers: (ReturnType<typeof answer> | undefined)[] | undefined;
    const ask = (at: number) => {
      answers ??= new Array(places);
      const known = answers[at];
      if (known !== undefined) return known;
      // Caught by the first question of the chain.
      if (depth === DEEP) throw () => ask(at);
      answers[at] = busy;
      const above = depth++;
      for (;;)
        try {
          const found = answer(at);
          depth = above;
          answers[at] = found;
          return found;
        } catch (thrown) {
          depth = above;
          if (above > 0 || typeof thrown !== 'function') {
            answers[at] = undefined;
            throw thrown;
          }
          thrown();
          depth = 1;
        }
    };
    return ask;
  };
}
