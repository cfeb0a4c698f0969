import type { Finding } from '../model/diagnostic.ts';
import type { ItemId } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import { found } from './findings.ts';
import type { PageSource, QuizSource } from './source.ts';

/** Modules and quizzes by id, in the order of their paths; the second of an id is left out with a finding. */
export function firstById(
  pages: readonly PageSource[],
  quizzes: readonly QuizSource[],
): {
  readonly pages: ReadonlyMap<ItemId, PageSource>;
  readonly quizzes: ReadonlyMap<ItemId, QuizSource>;
  readonly findings: readonly Finding[];
} {
  const findings: Finding[] = [];
  const first = new Map<ItemId, { kind: 'module' | 'quiz'; span: Span }>();
  const claim = (id: ItemId, kind: 'module' | 'quiz', span: Span): boolean => {
    const before = first.get(id);
    if (before === undefined) {
      first.set(id, { kind, span });
      return true;
    }
    const related = [{ message: `The ${before.kind} of that id`, span: before.span }];
    findings.push(found('id/duplicate', span, { id, kind, first: before.kind }, { related }));
    return false;
  };
  const byPath = (a: { file: string }, b: { file: string }) =>
    a.file < b.file ? -1 : a.file > b.file ? 1 : 0;
  const pageMap = new Map<ItemId, PageSource>();
  for (const page of [...pages].sort(byPath)) {
    if (claim(page.meta.id.value, 'module', page.meta.id.span)) pageMap.set(page.meta.id.value, page);
  }
  const quizMap = new Map<ItemId, QuizSource>();
  for (const quiz of [...quizzes].sort(byPath)) {
    if (claim(quiz.id.value, 'quiz', quiz.id.span)) quizMap.set(quiz.id.value, quiz);
  }
  return { pages: pageMap, quizzes: quizMap, findings };
}

/**
 * Ids whose pages need the same file on file systems that ignore letter case and Unicode normal forms
 * (Windows, macOS), or a file where another page needs a folder: `a` with `a.html/b`.
 */
export function clashes(
  pages: ReadonlyMap<ItemId, PageSource>,
  quizzes: ReadonlyMap<ItemId, QuizSource>,
): Finding[] {
  const modules = [...pages.values()].map((page) => page.meta.id);
  const checks = [...quizzes.values()].map((quiz) => quiz.id);
  return [modules, checks].flatMap(clashesIn);
}

function clashesIn(ids: readonly { readonly value: ItemId; readonly span: Span }[]): Finding[] {
  const findings: Finding[] = [];
  const files = new Map<string, { value: ItemId; span: Span }>();
  for (const id of ids) {
    const file = `${folded(id.value)}.html`;
    const other = files.get(file);
    if (other === undefined) {
      files.set(file, id);
      continue;
    }
    findings.push(clash(id, other, 'case'));
  }
  for (const id of ids) {
    const parts = folded(id.value).split('/');
    for (let n = 1; n < parts.length; n++) {
      const other = files.get(parts.slice(0, n).join('/'));
      if (other !== undefined) findings.push(clash(id, other, 'folder'));
    }
  }
  return findings;
}

function clash(
  id: { value: ItemId; span: Span },
  other: { value: ItemId; span: Span },
  reason: 'case' | 'folder',
): Finding {
  const related = [{ message: 'The other one', span: other.span }];
  return found('id/clash', id.span, { id: id.value, other: other.value, reason }, { related });
}

function folded(id: ItemId): string {
  return id.normalize('NFC').toLowerCase();
}
