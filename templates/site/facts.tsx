import type { Element } from 'hast';
import { type IconName, icon } from './icons.ts';

/** A row of short facts, each with its icon. */
export function facts(list: readonly (readonly [IconName, string] | undefined)[]): Element | null {
  const given = list.filter((fact) => fact !== undefined);
  if (given.length === 0) return null;
  return (
    <ul class="page-facts">
      {given.map(([name, text]) => (
        <li>
          {icon(name)}
          {text}
        </li>
      ))}
    </ul>
  ) as Element;
}
