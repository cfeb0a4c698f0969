import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { arrow, box, check, colour, dot, el, gate, group, head, path, picture, text } from './draw.ts';
import { shapes, signs } from './shapes.ts';

/** Draws the diagrams, badges and logo of the example course. Alternative text stands where they are used. */

const course = join(dirname(fileURLToPath(import.meta.url)), '../../example-course');

const muted = { fill: colour.muted, size: 19 } as const;
const strong = { weight: 600, size: 22 } as const;

function courseMap(): string {
  const stations = [
    ['Start here', 'three pages that play', 'autoplay'],
    ['Foundations', 'quizzes to pass, and a fork', 'hurdles'],
    ['The toolbox', 'any order, one quiz', 'random'],
    ['Three crafts', 'all three, in your order', 'static'],
    ['See it happen', 'one of two is enough', 'dynamic'],
    ['Your own course', 'questions, plan, last page', 'hurdles'],
  ] as const;
  const step = 104;
  const rows = stations.map(([title, words, sign], i) => {
    const y = 70 + i * step;
    return (
      dot(64, y, 17, colour.tealSoft, colour.teal) +
      text(64, y + 7, String(i + 1), { size: 19, weight: 600, fill: colour.teal }) +
      text(106, y - 4, title, { ...strong, size: 24, anchor: 'start' }) +
      text(106, y + 24, words, { ...muted, anchor: 'start' }) +
      signs[sign](440, y)
    );
  });
  const end = 70 + stations.length * step;
  return picture(
    640,
    end + 56,
    path(`M64 70V${end}`, colour.line, 4),
    ...rows,
    check(64, end, 20),
    text(106, end + 8, 'Final quiz and certificate', { ...strong, size: 24, anchor: 'start' }),
  );
}

function spectrum(): string {
  const places = [
    [80, 'Synchronous', 'all live', colour.clay],
    [220, 'Hybrid', 'two places,\none hour', colour.clay],
    [360, 'Blended', 'some live,\nsome not', colour.gold],
    [500, 'Live\nmoments', 'mostly\nasynchronous', colour.teal],
    [640, 'Asynchronous', 'no shared\nhour', colour.teal],
  ] as const;
  return picture(
    720,
    380,
    text(40, 46, 'always together', { ...muted, anchor: 'start' }),
    text(680, 46, 'never together', { ...muted, anchor: 'end' }),
    path('M50 150H670', colour.line, 4),
    head(672, 150, 0, colour.line),
    head(48, 150, Math.PI, colour.line),
    ...places.map(([x, name, words, fill]) => {
      const lines = name.split('\n').length;
      return (
        dot(x, 150, 16, fill) +
        text(x, lines === 1 ? 116 : 94, name, { size: 18, weight: 600 }) +
        text(x, 198, words, { size: 17, fill: colour.muted })
      );
    }),
    box(60, 262, 600, 84, colour.blueSoft, colour.blue, 14),
    text(360, 297, 'HyFlex', { ...strong, fill: colour.blue }),
    text(360, 326, 'for each session, each learner picks a place on the line', {
      size: 18,
      fill: colour.ink,
    }),
  );
}

function choosing(): string {
  const ask = (x: number, y: number, words: string, w = 250): string =>
    box(x - w / 2, y - 38, w, 76, colour.white, colour.ink, 38) +
    text(x, words.includes('\n') ? y - 5 : y + 7, words, { size: 19 });
  const answer = (x: number, y: number, words: string, fill: string, stroke: string): string =>
    box(x - 76, y - 36, 152, 72, fill, stroke, 10) +
    text(x, words.includes('\n') ? y - 5 : y + 7, words, { size: 19, weight: 600 });
  const word = (x: number, y: number, words: string): string =>
    text(x, y, words, { size: 18, fill: colour.muted, italic: true });
  return picture(
    720,
    590,
    ask(360, 66, 'Does each part need\nthe one before?', 270),
    path('M290 104L190 172', colour.muted),
    path('M430 104L530 172', colour.muted),
    word(212, 138, 'yes'),
    word(508, 138, 'no'),
    ask(178, 214, 'Would a wrong idea do\nharm further on?', 262),
    ask(542, 214, 'Does everyone need\nevery part?', 262),
    path('M140 252L100 330', colour.muted),
    path('M216 252L256 330', colour.muted),
    word(96, 300, 'yes'),
    word(258, 300, 'no'),
    answer(96, 368, 'Linear with\nhurdles', colour.claySoft, colour.clay),
    answer(264, 368, 'Linear\nautoplay', colour.goldSoft, colour.gold),
    path('M500 252L460 330', colour.muted),
    path('M584 252L600 330', colour.muted),
    word(462, 300, 'no'),
    word(612, 300, 'yes'),
    answer(436, 368, 'Dynamic\nbranching', colour.blueSoft, colour.blue),
    ask(614, 368, 'Would hopping\nconfuse?', 176),
    path('M586 406L520 470', colour.muted),
    path('M624 406L630 470', colour.muted),
    word(530, 436, 'yes'),
    word(652, 444, 'no'),
    answer(462, 508, 'Static\nbranching', colour.tealSoft, colour.teal),
    answer(630, 508, 'Random\naccess', colour.tealSoft, colour.teal),
  );
}

/** Retention under `R = exp(-t/s)`; each review lifts it to 1 and multiplies the stability by 2.4. */
function forgetting(): string {
  const left = 90;
  const bottom = 350;
  const x = (days: number): number => left + days * 36;
  const y = (share: number): number => bottom - share * 250;
  const reviews = [1, 3.5, 8.5];
  const points: string[] = [];
  let start = 0;
  let stability = 1.6;
  for (const until of [...reviews, 15.6]) {
    for (let t = start; t <= until + 1e-9; t += 0.1)
      points.push(`${x(t).toFixed(1)} ${y(Math.exp(-(t - start) / stability)).toFixed(1)}`);
    start = until;
    stability *= 2.4;
  }
  const without: string[] = [];
  for (let t = 1; t <= 15.6; t += 0.2) without.push(`${x(t).toFixed(1)} ${y(Math.exp(-t / 1.6)).toFixed(1)}`);
  return picture(
    720,
    420,
    path(`M${left} 70V${bottom}H680`, colour.ink, 2.5),
    text(left, 40, 'still recalled', { ...muted, anchor: 'start' }),
    text(680, bottom + 38, 'days', { ...muted, anchor: 'end' }),
    path(`M${without.join('L')}`, colour.clay, 2.5, { 'stroke-dasharray': '3 9' }),
    path(`M${points.join('L')}`, colour.teal, 4),
    ...reviews.map(
      (day, i) =>
        dot(x(day), y(1), 7, colour.teal) +
        text(x(day), y(1) - 14, `review ${i + 1}`, { size: 18, fill: colour.teal }),
    ),
    text(330, bottom - 22, 'without review', { size: 18, fill: colour.clay }),
    text(left - 14, y(1) + 6, '1', { size: 18, anchor: 'end' }),
    text(left - 14, y(0) + 6, '0', { size: 18, anchor: 'end' }),
  );
}

function feedbackLoop(): string {
  const station = (
    x: number,
    y: number,
    title: string,
    words: string,
    fill: string,
    stroke: string,
  ): string =>
    box(x - 105, y - 42, 210, 84, fill, stroke, 14) +
    text(x, y - 6, title, strong) +
    text(x, y + 22, words, { size: 18, fill: colour.muted });
  return picture(
    720,
    380,
    station(150, 80, 'Goal', 'Where am I going?', colour.goldSoft, colour.gold),
    station(560, 80, 'Attempt', 'Let me try.', colour.white, colour.ink),
    station(560, 300, 'Feedback', 'How am I going?', colour.tealSoft, colour.teal),
    station(150, 300, 'Next step', 'Where to next?', colour.claySoft, colour.clay),
    arrow(268, 80, 442, 80),
    arrow(560, 132, 560, 246),
    text(546, 184, 'seconds in a quiz,\ndays on a draft', { size: 18, fill: colour.muted, anchor: 'end' }),
    arrow(442, 300, 268, 300),
    path('M150 248C150 180 230 150 300 136C360 124 400 116 444 104', colour.clay),
    head(446, 103, -0.28, colour.clay),
    text(166, 196, 'try again', { size: 18, fill: colour.clay, anchor: 'end' }),
  );
}

function presence(): string {
  const ring = (cx: number, cy: number, fill: string, stroke: string): string =>
    el('circle', { cx, cy, r: 138, fill, 'fill-opacity': 0.72, stroke, 'stroke-width': 2.5 });
  return picture(
    640,
    500,
    ring(230, 190, colour.blueSoft, colour.blue),
    ring(410, 190, colour.goldSoft, colour.gold),
    ring(320, 320, colour.tealSoft, colour.teal),
    text(184, 150, 'Social\npresence', strong),
    text(456, 150, 'Cognitive\npresence', strong),
    text(320, 400, 'Teaching\npresence', strong),
    text(320, 228, 'learning\ntogether', { size: 20, weight: 600, fill: colour.clay }),
  );
}

function altText(): string {
  const plant = (x: number): string =>
    path(`M${x - 80} 180H${x + 80}`, colour.line, 3) +
    path(`M${x} 180V96`, colour.teal, 5) +
    el('path', {
      d: `M${x} 100C${x - 50} 96 ${x - 60} 60 ${x - 52} 50C${x - 20} 54 ${x} 70 ${x} 100Z`,
      fill: colour.teal,
    }) +
    el('path', {
      d: `M${x} 100C${x + 50} 96 ${x + 60} 60 ${x + 52} 50C${x + 20} 54 ${x} 70 ${x} 100Z`,
      fill: colour.teal,
    }) +
    path(
      `M${x} 180C${x - 6} 220 ${x + 8} 250 ${x} 290M${x} 210l-22 18M${x + 2} 232l22 18M${x + 1} 258l-18 14`,
      colour.gold,
      3.5,
    );
  return picture(
    720,
    430,
    plant(180),
    box(60, 318, 240, 76, colour.claySoft, colour.clay),
    text(180, 363, '“image 37”', { size: 20 }),
    plant(520),
    box(360, 318, 320, 76, colour.tealSoft, colour.teal),
    text(520, 350, '“Bean seedling on day five: two\nleaves, root longer than the stem”', { size: 17 }),
    path('M330 60V390', colour.edge, 2),
  );
}

function discussionWeek(): string {
  const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun', 'Mon'];
  const x = (i: number): number => 74 + i * 82;
  const post = (i: number, y: number, fill: string, dx = 0): string =>
    box(x(i) - 16 + dx, y, 32, 20, fill, undefined, 6);
  return picture(
    720,
    380,
    ...days.map((day, i) => text(x(i), 50, day, { size: 20, weight: i === 3 || i === 6 ? 700 : 400 })),
    path('M48 66H676', colour.line, 2),
    box(x(0) - 30, 92, x(3) - x(0) + 60, 78, colour.goldSoft, colour.gold),
    text(x(0) - 18, 118, 'first posts', { size: 19, anchor: 'start', weight: 600 }),
    ...[0.6, 1.3, 1.9, 2.3, 2.7, 3].map((i) => post(i, 138, colour.gold)),
    box(x(3) - 30, 184, x(6) - x(3) + 60, 78, colour.tealSoft, colour.teal),
    text(x(3) - 18, 210, 'replies', { size: 19, anchor: 'start', weight: 600 }),
    ...[3.2, 3.9, 4.4, 5, 5.5, 6].map((i) => post(i, 230, colour.teal)),
    text(38, 338, 'host', { size: 19, weight: 600, fill: colour.clay, anchor: 'start' }),
    ...[1, 4].map(
      (i) => dot(x(i), 308, 13, colour.clay) + text(x(i), 346, 'looks in', { size: 18, fill: colour.muted }),
    ),
    box(x(7) - 16, 292, 32, 32, colour.clay, undefined, 6),
    text(x(7) - 2, 346, 'sums up', { size: 18, fill: colour.muted }),
  );
}

function bandwidthMatrix(): string {
  const cell = (x: number, y: number, title: string, words: string, fill: string, stroke: string): string =>
    box(x, y, 268, 150, fill, stroke, 14) +
    text(x + 134, y + 56, title, { ...strong, size: 21 }) +
    text(x + 134, y + 88, words, { size: 18, fill: colour.muted });
  return picture(
    680,
    450,
    cell(92, 40, 'Stream it', 'recorded video,\nrecorded sound', colour.white, colour.line),
    cell(376, 40, 'Call', 'video calls', colour.claySoft, colour.clay),
    cell(92, 206, 'Write and wait', 'readings, forums,\ne-mail', colour.tealSoft, colour.teal),
    cell(376, 206, 'Write together', 'group chat,\nshared documents', colour.white, colour.line),
    arrow(92, 384, 644, 384),
    text(368, 420, 'immediacy: how soon people must answer', muted),
    arrow(66, 356, 66, 44),
    group({ transform: 'translate(44 200) rotate(-90)' }, text(0, 0, 'bandwidth', muted)),
  );
}

function questionAnatomy(): string {
  const option = (y: number, words: string, chosen: boolean): string =>
    box(40, y, 380, 44, chosen ? colour.tealSoft : colour.white, chosen ? colour.teal : colour.line, 8) +
    dot(66, y + 22, 9, chosen ? colour.teal : colour.white, chosen ? colour.teal : colour.line) +
    text(88, y + 29, words, { size: 19, anchor: 'start' });
  const label = (y: number, words: string, x = 430): string =>
    path(`M${x} ${y}H500`, colour.clay, 2) +
    text(512, y + 7, words, { size: 20, weight: 600, fill: colour.clay, anchor: 'start' });
  return picture(
    680,
    450,
    text(40, 58, 'Nine earn 2,000; one earns 100,000.\nWhich number is typical?', {
      size: 18,
      anchor: 'start',
      weight: 600,
    }),
    label(64, 'stem', 450),
    option(110, 'The mean', false),
    label(132, 'distractor'),
    option(168, 'The median', true),
    label(190, 'key'),
    text(58, 238, 'Right: it stays at 2,000.', { size: 18, fill: colour.teal, anchor: 'start' }),
    label(232, 'feedback', 300),
    option(258, 'The sum, divided by two', false),
    label(280, 'distractor'),
    option(314, 'The largest', false),
    label(336, 'distractor'),
    box(40, 378, 380, 44, colour.goldSoft, colour.gold, 8),
    text(58, 407, 'Hint: which one moves with the richest?', { size: 17, anchor: 'start' }),
    label(400, 'hint'),
  );
}

function combinations(): string {
  const frame = (x: number, y: number, title: string, content: string): string =>
    box(x, y, 308, 190, colour.white, colour.edge, 12) +
    content +
    text(x + 154, y + 172, title, { size: 19, weight: 600 });
  const spine =
    path('M184 46V150', colour.teal, 4) +
    [52, 84, 116, 148]
      .map(
        (y, i) =>
          dot(184, y, 9, colour.teal) +
          path(i % 2 === 0 ? `M184 ${y}H254` : `M184 ${y}H114`, colour.line) +
          [30, 50, 70].map((d) => dot(184 + (i % 2 === 0 ? d : -d), y, 6, colour.gold)).join(''),
      )
      .join('');
  const shelf = [0, 1, 2]
    .map(
      (i) =>
        box(392 + i * 88, 52, 72, 92, colour.tealSoft, colour.teal, 8) +
        path(`M${404 + i * 88} 128h16v-18h16v-18h16v-18`, colour.clay, 4),
    )
    .join('');
  const fork =
    path('M60 320H150', colour.muted) +
    gate(164, 320, 70) +
    [280, 320, 360]
      .map((y) => path(`M176 320C206 320 206 ${y} 236 ${y}H288`, colour.muted) + dot(292, y, 9, colour.teal))
      .join('');
  const dessert =
    [280, 320, 360]
      .map(
        (y) =>
          path(`M392 ${y}H486C512 ${y} 512 320 540 320`, colour.muted) +
          dot(420, y, 9, colour.teal) +
          dot(460, y, 9, colour.teal),
      )
      .join('') +
    path('M540 320H628', colour.muted) +
    dot(566, 320, 9, colour.gold) +
    dot(604, 320, 9, colour.gold);
  return picture(
    680,
    460,
    frame(24, 26, 'spine with ribs', spine),
    frame(348, 26, 'shelf of staircases', shelf),
    frame(24, 244, 'fork after a gate', fork),
    frame(348, 244, 'menu with dessert', dessert),
  );
}

/** A round badge of 160 × 160 without a panel: it brings its own disc. */
function badge(ring: string, soft: string, ...sign: readonly string[]): string {
  return `${el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: 160, height: 160, viewBox: '0 0 160 160' },
    dot(80, 80, 78, ring),
    el('circle', { cx: 80, cy: 80, r: 66, fill: soft, stroke: colour.white, 'stroke-width': 4 }),
    ...sign,
  )}\n`;
}

const cartographer = (): string =>
  badge(
    colour.teal,
    colour.tealSoft,
    el('path', {
      d: 'M36 54l28 -10 32 12 28 -10v62l-28 10 -32 -12 -28 10Z',
      fill: colour.white,
      stroke: colour.teal,
      'stroke-width': 4,
      'stroke-linejoin': 'round',
    }),
    path('M64 44v62M96 56v62', colour.teal, 2.5),
    path('M46 92C58 78 66 96 78 84S98 70 112 74', colour.clay, 4, { 'stroke-dasharray': '1 9' }),
    dot(112, 74, 6, colour.clay),
  );

const goodHost = (): string =>
  badge(
    colour.gold,
    colour.goldSoft,
    el('path', {
      d: 'M44 70h62v26a28 28 0 0 1 -28 28h-6a28 28 0 0 1 -28 -28Z',
      fill: colour.white,
      stroke: colour.gold,
      'stroke-width': 4,
      'stroke-linejoin': 'round',
    }),
    path('M106 78h8a13 13 0 0 1 0 26h-9', colour.gold, 4),
    path('M60 58c-6 -8 6 -12 0 -20M76 58c-6 -8 6 -12 0 -20M92 58c-6 -8 6 -12 0 -20', colour.clay, 4),
  );

const courseDesigner = (): string =>
  badge(
    colour.blue,
    colour.blueSoft,
    box(46, 36, 62, 84, colour.white, colour.blue, 6),
    path('M58 58h38M58 74h38M58 90h20', colour.blue, 3.5),
    path('M116 62L86 104l-4 14 12 -8 30 -42Z', colour.clay, 4, { fill: colour.claySoft }),
  );

const logo = (): string =>
  `${el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: 64, height: 64, viewBox: '0 0 64 64' },
    box(2, 2, 60, 60, colour.teal, undefined, 14),
    path('M32 14V32L44 40', colour.white, 4),
    path('M50 24A20 20 0 1 0 52 34', colour.white, 4),
    dot(50, 23, 4.5, '#f0b48f'),
  )}\n`;

const shape = (content: string): string => picture(560, 200, content);

const files: Readonly<Record<string, string>> = {
  'assets/images/course-map.svg': courseMap(),
  'assets/images/spectrum.svg': spectrum(),
  'assets/images/shape-autoplay.svg': shape(shapes.autoplay()),
  'assets/images/shape-hurdles.svg': shape(shapes.hurdles()),
  'assets/images/shape-random.svg': shape(shapes.random()),
  'assets/images/shape-static.svg': shape(shapes.static()),
  'assets/images/shape-dynamic.svg': shape(shapes.dynamic()),
  'assets/images/choosing.svg': choosing(),
  'assets/images/forgetting.svg': forgetting(),
  'assets/images/feedback-loop.svg': feedbackLoop(),
  'assets/images/presence.svg': presence(),
  'assets/images/alt-text.svg': altText(),
  'assets/images/discussion-week.svg': discussionWeek(),
  'assets/images/bandwidth-matrix.svg': bandwidthMatrix(),
  'assets/images/question-anatomy.svg': questionAnatomy(),
  'assets/images/combinations.svg': combinations(),
  'assets/badges/cartographer.svg': cartographer(),
  'assets/badges/good-host.svg': goodHost(),
  'assets/badges/course-designer.svg': courseDesigner(),
  'theme/logo.svg': logo(),
};

for (const [name, svg] of Object.entries(files)) {
  const target = join(course, name);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, svg);
}
console.log(`${Object.keys(files).length} pictures written`);
