import type { Published } from '../../edition/diff.ts';
import type { SideFacts } from '../../edition/diff-json.ts';
import { editionOf } from '../../edition/edition.ts';
import { carriedNames, withPast } from '../../edition/lock.ts';
import { placesOfNames, questionsOf } from '../../edition/place.ts';
import { type Place, placesIn } from '../../explain/places.ts';
import { describe } from '../../lint/describe.ts';
import { dateIn } from '../../lint/story.ts';
import type { LoadedCourse } from '../../load/loaded.ts';
import type { Course } from '../../model/course.ts';
import type { EditionName } from '../../model/edition.ts';
import { Refusal } from '../../platform/refusal.ts';

/** One side of a comparison, wherever it came from. */
export interface Side {
  readonly published: Published;
  readonly facts: SideFacts;
  /** As a person would say it: `HEAD~1 (4f2a91c)`, `the site in public`. */
  readonly label: string;
  /** Where a name is written, as seen from the course folder. Undefined where that is not known. */
  readonly place: (name: EditionName) => Place | undefined;
  /** Put before the file of a place: `example-course/`, `HEAD~1:`. */
  readonly prefix: string;
  /** What a reader has to know to trust the comparison. */
  readonly notes: readonly string[];
  readonly date: (at: number) => string;
}

/** Which course a side is, and how it is named. */
export type Naming = Pick<Side, 'label' | 'prefix' | 'notes'> &
  Pick<SideFacts, 'kind' | 'from'> & { readonly commit?: string };

/** A side of sources that were read. Throws a `Refusal` where what they publish cannot be known. */
export function sideOfSources(loaded: LoadedCourse, naming: Naming): Side {
  const { course } = loaded;
  const { label, prefix, notes } = naming;
  const unreadable = [...loaded.pages.values(), ...loaded.quizzes.values()].find((each) => each.unreadable);
  if (course === undefined || unreadable) {
    const what = unreadable?.file ?? 'course.yaml';
    throw new Refusal(
      `${prefix}${what} cannot be read, so what ${label} publishes cannot be compared.`,
      naming.kind === 'folder'
        ? 'Run `course validate` to see what is wrong with it.'
        : 'Name another revision.',
    );
  }
  const carried = carriedNames(loaded.editions);
  const spanOf = placesOfNames(loaded);
  const placeOf = placesIn(loaded.texts);
  return {
    published: {
      edition: withPast(editionOf({ ...loaded, course }), loaded.lock, carried),
      course,
      questions: questionsOf(loaded),
      ...carried,
    },
    facts: factsOf(naming, course),
    label,
    prefix,
    place: (name) => {
      const span = spanOf(name);
      return span && placeOf(span);
    },
    notes: [...notes, ...faults(loaded, naming)],
    date: dateIn(loaded.settings.timezone),
  };
}

/** What programs hear of a side. */
export function factsOf(
  { kind, from, commit }: Naming,
  { id, title }: Pick<Course, 'id' | 'title'>,
): SideFacts {
  return { kind, from, ...(commit !== undefined && { commit }), course: { id, title } };
}

/** That what a side publishes may not be what was meant, and why. */
function faults({ findings, texts }: LoadedCourse, { label, prefix }: Naming): readonly string[] {
  const [first, ...more] = describe(findings, texts).filter(({ severity }) => severity === 'error');
  if (first === undefined) return [];
  const number = more.length === 0 ? 'an error' : `${more.length + 1} errors`;
  const it = more.length === 0 ? 'it' : 'them';
  return [
    `${label.replace(/^the /, 'The ')} has ${number}, so nothing of it can be built, and some of this may only follow from ${it}. ${prefix}${first.file}:${first.start.line}: ${first.message}`,
  ];
}
