import { createReadStream, statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { lookup } from 'mrmime';
import parseRange from 'range-parser';
import type { OutputFile } from '../model/output.ts';

/** The media type of a file by its ending, with the character set where it is text. */
export function mediaType(path: string): string {
  const type = path.endsWith('.vtt') ? 'text/vtt' : (lookup(path) ?? 'application/octet-stream');
  return type.startsWith('text/') || type === 'application/json' ? `${type}; charset=utf-8` : type;
}

/** Sends a file of the site, or the part of it that was asked for: browsers cannot seek in a video otherwise. */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: OutputFile,
  options: { readonly status: number; readonly locate: (path: string) => string },
): void {
  const { content } = file;
  const bytes =
    typeof content === 'string' ? Buffer.from(content) : content instanceof Uint8Array ? content : undefined;
  const place = typeof content === 'object' && 'copy' in content ? options.locate(content.copy) : '';
  const size = bytes?.length ?? statSync(place).size;
  response.setHeader('Content-Type', mediaType(file.path));
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('X-Content-Type-Options', 'nosniff');

  const range = options.status === 200 ? wantedRange(request, size) : 'all';
  if (range === 'none') {
    response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end();
    return;
  }
  const { start, end } = range === 'all' ? { start: 0, end: size - 1 } : range;
  if (range !== 'all') response.setHeader('Content-Range', `bytes ${start}-${end}/${size}`);
  response.setHeader('Content-Length', end - start + 1);
  response.writeHead(range === 'all' ? options.status : 206);
  if (request.method === 'HEAD' || size === 0) response.end();
  else if (bytes !== undefined) response.end(bytes.subarray(start, end + 1));
  else {
    pipeline(createReadStream(place, { start, end }), response, (error) => {
      // The headers are out: all that is left is to break off, so that the browser notices.
      if (error) response.destroy();
    });
  }
}

/** One range as `start` and `end` (inclusive); several at once are answered with the whole, as RFC 9110 allows. */
function wantedRange(
  request: IncomingMessage,
  size: number,
): 'all' | 'none' | { start: number; end: number } {
  const header = request.headers.range;
  if (header === undefined || size === 0) return 'all';
  const ranges = parseRange(size, header, { combine: true });
  if (ranges === -1) return 'none';
  if (ranges === -2 || ranges.type !== 'bytes' || ranges.length !== 1) return 'all';
  return ranges[0] ?? 'all';
}
