import { expect, test } from 'vitest';
import { prove } from '../../src/proof/index.ts';
import { courseOf, module, question, quiz, section } from '../path/build.ts';

test('two causes in one section are told apart, though each leaves the other out', () => {
  const questions = (id: string) => [question(`${id}#1`)];
  const course = courseOf(
    section('root', { type: 'linear' }, [
      module('first'),
      section('both', { type: 'static-branching' }, [
        section('one', { type: 'hurdles' }, [
          module('extra', { when: { type: 'attempts', quiz: 'talk', from: 1 } }),
          quiz('check', { pass: 0.5, questions: questions('check') }),
        ]),
        section(
          'two',
          { type: 'random-access' },
          [
            quiz('talk', {
              pass: 1,
              attempts: 2,
              exhausted: 'contact',
              questions: questions('talk'),
            }),
            module('late', { requires: { type: 'attempts', quiz: 'check', from: 3 } }),
          ],
          { optional: true },
        ),
        module('rest'),
      ]),
    ]),
  );
  // Who begins the second branch waits there for the first one, which is shut meanwhile.
  const [found] = prove(course).findings;
  expect(found).toMatchObject({ type: 'trap' });
  expect(found?.type === 'trap' && found.witness.at(-1)).toMatchObject({ type: 'open' });
});
