/**
 * Adds to package-lock.json the optional packages of other platforms that npm left out. npm forgets them when they are
 * not installed or when a mirror does not carry them, and then `npm ci` refuses the lock everywhere. They are
 * never installed here, since their platform does not match. Run it after `npm install`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

export interface LockedPackage {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly dev?: boolean;
  readonly optional?: boolean;
}

export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const SYSTEMS: Readonly<Record<string, string>> = {
  android: 'android',
  darwin: 'darwin',
  macos: 'darwin',
  freebsd: 'freebsd',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  linux: 'linux',
  sunos: 'sunos',
  aix: 'aix',
  win32: 'win32',
  fsevents: 'darwin',
};
const PROCESSORS = [
  'arm64',
  'arm',
  'ia32',
  'x64',
  'ppc64',
  'riscv64',
  's390x',
  'loong64',
  'mips64el',
  'wasm32',
];

/** The optional packages that the lock asks for and does not hold: where they would be, and their exact version. */
export function missingOptional(lock: Lock): Map<string, string> {
  const missing = new Map<string, string>();
  for (const [place, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const nested = `${place}/node_modules/${name}`;
      const shared = `node_modules/${name}`;
      if (lock.packages[nested] === undefined && lock.packages[shared] === undefined)
        missing.set(shared, version);
    }
  }
  return missing;
}

/** What the lock should say of a package of another platform, told from its name. Throws when that says nothing. */
export function entryFor(place: string, version: string): LockedPackage {
  const words = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length).split(/[/-]/);
  const system = words.map((word) => SYSTEMS[word]).find((found) => found !== undefined);
  const processor = words
    .map((word) => PROCESSORS.find((cpu) => word === cpu))
    .find((found) => found !== undefined);
  if (system === undefined && processor !== 'wasm32') throw new Error(`${place}: for which platform is it?`);
  if (!/^\d/.test(version)) throw new Error(`${place}: ${version} is no exact version`);
  return {
    version,
    ...(processor !== undefined && { cpu: [processor] }),
    dev: true,
    optional: true,
    ...(words.includes('musl') && { libc: ['musl'] }),
    ...(system !== undefined && { os: [system] }),
  };
}

if (process.argv[1] === import.meta.filename) {
  const path = resolve(import.meta.dirname, '../package-lock.json');
  const lock: Lock = JSON.parse(readFileSync(path, 'utf8'));
  const added = [...missingOptional(lock)].map(
    ([place, version]) => [place, entryFor(place, version)] as const,
  );
  const packages = Object.entries({ ...lock.packages, ...Object.fromEntries(added) });
  packages.sort(([a], [b]) => a.localeCompare(b, 'en'));
  writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
  console.log(`${added.length} packages added to package-lock.json`);
}
