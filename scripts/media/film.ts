import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { colour, el } from './draw.ts';
import { type Film, fiveShapes, type Scene, welcome } from './scenes.ts';
import { type Cue, type Line, narrate, run, webvtt } from './voices.ts';

/** Makes the films (H.264 and AAC), their captions, posters and transcripts, and the audio piece of the example course. */

const FRAMES_PER_SECOND = 15;
const LEAD = 0.9;
const PAUSE = 0.6;
const SCENE_PAUSE = 1;
const END = 1.2;

const media = join(dirname(fileURLToPath(import.meta.url)), '../../example-course/assets/media');

/** A scene with the stretch of the film that it fills, in seconds. */
interface TimedScene {
  readonly scene: Scene;
  readonly start: number;
  readonly end: number;
}

const html = (film: Film): string =>
  `<!doctype html><meta charset="utf-8"><style>body{margin:0}svg{display:block}</style>${el(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: 1280, height: 720, viewBox: '0 0 1280 720' },
    el('rect', { width: 1280, height: 720, fill: colour.paper }),
    ...film.scenes.map((scene, i) => el('g', { 'data-scene': i }, scene.art)),
    el('rect', { id: 'bar', y: 712, width: 0, height: 8, fill: colour.teal, opacity: 0.5 }),
  )}`;

/**
 * Runs in the page: puts it into the state of one moment. Nothing moves by itself, so frames are the same
 * in each run. It is a string because tsx adds helpers to functions that the page does not have.
 */
const SHOW = `
const ease = (x) => { const t = Math.min(1, Math.max(0, x)); return t * t * (3 - 2 * t); };
window.show = (spans, now, share) => {
  document.querySelector('#bar').setAttribute('width', Math.round(1280 * share));
  document.querySelectorAll('[data-scene]').forEach((group, i) => {
    const span = spans[i];
    const visible = now >= span.start && now < span.end;
    group.style.display = visible ? '' : 'none';
    if (!visible) return;
    group.style.opacity = Math.min(ease((now - span.start) / 0.3), ease((span.end - now) / 0.3));
    for (const part of group.querySelectorAll('[data-in]')) {
      const since = now - span.start - Number(part.dataset.in);
      if (part.dataset.draw !== undefined) {
        const length = part.getTotalLength();
        part.style.strokeDasharray = length;
        part.style.strokeDashoffset = length * (1 - ease(since / Number(part.dataset.draw)));
        part.style.opacity = since > 0 ? 1 : 0;
      } else {
        const shown = ease(since / 0.5);
        part.style.opacity = shown;
        part.style.translate = '0 ' + (16 * (1 - shown)).toFixed(1) + 'px';
      }
    }
  });
};`;

/** Shows the moment `time` of a film that lasts `total`, both in seconds. */
async function show(page: Page, scenes: readonly TimedScene[], time: number, total: number): Promise<void> {
  const spans = scenes.map(({ start, end }) => ({ start, end }));
  await page.evaluate(`show(${JSON.stringify(spans)}, ${time}, ${time / total})`);
}

/** When each scene begins and ends, from the times of its sentences: a scene changes half-way through the pause. */
function timed(film: Film, cues: readonly Cue[], total: number): readonly TimedScene[] {
  let next = 0;
  let start = 0;
  return film.scenes.map((scene) => {
    next += scene.lines.length;
    const last = cues[next - 1];
    const following = cues[next];
    const end = following === undefined || last === undefined ? total : (last.end + following.start) / 2;
    const span = { scene, start, end };
    start = end;
    return span;
  });
}

const transcript = (title: string, parts: readonly string[]): string =>
  `# ${title}: transcript\n\n${parts.join('\n\n')}\n`;

async function makeFilm(film: Film, page: Page, folder: string): Promise<void> {
  const lines: Line[] = film.scenes.flatMap((scene) =>
    scene.lines.map((words, i) => ({
      words,
      voice: 'slt' as const,
      pause: i === scene.lines.length - 1 ? SCENE_PAUSE : PAUSE,
    })),
  );
  const cues = narrate(lines, LEAD, folder, film.name);
  const total = (cues.at(-1)?.end ?? 0) + END;
  const scenes = timed(film, cues, total);
  await page.setContent(html(film));
  await page.evaluate(SHOW);
  const frames = Math.ceil(total * FRAMES_PER_SECOND);
  for (let i = 0; i < frames; i++) {
    await show(page, scenes, i / FRAMES_PER_SECOND, total);
    await page.screenshot({
      path: join(folder, `${film.name}-${String(i).padStart(5, '0')}.jpg`),
      quality: 96,
      type: 'jpeg',
    });
  }
  const posterScene = scenes[film.poster.scene];
  await show(page, scenes, (posterScene?.end ?? total) - 0.5, total);
  await page.screenshot({ path: join(media, `${film.name}-poster.png`) });
  run(
    'ffmpeg',
    '-y',
    '-framerate',
    String(FRAMES_PER_SECOND),
    '-i',
    join(folder, `${film.name}-%05d.jpg`),
    '-i',
    join(folder, `${film.name}.wav`),
    '-c:v',
    'libx264',
    '-preset',
    'slow',
    '-crf',
    '25',
    '-tune',
    'animation',
    '-pix_fmt',
    'yuv420p',
    '-c:a',
    'aac',
    '-b:a',
    '48k',
    '-ac',
    '1',
    '-t',
    total.toFixed(3),
    '-movflags',
    '+faststart',
    '-map_metadata',
    '-1',
    '-fflags',
    '+bitexact',
    join(folder, `${film.name}.mp4`),
  );
  copyFileSync(join(folder, `${film.name}.mp4`), join(media, `${film.name}.mp4`));
  writeFileSync(join(media, `${film.name}.vtt`), webvtt(cues));
  writeFileSync(
    join(media, `${film.name}-transcript.md`),
    transcript(
      film.title,
      film.scenes.map((scene) => `*${scene.shown}*\n\n${scene.lines.join(' ')}`),
    ),
  );
}

const QUESTION = 'rms';
const ANSWER = 'slt';

const meeting: readonly (readonly [Line['voice'], string])[] = [
  [QUESTION, 'Does this need a meeting?'],
  [ANSWER, 'Ask first what would change if people were together.'],
  [QUESTION, 'I want to explain something.'],
  [ANSWER, 'Write it, or record it. Then people can stop, and go back.'],
  [QUESTION, 'I want them to practise.'],
  [ANSWER, 'Everybody needs a different amount. Give them questions, with feedback.'],
  [QUESTION, 'They have to settle a conflict.'],
  [ANSWER, 'That needs an hour together. Talk that turns with every sentence is what a meeting is for.'],
  [QUESTION, 'And if nothing is left on the agenda?'],
  [ANSWER, 'Then give people the hour back.'],
];

function makeAudio(folder: string): void {
  const cues = narrate(
    meeting.map(([voice, words]) => ({ voice, words, pause: voice === QUESTION ? 0.5 : 0.9 })),
    0.3,
    folder,
    'needs-a-meeting',
  );
  run(
    'ffmpeg',
    '-y',
    '-i',
    join(folder, 'needs-a-meeting.wav'),
    '-c:a',
    'libmp3lame',
    '-b:a',
    '64k',
    '-ac',
    '1',
    '-map_metadata',
    '-1',
    '-fflags',
    '+bitexact',
    join(media, 'needs-a-meeting.mp3'),
  );
  writeFileSync(
    join(media, 'needs-a-meeting-transcript.md'),
    transcript(
      'Does this need a meeting?',
      meeting.map(([voice, words]) => `**${voice === QUESTION ? 'Question' : 'Answer'}:** ${words}`),
    ),
  );
  console.log(`needs-a-meeting.mp3: ${(cues.at(-1)?.end ?? 0).toFixed(1)} s`);
}

mkdirSync(media, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), 'film-'));
const only = process.argv[2];
try {
  if (only === undefined || only === 'audio') makeAudio(folder);
  const films = [welcome, fiveShapes].filter((film) => only === undefined || only === film.name);
  if (films.length > 0) {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--headless',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
      ],
    });
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
      for (const film of films) {
        await makeFilm(film, page, folder);
        console.log(
          `${film.name}.mp4: ${Math.round(statSync(join(media, `${film.name}.mp4`)).size / 1024)} KiB`,
        );
      }
    } finally {
      await browser.close();
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
