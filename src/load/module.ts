import type { DoneRule } from '../model/course.ts';
import type { Finding } from '../model/diagnostic.ts';
import type { Span } from '../model/span.ts';
import { readFrontMatter } from './front-matter.ts';
import { checkedId, idDespiteErrors, idFromPath, titleFromId } from './ids.ts';
import { child, fields, number, share, sitedText, sitedTexts, text, whole } from './read.ts';
import { capped, checkSchema } from './schema/check.ts';
import { moduleValidator } from './schema/generated/validators.js';
import type { ModuleMeta, PageSource, SourceFile } from './source.ts';
import type { YamlNode } from './yaml.ts';

export interface ParsedModule {
  /** Where `titled` is false, the title is made from the file's name: the page's first heading is better. */
  readonly meta: ModuleMeta;
  readonly titled: boolean;
  /** The offset in the file at which the page itself begins. */
  readonly body: number;
  readonly findings: readonly Finding[];
}

/** Reads the front matter of a module. Never throws: what cannot be read gets its default and a finding. */
export function parseModuleMeta(file: SourceFile): ParsedModule {
  const front = readFrontMatter(file);
  const findings = [...front.findings];
  if (front.root !== undefined) findings.push(...checkSchema(front.root, moduleValidator));
  const map = fields(front.root);
  const start: Span = { file: file.path, start: 0, end: 0 };
  const id =
    front.root === undefined && findings.length > 0
      ? idDespiteErrors(file.text.slice(0, front.body), file.path)
      : sitedText(child(map, 'id'));
  const fallback = idFromPath(file.path, 'modules');
  const checked = checkedId(id?.value ?? fallback, id?.span ?? start, 'module', id ? 'field' : 'path');
  findings.push(...checked.findings);
  const title = sitedText(child(map, 'title'));
  const description = text(child(map, 'description'));
  const minutes = number(child(map, 'minutes'), 0);
  const points = whole(child(map, 'points'), 0);
  const meta: ModuleMeta = {
    id: { value: checked.id, span: id?.span ?? start },
    title: title ?? { value: titleFromId(fallback), span: start },
    ...(description === undefined ? {} : { description }),
    ...(minutes === undefined ? {} : { minutes }),
    ...(points === undefined ? {} : { points }),
    done: doneRule(child(map, 'done')),
    competencies: sitedTexts(child(map, 'competencies')),
  };
  return { meta, titled: title !== undefined, body: front.body, findings: capped(findings) };
}

/** A page whose file could not be decoded: its id still exists, so nothing else is said to be missing. */
export function unreadablePage(path: string, findings: readonly Finding[]): PageSource {
  const { meta, findings: more } = parseModuleMeta({ path, text: '' });
  return {
    file: path,
    meta,
    html: '',
    headings: [],
    refs: [],
    questions: [],
    anchors: [],
    words: 0,
    questionWords: 0,
    excerpt: '',
    uses: { math: false, code: false, media: false, tabs: false },
    findings: [...findings, ...more],
    unreadable: true,
  };
}

function doneRule(node: YamlNode | undefined): DoneRule {
  if (node?.kind === 'map') {
    const watched = share(child(node, 'video'));
    return watched === undefined ? { type: 'view' } : { type: 'video', share: watched };
  }
  const value = text(node);
  if (value === 'questions' || value === 'manual') return { type: value };
  const percent = value === undefined ? null : /^video: ?(\d{1,3})%$/.exec(value);
  return percent === null ? { type: 'view' } : { type: 'video', share: Number(percent[1]) / 100 };
}
