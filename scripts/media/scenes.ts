import { arrow, box, check, colour, dot, el, group, page, path, play, text } from './draw.ts';
import { type ShapeName, shapes, signs } from './shapes.ts';

/**
 * One picture of a film, on a field of 1280 × 720, and the sentences spoken over it. An element with
 * `data-in` appears that many seconds after the scene began; `data-draw` draws a path over that many seconds.
 */
export interface Scene {
  readonly art: string;
  readonly lines: readonly string[];
  /** What is to be seen, for the transcript. */
  readonly shown: string;
}

export interface Film {
  readonly name: string;
  readonly title: string;
  readonly scenes: readonly Scene[];
  /** Which moment becomes the poster, in seconds before the end of that scene. */
  readonly poster: { readonly scene: number };
}

const at = (delay: number, ...children: readonly string[]): string =>
  group({ 'data-in': delay }, ...children);
const drawn = (delay: number, over: number, d: string, stroke: string = colour.teal, width = 4): string =>
  path(d, stroke, width, { 'data-in': delay, 'data-draw': over });
const scaled = (x: number, y: number, factor: number, content: string): string =>
  group({ transform: `translate(${x} ${y}) scale(${factor})` }, content);
const caption = (words: string, delay = 0.2): string =>
  at(delay, text(640, 128, words, { size: 46, weight: 600 }));

const windowFrame = (x: number, fill: string, content: string): string =>
  box(x, 240, 280, 260, fill, colour.ink, 20) + content;

const clock = (x: number, y: number, r: number): string =>
  dot(x, y, r, colour.white, colour.ink) + path(`M${x} ${y - r * 0.6}V${y}H${x + r * 0.45}`, colour.clay, 6);

const icon = (x: number, title: string, delay: number, content: string): string =>
  at(
    delay,
    box(x - 165, 230, 330, 280, colour.white, colour.edge, 20),
    content,
    text(x, 466, title, { size: 30, weight: 600 }),
  );

const card = (x: number, y: number, title: string, delay: number, fill: string, stroke: string): string =>
  at(
    delay,
    box(x - 150, y - 55, 300, 110, fill, stroke, 18),
    text(x, y + 11, title, { size: 32, weight: 600 }),
  );

const CARDS = [
  [300, 290],
  [640, 290],
  [980, 290],
  [470, 440],
  [810, 440],
] as const;

export const welcome: Film = {
  name: 'welcome',
  title: 'Asynchronous by design, in under a minute',
  poster: { scene: 4 },
  scenes: [
    {
      shown: 'A room with rows of people, and a clock.',
      lines: ['A classroom needs one room, and one hour.'],
      art:
        caption('One room, one hour') +
        at(0.2, box(330, 200, 440, 340, colour.white, colour.ink, 20)) +
        [0, 1, 2]
          .map((row) =>
            at(
              0.6 + row * 0.25,
              ...[0, 1, 2, 3].map((i) => dot(415 + i * 90, 310 + row * 80, 22, colour.teal)),
            ),
          )
          .join('') +
        at(1.4, clock(900, 370, 90)),
    },
    {
      shown: 'Three windows: one with a moon, one with a train, one with a globe.',
      lines: ['But one learner works at night, one is on a train, and one is nine time zones away.'],
      art:
        caption('Other rooms, other hours') +
        at(
          0.3,
          windowFrame(
            130,
            '#22313a',
            el('path', { d: 'M290 310a70 70 0 1 0 30 130a82 82 0 0 1 -30 -130Z', fill: '#f0d58a' }) +
              dot(200, 300, 4, '#fff') +
              dot(360, 300, 5, '#fff') +
              dot(350, 440, 4, '#fff'),
          ),
        ) +
        at(
          1.6,
          windowFrame(
            500,
            colour.blueSoft,
            el('path', {
              d: 'M540 420C540 360 566 330 610 330H779V420Z',
              fill: colour.clay,
            }) +
              [606, 664, 722].map((x) => box(x, 350, 42, 32, colour.white, undefined, 6)).join('') +
              [590, 646, 730].map((x) => dot(x, 424, 13, colour.ink)).join('') +
              path('M502 440H778', colour.ink, 4),
          ),
        ) +
        at(
          2.9,
          windowFrame(
            870,
            colour.tealSoft,
            dot(1010, 370, 84, colour.white, colour.teal) +
              path(
                'M926 370H1094M1010 286V454M1010 286C950 330 950 410 1010 454C1070 410 1070 330 1010 286',
                colour.teal,
                3,
              ),
          ),
        ),
    },
    {
      shown:
        'A page with a mark that waits at its first line; three learners arrive at it one after the other.',
      lines: ['An asynchronous course waits for each of them.'],
      art:
        caption('A course that waits') +
        at(0.2, scaled(530, 220, 5, page(0, 0))) +
        at(0.8, dot(400, 330, 26, colour.teal), arrow(440, 330, 505, 330)) +
        at(1.6, dot(880, 390, 26, colour.clay), arrow(840, 390, 775, 390)) +
        at(2.4, dot(400, 440, 26, colour.gold), arrow(440, 440, 505, 440)),
    },
    {
      shown: 'Dots that stood apart are joined by lines.',
      lines: ['That does not mean that they are alone.'],
      art:
        caption('Not alone') +
        drawn(
          0.9,
          1.2,
          'M360 300L620 250L900 320L820 480L520 500L360 300L520 500M620 250L820 480M620 250L520 500M900 320L520 500',
          colour.line,
          3,
        ) +
        (
          [
            [360, 300],
            [620, 250],
            [900, 320],
            [820, 480],
            [520, 500],
          ] as const
        )
          .map(([x, y], i) =>
            at(
              0.1 + i * 0.12,
              dot(
                x,
                y,
                34,
                [colour.teal, colour.clay, colour.gold, colour.blue, colour.teal][i] ?? colour.teal,
              ),
            ),
          )
          .join(''),
    },
    {
      shown: 'Five cards appear: a first step, questions, feedback, company, an end.',
      lines: [
        'What the room did by itself now has to be designed.',
        'A first step, questions, feedback, company, and an end.',
      ],
      art:
        caption('By design') +
        at(
          0.5,
          ...CARDS.map(([x, y]) =>
            el('rect', {
              x: x - 150,
              y: y - 55,
              width: 300,
              height: 110,
              rx: 18,
              fill: 'none',
              stroke: colour.line,
              'stroke-width': 2.5,
              'stroke-dasharray': '3 10',
              'stroke-linecap': 'round',
            }),
          ),
        ) +
        card(300, 290, 'a first step', 2.9, colour.tealSoft, colour.teal) +
        card(640, 290, 'questions', 3.7, colour.goldSoft, colour.gold) +
        card(980, 290, 'feedback', 4.5, colour.claySoft, colour.clay) +
        card(470, 440, 'company', 5.3, colour.blueSoft, colour.blue) +
        card(810, 440, 'an end', 6.1, colour.tealSoft, colour.teal),
    },
    {
      shown: 'The five shapes as small maps: a playlist, a path with gates, a shelf, three branches, a fork.',
      lines: ['In this course you will meet five shapes, and walk through each of them yourself.'],
      art:
        caption('Five shapes') +
        (Object.keys(signs) as ShapeName[])
          .map((name, i) => {
            const x = 190 + (i % 3) * 340 + (i > 2 ? 170 : 0);
            return at(
              0.4 + i * 0.6,
              box(x - 30, i > 2 ? 390 : 230, 300, 130, colour.white, colour.edge, 18),
              scaled(x + 10, i > 2 ? 455 : 295, 1.4, signs[name](0, 0)),
            );
          })
          .join(''),
    },
    {
      shown: 'Three pictures: a curve that is lifted again and again, two speech bubbles, a radio mast.',
      lines: [
        'You will see what helps people to remember, how a discussion lasts for days, and how a course reaches people on a slow connection.',
      ],
      art:
        caption('What you will learn') +
        icon(
          270,
          'remember',
          0.5,
          path(
            'M140 290C150 360 180 380 200 390V290C220 350 250 370 280 376V290C310 330 350 350 400 356',
            colour.teal,
            5,
          ),
        ) +
        icon(
          640,
          'discuss',
          2.4,
          box(530, 280, 150, 76, colour.goldSoft, colour.gold, 22) +
            box(610, 340, 150, 76, colour.tealSoft, colour.teal, 22),
        ) +
        icon(
          1010,
          'reach',
          4.6,
          path('M1010 300L980 420M1010 300L1040 420M990 380H1030', colour.ink, 5) +
            path('M970 320a50 50 0 0 1 0 -50M1050 320a50 50 0 0 0 0 -50', colour.clay, 5) +
            dot(1010, 294, 9, colour.clay),
        ),
    },
    {
      shown: 'A plan on a sheet gets its check mark, and a button says: Begin with one page.',
      lines: ['At the end you will hold a plan of your own.', 'Begin with one page.'],
      art:
        caption('Your own course') +
        at(0.2, scaled(400, 220, 5, page(0, 0))) +
        at(1.4, check(628, 468, 44)) +
        at(
          2.9,
          box(740, 320, 270, 100, colour.teal, undefined, 50),
          text(900, 382, 'one page', { size: 34, weight: 600, fill: colour.white }),
          play(786, 370, 26),
        ),
    },
  ],
};

const shapeScene = (name: ShapeName, title: string, shown: string, words: string): Scene => ({
  shown,
  lines: [words],
  art:
    caption(title) +
    at(0.5, box(150, 200, 980, 360, colour.white, colour.edge, 24), scaled(192, 220, 1.6, shapes[name]())),
});

export const fiveShapes: Film = {
  name: 'five-shapes',
  title: 'The five shapes at a glance',
  poster: { scene: 6 },
  scenes: [
    {
      shown: 'The title: What may a learner do next?',
      lines: ['What may a learner do next? There are five answers.'],
      art:
        at(0.2, text(640, 330, 'What may a learner do next?', { size: 58, weight: 600 })) +
        at(1.9, ...[0, 1, 2, 3, 4].map((i) => dot(520 + i * 60, 430, 16, colour.teal))),
    },
    shapeScene(
      'autoplay',
      'Linear autoplay',
      'Pages in a row behind a play button.',
      'Linear autoplay. One part follows the other by itself, like a playlist.',
    ),
    shapeScene(
      'hurdles',
      'Linear with hurdles',
      'A gate stands across the row of pages, and an arrow leads back from it.',
      'Linear with hurdles. A quiz stands in the way, and who fails has something to do before trying again.',
    ),
    shapeScene(
      'random',
      'Random access',
      'Pages around a centre, and a check mark at the end.',
      'Random access. Take what you need, in any order.',
    ),
    shapeScene(
      'static',
      'Static branching',
      'Three branches of equal weight, each with a check mark, lead to one end.',
      'Static branching. All branches count, but you choose which comes first.',
    ),
    shapeScene(
      'dynamic',
      'Dynamic branching',
      'A fork in three; one path is drawn in full, the others are faded.',
      'Dynamic branching. The paths are real alternatives, and one is enough.',
    ),
    {
      shown: 'All five shapes together; a large frame encloses smaller ones.',
      lines: ['And each of them can stand inside any other.'],
      art:
        caption('Shapes nest') +
        at(0.3, box(150, 180, 980, 400, colour.white, colour.teal, 28)) +
        at(
          0.8,
          scaled(220, 290, 1.7, signs.autoplay(0, 0)),
          text(340, 366, 'linear', { size: 26, fill: colour.muted }),
        ) +
        at(
          1.2,
          box(520, 216, 560, 328, colour.goldSoft, colour.gold, 24),
          scaled(580, 290, 1.7, signs.hurdles(0, 0)),
          text(700, 366, 'hurdles', { size: 26, fill: colour.muted }),
        ) +
        at(
          1.7,
          box(560, 392, 480, 124, colour.claySoft, colour.clay, 20),
          scaled(596, 454, 1.4, signs.dynamic(0, 0)),
          text(920, 463, 'a fork', { size: 26, fill: colour.muted }),
        ),
    },
  ],
};
