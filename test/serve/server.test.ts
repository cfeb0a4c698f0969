import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { type BuildResult, Preview } from '../../src/serve/preview.ts';
import { DEV_SCRIPT, type RunningServer, startServer } from '../../src/serve/server.ts';

let folder = '';
let preview = new Preview();
let server: RunningServer;

const VIDEO = '0123456789';

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'course-serve-'));
  writeFileSync(join(folder, 'clip.mp4'), VIDEO);
  preview = new Preview();
  server = await startServer(preview, { host: '127.0.0.1', port: 0, client: 'let client;' });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

function good(home = 'home', diagnostics: Diagnostic[] = []): BuildResult {
  return {
    title: 'T',
    diagnostics,
    locate: (path) => join(folder, path),
    files: [
      { path: 'index.html', content: home },
      { path: '404.html', content: 'nothing here' },
      { path: 'modules/größe.html', content: 'größe' },
      { path: 'course.js', content: new TextEncoder().encode('window.x=1') },
      { path: 'media/clip.mp4', content: { copy: 'clip.mp4' } },
      { path: 'media/clip.vtt', content: 'WEBVTT' },
      { path: 'media/gone.mp4', content: { copy: 'gone.mp4' } },
    ],
  };
}

const broken: Diagnostic = {
  rule: 'link/missing-target',
  severity: 'error',
  message: 'No page <script>alert(1)</script>.',
  file: 'modules/a.md',
  start: { line: 3, column: 5, offset: 20 },
  end: { line: 3, column: 9, offset: 24 },
  related: [],
  witness: [],
  fix: [],
};
const bad: BuildResult = { title: 'T', files: undefined, diagnostics: [broken], locate: (path) => path };

const get = (path: string, init?: RequestInit) => fetch(new URL(path, server.url), init);

/** A request as typed: `fetch` would tidy up the path and the headers. */
function raw(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<[number, string]> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve([response.statusCode ?? 0, text]));
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('the dev server', () => {
  it.each([
    ['', 'home', 'text/html; charset=utf-8'],
    ['index.html', 'home', 'text/html; charset=utf-8'],
    ['index.html?x=1', 'home', 'text/html; charset=utf-8'],
    ['modules/gr%C3%B6%C3%9Fe.html', 'größe', 'text/html; charset=utf-8'],
    ['modules/größe', 'größe', 'text/html; charset=utf-8'],
    ['course.js', 'window.x=1', 'text/javascript; charset=utf-8'],
    ['media/clip.mp4', VIDEO, 'video/mp4'],
    ['media/clip.vtt', 'WEBVTT', 'text/vtt; charset=utf-8'],
    [DEV_SCRIPT, 'let client;', 'text/javascript; charset=utf-8'],
  ])('serves %s', async (path, text, type) => {
    preview.take(good());
    const response = await get(path);
    expect([response.status, await response.text()]).toEqual([200, text]);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=4-99', 206, '456789', 'bytes 4-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=0-1,4-5', 200, VIDEO, null],
    ['lines=1-2', 200, VIDEO, null],
    ['nonsense', 200, VIDEO, null],
  ])('answers the range %s', async (range, status, text, header) => {
    preview.take(good());
    for (const path of ['media/clip.mp4']) {
      const response = await get(path, { headers: { range } });
      expect([response.status, await response.text()]).toEqual([status, text]);
      expect(response.headers.get('content-range')).toBe(header);
    }
  });

  it.each([
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/media/..%2f..%2fclip.mp4',
    '/..\\clip.mp4',
    '/clip.mp4',
    '//etc/passwd',
    '/%00',
    '/__proto__',
  ])('has no way to the disk: %s', async (path) => {
    preview.take(good());
    expect(await raw(path)).toEqual([404, 'nothing here']);
  });

  it('refuses other names, other methods and broken addresses', async () => {
    preview.take(good());
    expect((await raw('/', { host: 'evil.example' }))[0]).toBe(403);
    expect((await raw('/', {}, 'POST'))[0]).toBe(405);
    expect((await raw('/%E0%A4%A'))[0]).toBe(400);
    expect((await raw('/media/gone.mp4'))[0]).toBe(500);
    expect((await raw('/'))[0]).toBe(200);
  });

  it('answers HEAD without a body', async () => {
    preview.take(good());
    const response = await get('media/clip.mp4', { method: 'HEAD' });
    expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([
      200,
      '10',
      '',
    ]);
  });

  it('says what is wrong, as text, while there is no good build', async () => {
    expect(await (await get('')).text()).toContain('Building the course');
    preview.take(bad);
    const response = await get('');
    const text = await response.text();
    expect(response.status).toBe(503);
    expect(text).toContain('modules/a.md:3:5');
    expect(text).toContain('No page &lt;script&gt;alert(1)&lt;/script&gt;.');
    expect(text).not.toContain('<script>alert');
  });

  it('keeps serving the last good build', async () => {
    preview.take(good('first'));
    preview.take(bad);
    expect(await (await get('')).text()).toBe('first');
    expect(preview.status).toMatchObject({
      version: 1,
      stale: true,
      problems: [{ place: 'modules/a.md:3:5' }],
    });
    preview.take(good('second'));
    expect(await (await get('')).text()).toBe('second');
    expect(preview.status).toEqual({ version: 2, stale: false, problems: [] });
  });

  it('tells open pages of each build', async () => {
    preview.take(good());
    const stop = new AbortController();
    const response = await get('__course/events', { signal: stop.signal });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let seen = '';
    const until = async (wanted: string) => {
      while (!seen.includes(wanted)) seen += (await reader?.read())?.value ?? '';
    };
    await until('"version":1');
    preview.take(bad);
    await until('"stale":true');
    preview.take(good());
    await until('"version":2');
    expect(seen).toContain('modules/a.md:3:5');
    stop.abort();
  });

  it('takes the next free port when the wanted one is taken', async () => {
    const second = await startServer(preview, { host: '127.0.0.1', port: server.port, client: '' });
    expect(second.port).toBeGreaterThan(server.port);
    await second.close();
  });

  it('closes at once, open connections included', async () => {
    const second = await startServer(preview, { host: '127.0.0.1', port: 0, client: '' });
    const socket = connect(second.port, '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await second.close();
    await closed;
    await expect(fetch(second.url)).rejects.toThrow();
  });
});
