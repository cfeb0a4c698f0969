import { assemble } from '../../src/load/assemble.ts';
import { type SourceKind, sourceKind } from '../../src/load/folder.ts';
import { parseGlossary } from '../../src/load/glossary.ts';
import type { LoadedCourse } from '../../src/load/loaded.ts';
import { parseModuleMeta } from '../../src/load/module.ts';
import { parseQuiz } from '../../src/load/quiz.ts';
import type { FragmentCompiler, PageSource, SourceFile } from '../../src/load/source.ts';
import type { Finding } from '../../src/model/diagnostic.ts';
import { questionTools } from '../../src/questions/read.ts';

/** Stands in for the Markdown compiler: loading must not depend on what it makes. */
export const verbatim: FragmentCompiler = (text, place) => ({
  html: text,
  text,
  span: { file: place.file, start: place.toFile(0), end: place.toFile(text.length) },
});

/** A course from files by path; modules have front matter and 500 words, but no compiled body. */
export function loadFolder(files: Readonly<Record<string, string>>): LoadedCourse {
  const texts = new Map<string, SourceFile>();
  for (const [path, text] of Object.entries(files)) texts.set(path, { path, text });
  const sources = [...texts.values()];
  const of = (kind: SourceKind) => sources.filter((file) => sourceKind(file.path) === kind);
  const glossary = texts.get('glossary.yaml');
  return assemble({
    course: texts.get('course.yaml'),
    pages: of('module').map(page),
    quizzes: of('quiz').map((file) => parseQuiz(file, verbatim, questionTools)),
    glossary: glossary && parseGlossary(glossary, verbatim),
    files: sources.map(({ path, text }) => ({ path, bytes: text.length, modified: 0 })),
    refused: [],
    texts,
    findings: [],
  });
}

function page(file: SourceFile): PageSource {
  const { meta, findings } = parseModuleMeta(file);
  return {
    file: file.path,
    meta,
    html: '',
    headings: [],
    refs: [],
    questions: [],
    anchors: [],
    words: 500,
    questionWords: 0,
    excerpt: '',
    uses: { math: false, code: false, media: false, tabs: false },
    findings,
  };
}

/** Findings as `rule «the text at its span»`, in the order of the text. */
export function shown(findings: readonly Finding[], text: string): string[] {
  return [...findings]
    .sort((a, b) => a.span.start - b.span.start)
    .map((finding) => `${finding.rule} «${text.slice(finding.span.start, finding.span.end)}»`);
}
