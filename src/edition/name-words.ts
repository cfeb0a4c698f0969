import type { EditionName } from '../model/edition.ts';

/** A name as authors write it: badges and competencies by their ids. */
export function nameInWords(name: EditionName): string {
  return name.replace(/^(badge|competency):/, '');
}
