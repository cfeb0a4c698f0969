import { Refusal } from '../platform/refusal.ts';

const UNITS: Readonly<Record<string, number>> = { '': 1, b: 1, kb: 1024, mb: 1024 ** 2, gb: 1024 ** 3 };

/** A size that somebody typed, in bytes: `5MB`, `500 kb`, `0`. 1 KB is 1,024 bytes. Throws a `Refusal` that says what is expected. */
export function parseBytes(text: string, option: string): number {
  const [, number = '', unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*$/i.exec(text) ?? [];
  const factor = UNITS[unit.toLowerCase()];
  if (number === '' || factor === undefined)
    throw new Refusal(
      `${option} ${text} is not a size.`,
      `Write a number with KB, MB or GB, such as ${option} 5MB.`,
    );
  return Math.round(Number(number) * factor);
}
