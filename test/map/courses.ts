/** Small courses, one for each shape and for what a map has to show besides. */
import type { Course } from '../../src/model/course.ts';
import { courseOf, module, question, quiz, section } from '../path/build.ts';

const passed = (id: string) => ({ type: 'passed' as const, quiz: id });

export const COURSES = {
  linear: courseOf(
    section('root', { type: 'linear', autoplay: true }, [module('a'), module('b'), module('c')]),
  ),
  hurdles: courseOf(
    section('root', { type: 'hurdles' }, [
      module('a'),
      quiz('q', { pass: 0.8, attempts: 2, exhausted: 'contact', review: ['a'] }),
      module('b', { optional: true }),
    ]),
  ),
  'random access': courseOf(
    section('root', { type: 'random-access', finish: 'q' }, [
      module('a'),
      module('b'),
      quiz('q', { pass: 0.5 }),
    ]),
  ),
  'static branching': courseOf(
    section('root', { type: 'linear' }, [
      module('a'),
      section('fork', { type: 'static-branching' }, [
        section('left', { type: 'hurdles' }, [module('l')]),
        section('right', { type: 'hurdles' }, [module('r'), quiz('rq', { pass: 0.5 })]),
      ]),
      module('z'),
    ]),
  ),
  'dynamic branching by choice': courseOf(
    section('root', { type: 'choose', count: 1, switch: true }, [module('a'), module('b')]),
  ),
  'dynamic branching by route': courseOf(
    section('root', { type: 'linear' }, [
      quiz('q'),
      section(
        'fork',
        {
          type: 'route',
          rules: [
            { when: { type: 'score', quiz: 'q', below: 0.5 }, to: ['weak'] },
            { when: { type: 'score', quiz: 'q', from: 0.9 }, to: ['strong', 'weak'] },
            { to: ['usual'] },
          ],
        },
        [module('weak'), module('usual'), module('strong')],
      ),
    ]),
  ),
  conditions: courseOf(
    section('root', { type: 'random-access' }, [
      quiz('q', { pass: 0.5 }),
      module('a', { requires: passed('q') }),
      module('b', {
        when: { type: 'all', of: [passed('q'), { type: 'not', of: { type: 'completed', item: 'a' } }] },
      }),
      module('c', {
        requires: { type: 'mastered', competency: 'c' },
        when: { type: 'completed', item: 'gone' },
      }),
    ]),
    { competencies: [{ id: 'c', title: 'Counting', mastery: 0.8, evidence: 1 }] },
  ),
  empty: courseOf(section('root', { type: 'linear' }, [])),
} as const satisfies Record<string, Course>;

/** Titles that try to break out of each format. */
export const HOSTILE = [
  '"] --> evil["x',
  '"];\n evil -> x; "',
  '</title><script>alert(1)</script>',
  ']]> &amp; &#60; <!-- -- >',
  '\u001b[31mred\u001b[0m\u0007\r\nsecond line',
  '`md` **bold** #35; #lt; %%{init: {}}%%',
  'end',
  'subgraph x',
  '1. one',
  '- list',
  'back\\slash\\',
  '\\',
  '\ud800 half \ufffe\uffff \u202e turned',
  '##[error] ::warning::',
  'tab\there | pipe {curly} (round) ~~~',
  '',
  'W'.repeat(300),
  '表題 🎓 café',
] as const;

/** A course of one section with these titles. */
export function titled(titles: readonly string[]): Course {
  const course = courseOf(
    section('root', { type: 'linear' }, [
      ...titles.map((_, i) => module(`m${i}`)),
      section('s', { type: 'choose' }, [quiz('q', { questions: [question('q#1')] })]),
    ]),
  );
  return {
    ...course,
    title: titles[0] ?? '',
    items: course.items.map((item, i) => ({ ...item, title: titles[i % titles.length] ?? '' })),
  };
}
