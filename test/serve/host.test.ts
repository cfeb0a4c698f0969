import { describe, expect, it } from 'vitest';
import { isOwnHost } from '../../src/serve/host.ts';

describe('isOwnHost', () => {
  it.each([
    'localhost',
    'localhost:4321',
    'LOCALHOST:1',
    'course.localhost:4321',
    '127.0.0.1:4321',
    '[::1]:4321',
    '192.168.1.7',
    'desk.local:4321',
  ])('answers to %s', (header) => {
    expect(isOwnHost(header, ['desk.local'])).toBe(true);
  });

  it.each([
    undefined,
    '',
    'evil.example',
    'evil.example:4321',
    'localhost.evil.example',
    'evillocalhost',
    '127.0.0.1.evil.example',
    '127.0.0.1@evil.example',
    'localhost:4321:80',
    '[localhost]',
    'desk.local.evil.example',
  ])('does not answer to %s', (header) => {
    expect(isOwnHost(header, ['desk.local'])).toBe(false);
  });
});
