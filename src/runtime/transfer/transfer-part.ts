import type { Progress } from '../progress.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';
import { download } from './download.ts';
import { exportFile, type Import, type ImportProblem, parseImport, readImport } from './transfer.ts';

/** Progress as a file, out of the course and into it. */
export interface TransferPart {
  /** That progress is not kept, with a button that saves it as a file. */
  notice(progress: Progress, trouble: 'refused' | 'full' | 'separate'): Node[];
  /** Reads a file that somebody chose, which may be anything. */
  readImport(file: Blob, course: string): Promise<Import | ImportProblem>;
  /** Reads what a file held. */
  parseImport(data: unknown, course: string): Import | ImportProblem;
}

export function transferPart({ button, h }: Tools): TransferPart {
  return {
    notice(progress, trouble) {
      const save = () => download(h, exportFile(progress));
      return [h('p', {}, words.storage[trouble]), button(words.storage.save, save)];
    },
    readImport,
    parseImport,
  };
}
