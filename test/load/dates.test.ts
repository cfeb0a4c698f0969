import { describe, expect, it, test } from 'vitest';
import { instantOf, isTimezone } from '../../src/load/dates.ts';

describe('instantOf', () => {
  test.each<[string, string, string | undefined]>([
    ['2026-12-01', 'UTC', '2026-12-01T00:00:00.000Z'],
    ['2026-12-01T18:00', 'UTC', '2026-12-01T18:00:00.000Z'],
    ['2026-12-01 18:00:30', 'UTC', '2026-12-01T18:00:30.000Z'],
    ['2026-12-01', 'Europe/Paris', '2026-11-30T23:00:00.000Z'],
    ['2026-07-01', 'Europe/Paris', '2026-06-30T22:00:00.000Z'],
    ['2026-12-01T09:00', 'America/New_York', '2026-12-01T14:00:00.000Z'],
    ['2026-12-01T09:00', 'Asia/Kathmandu', '2026-12-01T03:15:00.000Z'],
    ['2026-12-01T09:00', 'Pacific/Kiritimati', '2026-11-30T19:00:00.000Z'],
    // Clocks go forward at 02:00 on 29 March 2026 in Paris: 02:30 does not exist.
    ['2026-03-29T01:59', 'Europe/Paris', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29T02:30', 'Europe/Paris', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29T03:00', 'Europe/Paris', '2026-03-29T01:00:00.000Z'],
    // They go back at 03:00 on 25 October: 02:30 comes twice.
    ['2026-10-25T02:30', 'Europe/Paris', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T03:00', 'Europe/Paris', '2026-10-25T02:00:00.000Z'],
    ['2024-02-29', 'UTC', '2024-02-29T00:00:00.000Z'],
    ['0099-01-01', 'UTC', '0099-01-01T00:00:00.000Z'],
    ['2026-02-29', 'UTC', undefined],
    ['2026-13-01', 'UTC', undefined],
    ['2026-12-01T24:00', 'UTC', undefined],
    ['2026-12-01T18:61', 'UTC', undefined],
    ['1.12.2026', 'UTC', undefined],
    ['2026-12-01', 'Mars/Olympus', undefined],
  ])('%s in %s', (local, zone, expected) => {
    const instant = instantOf(local, zone);
    expect(instant === undefined ? undefined : new Date(instant).toISOString()).toBe(expected);
  });

  it('knows which time zones there are', () => {
    expect(['Europe/Paris', 'UTC', 'Paris', '__proto__', ''].map(isTimezone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
