import type { Finding } from '../model/diagnostic.ts';
import { nearest } from '../model/nearest.ts';
import { isTimezone } from './dates.ts';
import { found } from './findings.ts';
import type { Settings } from './loaded.ts';
import { child, fields, sitedText, sitedTexts, text } from './read.ts';
import type { Ref, RefKind } from './source.ts';
import type { YamlMap } from './yaml.ts';

export const DEFAULT_SETTINGS: Settings = { authors: [], timezone: 'UTC', theme: {} };

/** What course.yaml says about the site, with the files that it points at. */
export function readSettings(root: YamlMap): {
  readonly settings: Settings;
  readonly language: string;
  readonly refs: readonly Ref[];
  readonly findings: readonly Finding[];
} {
  const findings: Finding[] = [];
  const refs: Ref[] = [];
  const theme = fields(child(root, 'theme'));
  const path = (key: string, kind: RefKind): string | undefined => {
    const sited = sitedText(child(theme, key));
    if (sited !== undefined) refs.push({ kind, target: sited.value, span: sited.span });
    return sited?.value;
  };
  const license = text(child(root, 'license'));
  const url = text(child(root, 'url'));
  const version = text(child(root, 'version'));
  const accent = text(child(theme, 'accent'));
  // Anything else would be published as what it is: the schema has reported it.
  const isSheet = text(child(theme, 'css'))?.endsWith('.css') === true;
  const css = isSheet ? path('css', 'download') : undefined;
  const logo = path('logo', 'image');
  const settings: Settings = {
    authors: sitedTexts(child(root, 'authors')).map((author) => author.value),
    ...(license === undefined ? {} : { license }),
    ...(url !== undefined && /^https?:\/\/[^\s/?#@\\]+(\/[^\s?#\\]*)?$/.test(url)
      ? { url: url.endsWith('/') ? url : `${url}/` }
      : {}),
    timezone: readTimezone(root, findings),
    ...(version === undefined ? {} : { version }),
    theme: {
      ...(accent !== undefined && /^#[0-9a-f]{6}$/i.test(accent) ? { accent: accent.toLowerCase() } : {}),
      ...(css === undefined ? {} : { css }),
      ...(logo === undefined ? {} : { logo }),
    },
  };
  return { settings, language: readLanguage(root, findings), refs, findings };
}

function readTimezone(root: YamlMap, findings: Finding[]): string {
  const value = child(root, 'timezone');
  // What is no text at all, the schema has reported.
  const zone = value?.kind === 'scalar' && typeof value.value !== 'string' ? undefined : sitedText(value);
  if (zone === undefined || isTimezone(zone.value)) return zone?.value ?? DEFAULT_SETTINGS.timezone;
  const zones = Intl.supportedValuesOf('timeZone');
  // Authors know the city: `Paris` is enough for a suggestion.
  const suggestion =
    nearest(zone.value, zones) ??
    zones.find((each) => each.toLowerCase().endsWith(`/${zone.value.toLowerCase()}`));
  const args = { value: zone.value, ...(suggestion === undefined ? {} : { suggestion }) };
  findings.push(found('course/unknown-timezone', zone.span, args));
  return DEFAULT_SETTINGS.timezone;
}

function readLanguage(root: YamlMap, findings: Finding[]): string {
  const tag = sitedText(child(root, 'language'));
  // What does not look like a tag at all, the schema has reported.
  if (tag === undefined || !/^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(tag.value)) return 'en';
  try {
    return Intl.getCanonicalLocales(tag.value)[0] ?? 'en';
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    findings.push(found('course/unknown-language', tag.span, { value: tag.value }));
    return 'en';
  }
}
