/** Starts the browsers that the tests drive, and serves a folder to them. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { delimiter, extname, join, resolve, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import puppeteer, { type Browser as FirefoxBrowser } from 'puppeteer-core';

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** The first of these programs on the PATH; `variable` names an environment variable that overrides the search. */
function program(variable: string, names: readonly string[]): string {
  const named = process.env[variable];
  if (named) return named;
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of names) {
      const path = join(folder, name);
      try {
        accessSync(path, constants.X_OK);
        return path;
      } catch {
        // Not in this folder: look in the next.
      }
    }
  }
  throw new Error(
    `None of ${names.join(', ')} is on the PATH. Install one (apt-get install ${names[0]}), or say where it is with ${variable}.`,
  );
}

const chromiumProgram = () =>
  program('CHROMIUM', ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']);

/**
 * So many times slower than this machine are the browsers of the tests, by `COURSE_TEST_SLOW`: finds tests that do not
 * wait for what a page takes a moment for. Files then come late, and Chromium's pages get only a part of the processor.
 */
const SLOWNESS = Number(process.env.COURSE_TEST_SLOW ?? 1);

/** A fresh Chromium; the caller closes it. */
export async function launchChromium(flags: readonly string[] = []): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: chromiumProgram(),
    args: [...CHROMIUM_FLAGS, ...flags],
  });
  return SLOWNESS > 1 ? browser.on('context', slowDown) : browser;
}

function slowDown(context: BrowserContext): void {
  context.on('page', (page) => {
    const slow = async () => {
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWNESS });
    };
    slow().catch((error: unknown) => {
      if (!page.isClosed()) throw error;
    });
  });
}

export interface Profile {
  readonly context: BrowserContext;
  /** Ends the browser as a learner does. */
  close(): Promise<void>;
  /** Ends it as a crash does: every process of it at once. */
  kill(): Promise<void>;
}

/** Chromium with its profile in a folder, so that it can be closed, or killed, and opened again. */
export async function launchProfile(profile: string): Promise<Profile> {
  const flags = [...CHROMIUM_FLAGS, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`];
  // A group of its own, so that a kill reaches the helpers of the browser and nothing else.
  const child = spawn(chromiumProgram(), flags, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'exit');
  const { pid } = child;
  if (pid === undefined) throw new Error('Chromium did not start.');
  let address: string | undefined;
  for await (const line of createInterface({ input: child.stderr })) {
    address = /^DevTools listening on (ws:.*)$/.exec(line)?.[1];
    if (address) break;
  }
  if (!address) throw new Error('Chromium ended before it could be driven.');
  child.stderr.resume();
  const browser = await connect(address);
  const [context] = browser.contexts();
  if (!context) throw new Error('Chromium has no default context.');
  if (SLOWNESS > 1) slowDown(context);
  const gone = async () => {
    await ended;
    await browser.close();
  };
  return {
    context,
    async close() {
      const session = await browser.newBrowserCDPSession();
      // The answer may not come: the browser is closing.
      await Promise.race([session.send('Browser.close'), ended]);
      await gone();
    },
    async kill() {
      process.kill(-pid, 'SIGKILL');
      await gone();
    },
  };
}

/** On a busy machine the first handshake with a browser that has only just started may never be answered. */
async function connect(address: string, attempts = 3): Promise<Browser> {
  try {
    return await chromium.connectOverCDP(address, { timeout: 20_000 });
  } catch (error) {
    if (attempts === 1) throw error;
    return connect(address, attempts - 1);
  }
}

/**
 * A Firefox, driven by WebDriver BiDi, with its default rules for local files; the caller closes it. It is a fresh one,
 * unless `profile` names the folder of one that was there before.
 */
export function launchFirefox(
  profile?: string,
  preferences: Readonly<Record<string, boolean>> = {},
): Promise<FirefoxBrowser> {
  return puppeteer.launch({
    ...(profile !== undefined && { userDataDir: profile }),
    browser: 'firefox',
    executablePath: program('FIREFOX', ['firefox-esr', 'firefox']),
    headless: true,
    extraPrefsFirefox: { 'security.fileuri.strict_origin_policy': true, ...preferences },
  });
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.vtt': 'text/vtt; charset=utf-8',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.mp3': 'audio/mpeg',
};

export interface Served {
  /** The address of the folder, with a trailing slash. */
  readonly url: string;
  /** The paths that were asked for, in order. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** Serves a folder below a sub-path as a plain static host would: no rewriting, byte ranges for media. */
export async function serveFolder(folder: string, base = '/a/b/'): Promise<Served> {
  const root = resolve(folder);
  const requests: string[] = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent((request.url ?? '/').replace(/[?#].*$/, ''));
    requests.push(path);
    if (SLOWNESS > 1) await setTimeout(20 * SLOWNESS);
    const relative = path.startsWith(base) ? path.slice(base.length) : undefined;
    const file =
      relative === undefined ? undefined : resolve(root, relative.replace(/(^|\/)$/, '$1index.html'));
    const body =
      file?.startsWith(root + sep) === true ? await readFile(file).catch(() => undefined) : undefined;
    if (file === undefined || body === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
    if (range) {
      const from = Number(range[1]);
      const to = Math.min(range[2] ? Number(range[2]) : body.length - 1, body.length - 1);
      response.writeHead(206, {
        'content-type': type,
        'accept-ranges': 'bytes',
        'content-range': `bytes ${from}-${to}/${body.length}`,
      });
      response.end(body.subarray(from, to + 1));
      return;
    }
    response.writeHead(200, { 'content-type': type, 'accept-ranges': 'bytes' }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    requests,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** A folder that is removed after the work with it. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'coursewright-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
