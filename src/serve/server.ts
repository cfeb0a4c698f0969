import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { hostname } from 'node:os';
import { errorCode } from '../model/error-code.ts';
import { BUILD_TIMING } from './client/build-timing.ts';
import type { Status } from './client/status.ts';
import { isOwnHost } from './host.ts';
import type { Preview } from './preview.ts';
import { sendFile } from './respond.ts';
import { waitingPage } from './waiting.ts';

/** The address of the script that reloads pages and shows problems. */
export const DEV_SCRIPT = '/__course/client.js';
const EVENTS = '/__course/events';

/** How many ports are tried when the wanted one is taken. */
const PORT_TRIES = 20;

export interface ServerOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** The text of the client script. */
  readonly client: string;
}

export interface RunningServer {
  readonly port: number;
  /** For people: a name rather than an address where both work. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a preview. It has no way to a disk but through the files of the build, so that no path can lead
 * elsewhere. Takes the next free port when the wanted one is taken; throws the system's error otherwise.
 */
export async function startServer(preview: Preview, options: ServerOptions): Promise<RunningServer> {
  const own = isLoopback(options.host) ? [options.host] : [options.host, hostname(), `${hostname()}.local`];
  const server = createServer((request, response) => {
    try {
      answer(preview, options.client, own, request, response);
    } catch (error) {
      // A copied file may vanish between build and request.
      const reason = error instanceof Error ? error.message : String(error);
      if (response.headersSent) response.destroy();
      else plain(response, 500, `The file cannot be read: ${reason}`);
    }
  });
  const port = await listen(server, options);
  const name = isLoopback(options.host) ? 'localhost' : options.host;
  return {
    port,
    url: `http://${name.includes(':') ? `[${name}]` : name}:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(
  preview: Preview,
  client: string,
  own: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (!isOwnHost(request.headers.host, own)) {
    plain(response, 403, 'This server answers under its own name only.');
    return;
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    plain(response, 405, 'Only GET and HEAD.');
    return;
  }
  const path = decodePath(request.url ?? '/');
  if (path === undefined) plain(response, 400, 'That is not an address.');
  else if (path === EVENTS) streamStatus(preview, request, response);
  else if (path === DEV_SCRIPT) {
    sendFile(request, response, { path: 'client.js', content: client }, { status: 200, locate: (p) => p });
  } else sendPage(preview, path.slice(1), request, response);
}

function sendPage(preview: Preview, path: string, request: IncomingMessage, response: ServerResponse): void {
  const locate = (place: string) => preview.locate(place);
  response.setHeader('Server-Timing', `${BUILD_TIMING};desc="${preview.status.version}"`);
  if (!preview.ready) {
    const page = { path: 'waiting.html', content: waitingPage(preview.status, DEV_SCRIPT) };
    sendFile(request, response, page, { status: 503, locate });
    return;
  }
  const file = preview.find(path);
  const missing = file === undefined ? preview.find('404.html') : undefined;
  if (file !== undefined) sendFile(request, response, file, { status: 200, locate });
  else if (missing !== undefined) sendFile(request, response, missing, { status: 404, locate });
  else plain(response, 404, 'There is no such page.');
}

/** The path of a request, percent signs decoded; undefined when they make no sense. */
function decodePath(url: string): string | undefined {
  const path = url.replace(/[?#].*$/s, '');
  if (!path.startsWith('/')) return undefined;
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** Server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html): the status now and at each change. */
function streamStatus(preview: Preview, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  const send = (status: Status) => response.write(`data: ${JSON.stringify(status)}\n\n`);
  response.write('retry: 500\n\n');
  send(preview.status);
  const unsubscribe = preview.subscribe(send);
  request.on('close', unsubscribe);
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`${text}\n`);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

async function listen(server: Server, { host, port }: ServerOptions): Promise<number> {
  for (let tries = 0; ; tries++) {
    try {
      return await listenOn(server, host, port === 0 ? 0 : port + tries);
    } catch (error) {
      const taken = errorCode(error) === 'EADDRINUSE';
      if (!taken || tries + 1 >= PORT_TRIES || port + tries >= 65535) throw error;
    }
  }
}

function listenOn(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
