import type { EditionKind } from '../model/edition.ts';

/** A kind with its article. */
export function aKind(kind: EditionKind): string {
  return ARTICLES[kind];
}

const ARTICLES: Readonly<Record<EditionKind, string>> = {
  module: 'a module',
  quiz: 'a quiz',
  section: 'a section',
  bank: 'a question bank',
  badge: 'a badge',
  competency: 'a competency',
  question: 'a question',
};
