import { type Edition, type EditionName, editionName, ownId } from '../model/edition.ts';

/** A name as course.yaml takes it: badges and competencies by their ids, unless an edition that had them had something else of that id as well. */
export function inCourseFile(name: EditionName, was: Edition | undefined): string {
  const id = ownId(name);
  if (id === name) return name;
  const others = [id, editionName('badge', id), editionName('competency', id)];
  return others.some((other) => other !== name && was?.entries.has(other)) ? name : id;
}
