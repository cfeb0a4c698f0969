import { type IdProblem, MAX_ID_LENGTH } from '../model/ids.ts';

/** What is wrong with an id, as the rest of a sentence that begins with the id. */
export function problemInWords(problem: IdProblem): string {
  switch (problem) {
    case 'empty':
      return 'is empty';
    case 'too-long':
      return `is longer than ${MAX_ID_LENGTH} characters, and ids become file names`;
    case 'reserved':
      return 'is a name that browsers keep for themselves';
    case 'characters':
      return 'has characters that an address or a file name cannot have';
    case 'windows-name':
      return 'is a name that Windows keeps for itself, so its page could not be stored there';
  }
}
