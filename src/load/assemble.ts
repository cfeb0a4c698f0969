import { alwaysAsked, candidatesOf } from '../model/attempt.ts';
import type { Badge, Certificate, Competency, Course, Item } from '../model/course.ts';
import type { Finding } from '../model/diagnostic.ts';
import { type Edition, editionName } from '../model/edition.ts';
import type { CourseFiles, FileEntry } from '../model/files.ts';
import type { ItemId } from '../model/ids.ts';
import { readCondition } from './conditions.ts';
import { parseCourseFile } from './course-file.ts';
import { checkDraws } from './draws.ts';
import { readEditions, writtenRenames } from './editions.ts';
import { checkFolder, misnamedItems } from './folder.ts';
import type { ParsedGlossary } from './glossary.ts';
import { checkedId, titleFromId } from './ids.ts';
import { checkUnused, type ItemContext, readItems } from './items.ts';
import type { CarriedNames, LoadedCourse } from './loaded.ts';
import type { ReadLock } from './lock.ts';
import { Names } from './names.ts';
import { type Draft, draftPathway, type KnownId, walk } from './pathway.ts';
import { child, fields, share, sitedText, spansOf, text, whole } from './read.ts';
import { join } from './resolve.ts';
import { cappedByFile, head } from './schema/check.ts';
import { DEFAULT_SETTINGS, readSettings } from './settings.ts';
import type { PageSource, QuestionSource, QuizSource, Ref, SourceFile } from './source.ts';
import { SpanTable } from './spans.ts';
import type { Renames } from './suggest.ts';
import { clashes, firstById } from './unique.ts';
import type { YamlEntry, YamlMap } from './yaml.ts';

/** The compiled files of a folder. */
export interface CourseParts {
  /** course.yaml, where it could be decoded. */
  readonly course: SourceFile | undefined;
  readonly pages: readonly PageSource[];
  readonly quizzes: readonly QuizSource[];
  readonly glossary: ParsedGlossary | undefined;
  /** What course-lock.json says, where there is one. */
  readonly lock?: ReadLock;
  readonly files: readonly FileEntry[];
  readonly refused: ReturnType<CourseFiles['refused']>;
  /** Every decoded text by path. */
  readonly texts: ReadonlyMap<string, SourceFile>;
  /** What was found while decoding course.yaml and glossary.yaml; pages and quizzes carry their own. */
  readonly findings: readonly Finding[];
  /** The shares of a question's points that an answer can earn, ascending. Default: all or nothing. */
  readonly outcomes?: (question: QuestionSource) => readonly number[];
  /** Digests of what a question asks and of its answer, for editions. Default: none. */
  readonly digests?: (question: QuestionSource) => { readonly asks: string; readonly answer: string };
  /** The seconds that a video or audio file of the folder plays, for estimated minutes. Default: unknown. */
  readonly mediaSeconds?: (path: string) => number | undefined;
}

/**
 * Joins the parts of a folder into a course. Names that lead nowhere are left out of the course and stand among
 * the findings, which are those of every part.
 */
export function assemble(parts: CourseParts): LoadedCourse {
  const findings: Finding[] = [...parts.findings, ...checkFolder(parts.files, parts.refused)];
  for (const part of [...parts.pages, ...parts.quizzes]) findings.push(...part.findings);
  if (parts.glossary !== undefined) findings.push(...parts.glossary.findings);
  findings.push(...(parts.lock?.findings ?? []));
  const files = new Map(parts.files.map((entry) => [entry.path, entry]));
  const spans = new SpanTable();
  const unique = firstById(parts.pages, parts.quizzes);
  findings.push(...unique.findings, ...clashes(unique.pages, unique.quizzes));
  const source = parts.course === undefined ? undefined : parseCourseFile(parts.course);
  const renamed: Renames = source?.root === undefined ? new Map() : writtenRenames(source.root);
  findings.push(...cappedByFile(checkDraws(unique.quizzes, unique.pages, renamed)));
  findings.push(...(source?.findings ?? []));
  const site = source?.root === undefined ? undefined : readSettings(source.root);
  findings.push(...(site?.findings ?? []));
  const settings = site?.settings ?? DEFAULT_SETTINGS;
  const refs: Ref[] = [...(parts.glossary?.refs ?? []), ...(site?.refs ?? [])];
  const inCourse: Finding[] = [];
  const built =
    source?.root === undefined
      ? undefined
      : buildCourse(source.root, {
          timezone: settings.timezone,
          language: site?.language ?? 'en',
          spans,
          findings: inCourse,
          refs,
          pages: unique.pages,
          quizzes: unique.quizzes,
          misnamed: misnamedItems(parts.files),
          renamed,
          lock: parts.lock?.lock,
          outcomes: parts.outcomes ?? (() => [0, 1]),
          digests: parts.digests ?? (() => ({})),
          known: new Map(),
          mediaSeconds: (page) => secondsOn(page, files, parts.mediaSeconds),
        });
  findings.push(...cappedByFile(inCourse));
  return {
    course: built?.course,
    settings,
    pages: unique.pages,
    quizzes: unique.quizzes,
    glossary: parts.glossary?.entries ?? [],
    editions: built?.editions ?? { renamed: [], retired: [] },
    ...(parts.lock?.lock !== undefined && { lock: parts.lock.lock }),
    refs,
    files,
    texts: parts.texts,
    spans,
    findings,
  };
}

/** Seconds of video and audio on a page, as far as they are known. */
function secondsOn(
  page: PageSource,
  files: ReadonlyMap<string, FileEntry>,
  mediaSeconds: CourseParts['mediaSeconds'],
): number {
  if (mediaSeconds === undefined) return 0;
  const paths = new Set<string>();
  for (const { kind, target } of page.refs) {
    if (kind !== 'video' && kind !== 'audio') continue;
    const path = /^[a-z][a-z0-9+.-]*:/i.test(target) ? undefined : join(page.file, target);
    if (path !== undefined && files.has(path)) paths.add(path);
  }
  return [...paths].reduce((sum, path) => sum + (mediaSeconds(path) ?? 0), 0);
}

type Building = Omit<ItemContext, 'names' | 'resolve' | 'points' | 'courseTitle'> & {
  readonly language: string;
  readonly refs: Ref[];
  readonly misnamed: ReadonlyMap<ItemId, string>;
  readonly lock: Edition | undefined;
};

function buildCourse(
  root: YamlMap,
  building: Building,
): { readonly course: Course; readonly editions: CarriedNames } | undefined {
  const { findings, spans } = building;
  const pathway = child(root, 'pathway');
  const written = sitedText(child(root, 'id'));
  const id = checkedId(written?.value ?? 'course', written?.span ?? head(root), 'course');
  findings.push(...id.findings);
  // The schema has reported a pathway that is missing or no mapping.
  if (pathway?.kind !== 'map') return undefined;
  const title = text(child(root, 'title')) ?? titleFromId(id.id);

  const files = new Map<ItemId, KnownId>();
  for (const [key, { meta }] of building.pages)
    files.set(key, { kind: 'module', span: meta.id.span, title: meta.title.value });
  const banks = new Set<ItemId>();
  for (const [key, quiz] of building.quizzes) {
    if (quiz.bank) banks.add(key);
    else files.set(key, { kind: 'quiz', span: quiz.id.span, title: quiz.title.value });
  }
  const { misnamed, renamed: renames, lock } = building;
  const known = { files, banks, misnamed, renamed: renames, lock };
  const { root: draft, unknown, replaced } = draftPathway(pathway, known, findings);
  const drafts: Draft[] = [...walk(draft)];
  const competencies = keyed(root, 'competencies', 'competency', findings);
  const badges = keyed(root, 'badges', 'badge', findings);
  const names = new Names(
    drafts,
    { files: new Set(files.keys()), banks },
    new Set(competencies.keys()),
    new Set(badges.keys()),
    unknown,
    findings,
    new Map([...renames, ...replaced]),
  );
  const points = fields(child(root, 'points'));
  const context: ItemContext = {
    ...building,
    names,
    resolve: (name, kind, field) => names.resolve(name, kind, field),
    points: { module: whole(child(points, 'module'), 0) ?? 10, quiz: whole(child(points, 'quiz'), 0) ?? 20 },
    courseTitle: title,
  };
  const items = readItems(draft, context);
  checkUnused(new Set(items.map((item) => item.id)), context);
  const certificate = readCertificate(root, context);
  const complete = readCondition(child(root, 'complete'), context);
  const description = text(child(root, 'description'));
  const earned = readBadges(badges, building.refs, context);
  const isThere = namesThere(items, banks, earned, competencies);
  const { editions, findings: inEditions } = readEditions(root, { isThere, lock, written: renames });
  findings.push(...inEditions);
  const renamed = editions.renamed.map(({ from, to }) => [from.value, to.value]);
  const course: Course = {
    format: 1,
    id: id.id,
    title,
    language: building.language,
    ...(description === undefined ? {} : { description }),
    pathway: draft.id,
    items,
    competencies: readCompetencies(competencies, items, context),
    badges: earned,
    ...(certificate === undefined ? {} : { certificate }),
    ...(complete === undefined ? {} : { complete }),
    ...(renamed.length > 0 && { renamed: Object.fromEntries(renamed) }),
  };
  spans.set(course, head(root), spansOf(root.entries));
  return { course, editions };
}

/** Whether the course has something of a name, by what its pathway uses, and its banks. */
function namesThere(
  items: readonly Item[],
  banks: ReadonlySet<ItemId>,
  badges: readonly Badge[],
  competencies: ReadonlyMap<string, unknown>,
): (name: string) => boolean {
  const names = new Set<string>(banks);
  for (const item of items) {
    names.add(item.id);
    if (item.kind !== 'section') for (const { key } of item.questions) names.add(key);
  }
  for (const { id } of badges) names.add(editionName('badge', id));
  for (const id of competencies.keys()) names.add(editionName('competency', id));
  return (name) => names.has(name);
}

/** The entries of a mapping by id, those with ids that cannot be under a usable one. */
function keyed(
  root: YamlMap,
  field: string,
  of: 'competency' | 'badge',
  findings: Finding[],
): Map<string, YamlEntry> {
  const result = new Map<string, YamlEntry>();
  for (const [key, entry] of fields(child(root, field))) {
    const checked = checkedId(key, entry.key, of);
    findings.push(...checked.findings);
    if (!result.has(checked.id)) result.set(checked.id, entry);
  }
  return result;
}

/** How many questions must have been seen before mastery can be claimed, where the author does not say. */
const EVIDENCE = 3;
const MASTERY = 0.8;

function readCompetencies(
  entries: ReadonlyMap<string, YamlEntry>,
  items: readonly Item[],
  context: ItemContext,
): Competency[] {
  const tagged = new Map<string, number>();
  const add = (id: string, asked: number) => tagged.set(id, (tagged.get(id) ?? 0) + asked);
  for (const item of items) {
    if (item.kind === 'section') continue;
    for (const id of alwaysAsked(item).flatMap(({ competencies }) => competencies)) add(id, 1);
    for (const draw of (item.kind === 'quiz' && item.draws) || []) {
      const candidates = candidatesOf(item, draw);
      const ids = candidates.map(({ competencies }) => competencies);
      // Only what every attempt asks for certain: mastery must not hang on luck.
      for (const id of new Set(ids.flat()))
        add(id, Math.max(0, draw.count - ids.filter((each) => !each.includes(id)).length));
    }
  }
  return [...entries].map(([id, { key, value }]) => {
    const map = fields(value);
    const description = text(child(map, 'description'));
    const competency: Competency = {
      id,
      title: text(child(map, 'title')) ?? titleFromId(id),
      ...(description === undefined ? {} : { description }),
      mastery: share(child(map, 'mastery')) ?? MASTERY,
      // At least 1, so that nobody has mastered what no question asks.
      evidence: whole(child(map, 'evidence'), 1) ?? Math.max(1, Math.min(EVIDENCE, tagged.get(id) ?? 0)),
    };
    context.spans.set(competency, key, spansOf(map));
    return competency;
  });
}

function readBadges(entries: ReadonlyMap<string, YamlEntry>, refs: Ref[], context: ItemContext): Badge[] {
  return [...entries].flatMap(([id, { key, value }]) => {
    const map = fields(value);
    const image = sitedText(child(map, 'image'));
    if (image !== undefined) refs.push({ kind: 'image', target: image.value, span: image.span });
    const when = readCondition(child(map, 'when'), context);
    if (when === undefined) return [];
    const description = text(child(map, 'description'));
    const badge: Badge = {
      id,
      title: text(child(map, 'title')) ?? titleFromId(id),
      ...(description === undefined ? {} : { description }),
      ...(image === undefined ? {} : { image: image.value }),
      when,
    };
    context.spans.set(badge, key, spansOf(map));
    return [badge];
  });
}

function readCertificate(root: YamlMap, context: ItemContext): Certificate | undefined {
  const node = child(root, 'certificate');
  if (node?.kind !== 'map') return undefined;
  const when = readCondition(child(node, 'when'), context);
  const issuer = text(child(node, 'issuer'));
  const signatory = text(child(node, 'signatory'));
  const certificate: Certificate = {
    title: text(child(node, 'title')) ?? 'Certificate',
    ...(when === undefined ? {} : { when }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(signatory === undefined ? {} : { signatory }),
  };
  context.spans.set(certificate, head(node), spansOf(node.entries));
  return certificate;
}
