import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { editionOfCourse } from '../../edition/course-edition.ts';
import { parseManifest } from '../../edition/manifest.ts';
import type { Course } from '../../model/course.ts';
import type { Edition } from '../../model/edition.ts';
import { isPortable } from '../../platform/portable-marker.ts';
import { Refusal } from '../../platform/refusal.ts';
import { shortPath } from '../path.ts';
import { readEditionFile, readText } from './folder.ts';
import { factsOf, type Naming, type Side } from './side.ts';

/** Larger manifests are not read. A portable file is as large as its media, and a text in memory hardly larger than this. */
const LARGEST_MANIFEST = 128 * 1024 * 1024;
const LARGEST_PORTABLE = 500 * 1024 * 1024;

/** A site that course built: its names by `edition.json`, its rules by its manifest. */
export function sideOfSite(dir: string): Side {
  const manifest = join(dir, 'course.js');
  const course = existsSync(manifest) ? readManifest(manifest, LARGEST_MANIFEST) : undefined;
  const list = join(dir, 'edition.json');
  const edition = existsSync(list) ? readEditionFile(list) : undefined;
  const short = shortPath(dir);
  if (course === undefined && edition === undefined)
    throw new Refusal(
      `The site in ${short} has no manifest that this version of course can read.`,
      'Build it again, or compare with the sources that it was built from.',
    );
  const label = `the site in ${short}`;
  return sideOf({ kind: 'site', from: dir, label, prefix: '', notes: [] }, course, edition);
}

/** A portable edition: one HTML file that carries its manifest. */
export function sideOfPortable(path: string, isRevision: boolean): Side {
  const short = shortPath(path);
  const course = isPortable(path) ? readManifest(path, LARGEST_PORTABLE) : undefined;
  if (course === undefined)
    throw new Refusal(
      `${short} is no portable course that this version of course can read.`,
      isRevision
        ? `If you mean the revision, write \`${path}:\`.`
        : 'Name a course folder, a built site, a revision, or a file that `course build --portable` made.',
    );
  return sideOf({ kind: 'portable', from: path, label: short, prefix: '', notes: [] }, course, undefined);
}

function readManifest(path: string, most: number): Course | undefined {
  return parseManifest(readText(path, most, 'a course that can be compared'));
}

function sideOf(naming: Naming, course: Course | undefined, listed: Edition | undefined): Side {
  const { label, prefix, notes } = naming;
  const edition = listed ?? (course && editionOfCourse(course));
  if (edition === undefined) throw new Error('A site has a manifest or a list of names.');
  // The list of a site also remembers what earlier editions had, and why it is gone.
  const retired = [...edition.entries].filter(([, { gone }]) => gone === 'retired').map(([name]) => name);
  return {
    published: {
      edition,
      ...(course && { course }),
      renamed: new Map(Object.entries(course?.renamed ?? {})),
      retired: new Set(retired),
    },
    facts: factsOf(naming, { id: edition.course, title: edition.title }),
    label,
    prefix,
    place: () => undefined,
    notes: [
      ...notes,
      ...(course === undefined
        ? [
            `${label.replace(/^the /, 'The ')} has no manifest that can be read, so its rules are not compared.`,
          ]
        : []),
    ],
    date: (at) => new Date(at).toISOString().slice(0, 16).replace('T', ' '),
  };
}
