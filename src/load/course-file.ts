import type { Finding } from '../model/diagnostic.ts';
import { checkSchema } from './schema/check.ts';
import { courseValidator } from './schema/generated/validators.js';
import type { SourceFile } from './source.ts';
import { parseYaml, type YamlMap } from './yaml.ts';

/** course.yaml as a tree with spans, checked by its schema; what its names mean is for `assemble`. */
export interface CourseSource {
  readonly file: string;
  /** Undefined when the file cannot be parsed or is no mapping. */
  readonly root: YamlMap | undefined;
  readonly findings: readonly Finding[];
}

/** Reads course.yaml. Never throws on any text. */
export function parseCourseFile(file: SourceFile): CourseSource {
  const yaml = parseYaml(file.text, file.path);
  const findings = [...yaml.findings];
  const span = { file: file.path, start: 0, end: 0 };
  // An empty file lacks everything; one with a syntax error lacks nothing that can be known.
  const root =
    yaml.root ?? (findings.length === 0 ? ({ kind: 'map', entries: new Map(), span } as const) : undefined);
  if (root !== undefined) findings.push(...checkSchema(root, courseValidator));
  return { file: file.path, root: root?.kind === 'map' ? root : undefined, findings };
}
