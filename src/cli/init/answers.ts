import type { SectionType } from '../../model/course.ts';
import { idProblem } from '../../model/ids.ts';

/** The five shapes with what each gives learners, in the order of growing freedom. */
export const SHAPES: readonly {
  readonly shape: SectionType;
  readonly label: string;
  readonly hint: string;
}[] = [
  { shape: 'linear', label: 'Linear', hint: 'one after the other; the next part starts by itself' },
  { shape: 'hurdles', label: 'Linear with hurdles', hint: 'quizzes on the way have to be passed' },
  { shape: 'random-access', label: 'Random access', hint: 'any order; a final quiz ends it' },
  {
    shape: 'static-branching',
    label: 'Static branching',
    hint: 'choose which branch comes first; do them all',
  },
  { shape: 'dynamic-branching', label: 'Dynamic branching', hint: 'a quiz or the learner chooses the way' },
];

/** Stands in where a title gives no id. */
export const PLAIN_ID = 'course';

/** A course id made of a title: `Bread, at home!` → `bread-at-home`; undefined where the title gives none. */
export function idFromTitle(title: string): string | undefined {
  const id = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return idProblem(id) === undefined ? id : undefined;
}

/** A title made of a folder's name: `bread-at_home` → `Bread at home`. */
export function titleFromFolder(name: string): string {
  const words = name.replace(/[-_.\s]+/g, ' ').trim();
  return words === '' ? 'My course' : words.charAt(0).toUpperCase() + words.slice(1);
}

/** What is wrong with an answer, in words; undefined when it is fine. */
export const problem = {
  title(text: string | undefined): string | undefined {
    if (text === undefined || text.trim() === '') return 'A course needs a title.';
    return /\p{Cc}/u.test(text) ? 'A title is one line of text.' : undefined;
  },
  id(text: string | undefined): string | undefined {
    switch (idProblem(text ?? '')) {
      case undefined:
        return (text ?? '').includes('/') ? 'A course id has no `/`.' : undefined;
      case 'empty':
        return 'An id is needed: learners’ progress is kept under it.';
      case 'too-long':
        return 'An id has at most 120 characters.';
      case 'reserved':
      case 'windows-name':
        return `\`${text}\` cannot be an id, because browsers or Windows use that name themselves.`;
      case 'characters':
        return 'An id is made of letters, digits, `-`, `_` and `.`, and starts with a letter or digit.';
    }
  },
  language(text: string | undefined): string | undefined {
    try {
      return Intl.getCanonicalLocales(text ?? '').length === 1 ? undefined : NO_LANGUAGE;
    } catch (error) {
      if (error instanceof RangeError) return NO_LANGUAGE;
      throw error;
    }
  },
  accent(text: string | undefined): string | undefined {
    return /^#[0-9a-f]{6}$/i.test(text ?? '')
      ? undefined
      : 'A colour is written as #rrggbb, such as #0b6e4f.';
  },
};

const NO_LANGUAGE = 'A language is a BCP 47 tag such as en, de or pt-BR.';
