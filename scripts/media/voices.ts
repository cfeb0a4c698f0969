import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Speech from Debian's free voices: `slt` (festival, HTS) and `rms` (flite). */
export type Voice = 'slt' | 'rms';

export const SAMPLE_RATE = 44_100;

/** Runs a program and gives what it printed; its errors come with the exception. */
export const run = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** The length of a media file in seconds. */
export const seconds = (file: string): number =>
  Number(run('ffprobe', '-v', 'error', '-show_entries', 'format=duration', '-of', 'csv=p=0', file));

/** Speaks one sentence into a WAV file of `SAMPLE_RATE`, mono, without silence at its ends, and gives its length in seconds. */
export function speak(words: string, voice: Voice, folder: string, name: string): number {
  const raw = join(folder, `${name}-raw.wav`);
  const clean = join(folder, `${name}.wav`);
  const script = join(folder, `${name}.txt`);
  writeFileSync(script, words);
  if (voice === 'slt')
    run(
      'text2wave',
      '-eval',
      "(begin (voice_cmu_us_slt_arctic_hts) (Parameter.set 'Duration_Stretch 1.06))",
      script,
      '-o',
      raw,
    );
  else run('flite', '-voice', 'rms', '--setf', 'duration_stretch=1.02', '-f', script, '-o', raw);
  const trim = 'silenceremove=start_periods=1:start_threshold=-48dB';
  run(
    'ffmpeg',
    '-y',
    '-i',
    raw,
    '-af',
    // Both ends are trimmed; then the buzz of the vocoder is softened and the levels are made even.
    `${trim},areverse,${trim},areverse,highpass=f=70,equalizer=f=220:t=q:w=1:g=2,equalizer=f=3200:t=q:w=1.2:g=-2,lowpass=f=9000,` +
      'acompressor=threshold=-20dB:ratio=2.5:attack=8:release=120,loudnorm=I=-18:TP=-2',
    '-ar',
    String(SAMPLE_RATE),
    '-ac',
    '1',
    clean,
  );
  return seconds(clean);
}

export interface Line {
  readonly words: string;
  readonly voice: Voice;
  /** Silence after it, in seconds. */
  readonly pause: number;
  /** For the voice alone, where spelling and sound differ. */
  readonly say?: string;
}

export interface Cue {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** Speaks lines one after another into `folder/NAME.wav`, and gives the time of each, after `lead` seconds of silence. */
export function narrate(lines: readonly Line[], lead: number, folder: string, name: string): readonly Cue[] {
  const cues: Cue[] = [];
  const inputs: string[] = [];
  const filters: string[] = [];
  let at = lead;
  lines.forEach((line, i) => {
    const length = speak(line.say ?? line.words, line.voice, folder, `${name}-${i}`);
    cues.push({ start: at, end: at + length, words: line.words });
    inputs.push('-i', join(folder, `${name}-${i}.wav`));
    filters.push(`[${i}]adelay=${Math.round(at * 1000)}:all=1[a${i}]`);
    at += length + line.pause;
  });
  const mixed = lines.map((_, i) => `[a${i}]`).join('');
  run(
    'ffmpeg',
    '-y',
    ...inputs,
    '-filter_complex',
    `${filters.join(';')};${mixed}amix=inputs=${lines.length}:normalize=0,apad=whole_dur=${at.toFixed(3)}`,
    join(folder, `${name}.wav`),
  );
  return cues;
}

const stamp = (time: number): string => {
  const ms = Math.round(time * 1000);
  const part = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${part(Math.floor(ms / 60_000), 2)}:${part(Math.floor(ms / 1000) % 60, 2)}.${part(ms % 1000, 3)}`;
};

/** Captions as WebVTT; long lines are broken near their middle. */
export function webvtt(cues: readonly Cue[]): string {
  const broken = (words: string): string => {
    if (words.length <= 42) return words;
    const middle = words.length / 2;
    const spaces = [...words.matchAll(/ /g)].map((match) => match.index);
    const best = spaces.reduce((a, b) => (Math.abs(b - middle) < Math.abs(a - middle) ? b : a), 0);
    return `${words.slice(0, best)}\n${words.slice(best + 1)}`;
  };
  const blocks = cues.map((cue) => `${stamp(cue.start)} --> ${stamp(cue.end + 0.15)}\n${broken(cue.words)}`);
  return `WEBVTT\n\n${blocks.join('\n\n')}\n`;
}
