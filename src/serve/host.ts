import { isIP } from 'node:net';

/**
 * Whether a request's `Host` header names this machine. A page of a hostile site can let its own name point
 * at 127.0.0.1 (DNS rebinding) and then read what is served here; its name stands in the header, so names
 * that are not ours are refused. Addresses in numbers cannot be rebound. `own` are further names to accept.
 */
export function isOwnHost(header: string | undefined, own: readonly string[]): boolean {
  if (header === undefined) return false;
  const name = hostName(header);
  if (name === undefined) return false;
  if (name === 'localhost' || name.endsWith('.localhost')) return true;
  return isIP(name) !== 0 || own.some((host) => host.toLowerCase() === name);
}

/** `[::1]:80` → `::1`, `A.b:80` → `a.b`; undefined for what is no host. */
function hostName(header: string): string | undefined {
  const found = /^(?:\[([0-9a-f:.]+)\]|([^\s/@:[\]]+))(?::\d{1,5})?$/i.exec(header);
  return (found?.[1] ?? found?.[2])?.toLowerCase();
}
