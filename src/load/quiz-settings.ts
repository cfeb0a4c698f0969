import type { QuizSettings } from '../model/course.ts';
import { child, flag, sitedText, textScalar } from './read.ts';
import type { Sited, SitedSettings } from './source.ts';
import type { YamlEntry, YamlNode } from './yaml.ts';

/** The settings of a quiz file that say something else than the default; undefined when none does. */
export function readQuizSettings(map: ReadonlyMap<string, YamlEntry>): SitedSettings | undefined {
  const on = (key: string) => isTrue(child(map, key));
  const shuffle = on('shuffle');
  const shuffleOptions = on('shuffle-options');
  const oneAtATime = on('one-at-a-time');
  const time = minutes(child(map, 'time'));
  const retry = sitedText(child(map, 'retry'));
  const confidence = on('confidence');
  const settings: SitedSettings = {
    ...(shuffle && { shuffle }),
    ...(shuffleOptions && { shuffleOptions }),
    ...(oneAtATime && { oneAtATime }),
    ...(time && { time }),
    ...(retry?.value === 'missed' && { retryMissed: { value: true, span: retry.span } }),
    ...(confidence && { confidence }),
  };
  return Object.keys(settings).length === 0 ? undefined : settings;
}

/** The same without their places; undefined for none. */
export function plainSettings(settings: SitedSettings | undefined): QuizSettings | undefined {
  if (settings === undefined) return undefined;
  return Object.fromEntries(Object.entries(settings).map(([name, { value }]) => [name, value]));
}

function isTrue(node: YamlNode | undefined): Sited<boolean> | undefined {
  return node !== undefined && flag(node) ? { value: true, span: node.span } : undefined;
}

/** `20` or `20 min`. */
function minutes(node: YamlNode | undefined): Sited<number> | undefined {
  const scalar = textScalar(node);
  const value = Number(/^(\d{1,3}(?:\.\d+)?)(?: ?min)?$/.exec(scalar?.text.trim() ?? '')?.[1]);
  return scalar !== undefined && value > 0 && value <= 600 ? { value, span: scalar.span } : undefined;
}
