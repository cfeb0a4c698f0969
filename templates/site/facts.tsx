import type { Element } from 'hast';
import type { Html } from '../../src/model/question.ts';
import { type IconName, icon } from './icons.ts';
import { html, raw } from './raw.ts';
import type { PageWords } from './words.ts';

/** `asked`: the runtime may say otherwise of an attempt. */
type Fact = readonly [icon: IconName, text: string, mark?: 'asked'];

/** Thousands of pages share few rows: so many minutes, so many questions. */
const rows = new Map<string, Html>();

/** A row of short facts, each with its icon. */
export function facts(
  list: readonly (Fact | undefined)[],
  { lang }: PageWords,
): ReturnType<typeof raw> | null {
  const given = list.filter((fact) => fact !== undefined);
  if (given.length === 0) return null;
  const key = JSON.stringify([lang, given]);
  const row = rows.get(key) ?? html(rowOf(given, lang));
  rows.set(key, row);
  return raw(row);
}

function rowOf(given: readonly Fact[], lang: string | undefined): Element {
  return (
    <ul class="page-facts" lang={lang}>
      {given.map(([name, text, mark]) => (
        <li>
          {icon(name)}
          {mark === undefined ? text : <span data-asked>{text}</span>}
        </li>
      ))}
    </ul>
  ) as Element;
}
