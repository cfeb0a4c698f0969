import type { Page } from '../page.ts';
import type { Progress } from '../progress.ts';
import type { ProgressFile } from '../progress-file.ts';
import type { Trouble } from '../store/store.ts';
import type { Tools } from '../tools.ts';
import * as words from '../words.ts';
import { saveFile } from './save.ts';
import { addImport, contents, parseImport, readImport } from './transfer.ts';

/** Progress as a file, out of the course and into it. */
export interface TransferPart {
  /** That progress is not kept, with a button that saves it as a file; nothing where it is kept again, which is read out. */
  notice(page: Page, trouble: Trouble | 'separate' | ''): Node[];
  /** What goes into a progress file. */
  contents(progress: Progress): ProgressFile;
  /** Adds a progress file, or what one held; rejects with the reason when it is not one. */
  importFile(
    progress: Progress,
    file: unknown,
  ): Promise<{ readonly added: number; readonly skipped: number }>;
}

export function transferPart({ button, h }: Tools): TransferPart {
  return {
    contents,
    notice({ progress, announce, signal }, trouble) {
      if (trouble === '') {
        announce(words.storage.again);
        return [];
      }
      // The pages of the portable edition are one document: nothing is lost between them.
      const text =
        signal && trouble !== 'separate' ? words.storage.portable[trouble] : words.storage[trouble];
      // A region that was hidden is not read out by every browser when it is filled.
      announce(text);
      const save = () => saveFile(h, progress);
      return [h('p', {}, text), button(words.storage.save, save)];
    },
    async importFile(progress, file) {
      const { id } = progress.course;
      const read = file instanceof Blob ? await readImport(file, id) : parseImport(file, id);
      if ('type' in read) throw new TypeError(`course.import: ${read.type}`);
      return { added: (await addImport(progress, read, 'script')).length, skipped: read.skipped };
    },
  };
}
