import type { Code, Construct, Effects, State, TokenizeContext } from 'micromark-util-types';

/**
 * Decides from the characters ahead whether a construct may begin here. It gets one code after the
 * other (negative: line endings and virtual spaces; null: the end) and answers with a verdict or `more`.
 */
export type Scanner = () => (code: Code) => 'yes' | 'no' | 'more';

/**
 * The same construct, tried only where the scanner says yes. Elsewhere its characters stay ordinary text,
 * as if the syntax extension were not there.
 */
export function guard(construct: Construct, scanner: Scanner): Construct {
  const ahead: Construct = {
    partial: true,
    tokenize(effects: Effects, ok: State, nok: State): State {
      const scan = scanner();
      const step: State = (code) => {
        const verdict = scan(code);
        if (verdict === 'yes' || verdict === 'no' || code === null) {
          effects.exit('data');
          return verdict === 'yes' ? ok(code) : nok(code);
        }
        effects.consume(code);
        return step;
      };
      return (code) => {
        if (code === null) return nok(code);
        effects.enter('data');
        return step(code);
      };
    },
  };
  return {
    ...construct,
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
      return effects.check(ahead, construct.tokenize.call(this, effects, ok, nok), nok);
    },
  };
}
