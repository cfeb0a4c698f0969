import { describe, expect, it } from 'vitest';
import { excerpt, type Graph, pathwayGraph } from '../../src/map/index.ts';
import { courseOf, module, quiz, section } from '../path/build.ts';
import { COURSES } from './courses.ts';

const edges = (graph: Graph | undefined) =>
  graph?.edges.map(
    ({ kind, from, to, label }) => `${kind} ${from}>${to}${label === undefined ? '' : ` ${label}`}`,
  );
const node = (graph: Graph | undefined, id: string) => graph?.nodes.find((each) => each.id === id);

describe('the graph', () => {
  it.each([
    ['linear', ['sequence a>b', 'sequence b>c']],
    ['hurdles', ['sequence a>q', 'sequence q>b', 'review q>a']],
    ['random access', ['finish root>q']],
    [
      'static branching',
      ['sequence a>fork', 'sequence fork>z', 'branch fork>left', 'branch fork>right', 'sequence r>rq'],
    ],
    ['dynamic branching by choice', ['option root>a', 'option root>b']],
    [
      'dynamic branching by route',
      [
        'sequence q>fork',
        'route fork>weak if your best score in “Q” is less than 50 %',
        'route fork>strong if your best score in “Q” is at least 90 %',
        'route fork>weak if your best score in “Q” is at least 90 %',
        'route fork>usual otherwise',
      ],
    ],
    ['conditions', ['requires q>a', 'when q>b', 'when a>b']],
    ['empty', []],
  ] as const)('of %s has its edges', (name, expected) => {
    expect(edges(pathwayGraph(COURSES[name]))?.map((edge) => edge.replaceAll('\u202f', ' '))).toEqual(
      expected,
    );
  });

  it('holds each item once, parents before children, with its section', () => {
    const { nodes } = pathwayGraph(COURSES['static branching']);
    expect(nodes.map(({ id, parent }) => `${parent ?? ''}/${id}`)).toEqual([
      '/root',
      'root/a',
      'root/fork',
      'fork/left',
      'left/l',
      'fork/right',
      'right/r',
      'right/rq',
      'root/z',
    ]);
  });

  it.each([
    ['linear', 'root', ['linear', 'the next starts by itself']],
    [
      'hurdles',
      'q',
      [
        'quiz',
        'pass with 80 %',
        '“A” again after each failed attempt',
        '2 attempts (new ones from the instructor)',
      ],
    ],
    ['random access', 'root', ['random access', 'any order', 'done when “Q” is passed']],
    ['static branching', 'fork', ['static branching', 'all branches, any first']],
    // Branches run like hurdles: only what differs from that is said.
    ['static branching', 'left', []],
    ['dynamic branching by choice', 'root', ['dynamic branching', 'choose 1 of 2', 'may switch']],
    ['dynamic branching by route', 'fork', ['dynamic branching', 'rules decide']],
  ] as const)('says of %s what %s is', (name, id, facts) => {
    expect(
      node(pathwayGraph(COURSES[name]), id)?.facts.map((fact) => fact.replaceAll('\u202f', ' ')),
    ).toEqual(facts);
  });

  it('says conditions in words, the rules of a route at the options they name', () => {
    const conditions = pathwayGraph(COURSES.conditions);
    expect(node(conditions, 'a')?.requires).toBe('you have passed “Q”');
    expect(node(conditions, 'b')?.when).toBe(
      'you have passed “Q” and it is not so that you have finished “A”',
    );
    expect(node(conditions, 'c')).toMatchObject({
      requires: 'you have mastered “Counting”',
      when: 'you have finished “gone”',
    });
    expect(node(pathwayGraph(COURSES['dynamic branching by route']), 'weak')?.route).toHaveLength(2);
  });

  it('bears the findings that it is given', () => {
    const mark = { rule: 'path/trap', severity: 'error', place: 'course.yaml:3:1' } as const;
    const graph = pathwayGraph(COURSES.linear, { items: new Map([['b', [mark]]]), elsewhere: [mark] });
    expect(node(graph, 'b')?.marks).toEqual([mark]);
    expect(node(graph, 'a')?.marks).toEqual([]);
    expect(graph.elsewhere).toEqual([mark]);
  });
});

describe('an excerpt', () => {
  const mark = { rule: 'path/trap', severity: 'error', place: 'quizzes/deep.yaml:1:1' } as const;
  const course = courseOf(
    section('root', { type: 'linear' }, [
      module('a'),
      section('s', { type: 'linear' }, [
        module('b'),
        section('t', { type: 'random-access' }, [
          quiz('deep'),
          module('c', { requires: { type: 'completed', item: 'a' } }),
        ]),
      ]),
      module('z', { requires: { type: 'passed', quiz: 'deep' } }),
    ]),
  );
  const graph = pathwayGraph(course, { items: new Map([['deep', [mark]]]), elsewhere: [] });

  it('is the graph itself where nothing is asked for', () => {
    expect(excerpt(graph, {})).toEqual(graph);
  });

  it('shows sections below its depth as one node with what is in them', () => {
    const part = excerpt(graph, { depth: 0 });
    expect(part?.nodes.map(({ id }) => id)).toEqual(['root', 'a', 's', 'z']);
    expect(node(part, 's')).toMatchObject({
      children: [],
      folded: { modules: 2, quizzes: 1 },
      marks: [mark],
    });
    expect(edges(part)).toEqual(['sequence a>s', 'sequence s>z', 'requires a>s', 'requires s>z']);
    expect(excerpt(graph, { depth: 1 })?.nodes.map(({ id }) => id)).toEqual([
      'root',
      'a',
      's',
      'b',
      't',
      'z',
    ]);
    expect(excerpt(graph, { depth: 2 })).toEqual(graph);
  });

  it('begins at a section, with the edges that stay inside', () => {
    const part = excerpt(graph, { section: 's' });
    expect(part?.nodes.map(({ id }) => id)).toEqual(['s', 'b', 't', 'deep', 'c']);
    expect(part?.nodes[0]).not.toHaveProperty('parent');
    expect(edges(part)).toEqual(['sequence b>t']);
    expect(excerpt(graph, { section: 's', depth: 0 })?.nodes.map(({ id }) => id)).toEqual(['s', 'b', 't']);
  });

  it('begins at nothing else', () => {
    expect(excerpt(graph, { section: 'a' })).toBeUndefined();
    expect(excerpt(graph, { section: 'nowhere' })).toBeUndefined();
  });
});

it('says dates as it is told to', () => {
  const course = courseOf(
    section('root', { type: 'linear' }, [
      module('a', { when: { type: 'before', at: 5 } }),
      section('r', { type: 'route', rules: [{ when: { type: 'after', at: 7 }, to: ['b'] }] }, [module('b')]),
    ]),
  );
  const { nodes, edges } = pathwayGraph(course, undefined, (at) => `day ${at}`);
  expect(nodes.find(({ id }) => id === 'a')?.when).toBe('it is before day 5');
  expect(nodes.find(({ id }) => id === 'b')?.route).toEqual(['if it is day 7 or later']);
  expect(edges.find(({ kind }) => kind === 'route')?.label).toBe('if it is day 7 or later');
});

it('gives the time of a section as that of its shortest and its longest way', () => {
  const { nodes } = pathwayGraph(COURSES['dynamic branching by route']);
  expect(nodes.map(({ id, time }) => [id, time.least, time.most])).toEqual([
    ['root', 10, 15],
    ['q', 5, 5],
    ['fork', 5, 10],
    ['weak', 5, 5],
    ['usual', 5, 5],
    ['strong', 5, 5],
  ]);
});
