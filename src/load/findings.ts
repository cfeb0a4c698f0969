import type { Finding } from '../model/diagnostic.ts';
import type { RefusedReason } from '../model/files.ts';
import type { IdProblem } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import type { SyntaxCause } from './yaml-cause.ts';

/**
 * Everything that loading can find wrong, with the facts of each. The words stand in the rule of the same
 * id; a field is named as in the file (`pathway.items[2].when`), a file by the finding's span.
 */
export interface LoadFindings {
  /** A byte that is not UTF-8. `byte` is its 0-based place in the file, `value` the byte. The file is not read. */
  'file/invalid-utf8': { readonly byte: number; readonly value: number };
  /** The file is not read. */
  'file/too-large': { readonly bytes: number; readonly limit: number };
  /** The file system refused an entry of the folder. */
  'file/refused': { readonly reason: RefusedReason };
  /** A file that is not read because of its ending, such as `quizzes/a.yml`. */
  'file/extension': { readonly found: string; readonly expected: string };

  /** `character` as `U+001B`, the first of `total` in the file or, in YAML escapes, in the value. */
  'text/control-character': { readonly character: string; readonly total: number };
  /** A mark that changes the direction of writing, without its partner on the line. */
  'text/unclosed-direction': { readonly character: string; readonly total: number };

  /** One a file: the cause, not what follows from it. `detail` is the yaml package's own English sentence. */
  'yaml/syntax': { readonly cause: SyntaxCause; readonly detail: string; readonly instead?: string };
  /** `*name`: aliases can blow up a small file. `merge` for `<<: *name`. */
  'yaml/alias': { readonly name: string };
  /** `!!js/function`, `!!binary`, `!x`. */
  'yaml/unknown-tag': { readonly tag: string };
  /** The first one stands under `related`. */
  'yaml/duplicate-key': { readonly key: string };
  /** A key that is a list, a mapping or empty. */
  'yaml/complex-key': { readonly found: 'a list' | 'a mapping' | 'empty' };
  'yaml/too-deep': { readonly limit: number };

  /** Front matter in a programming language: refused, never run. */
  'front-matter/code': { readonly language: string };
  /** Something other than a bare `---` opens it, or nothing closes it. */
  'front-matter/fence':
    | { readonly problem: 'language'; readonly found: string }
    | { readonly problem: 'unclosed' }
    /** Below blank lines (`late`), or between `+++` (`toml`): it would be read as text of the page. */
    | { readonly problem: 'late' | 'toml' };

  /** `owner` in words with its article ("a linear section"); `elsewhere` names owners that do have the field. */
  'schema/unknown-field': {
    readonly field: string;
    readonly key: string;
    readonly owner: string;
    readonly known: readonly string[];
    readonly suggestion?: string;
    readonly elsewhere: readonly string[];
    /** `1.5` for a field `5` behind a `1`: a comma for the decimals, where it parts fields. */
    readonly decimal?: string;
    /** It is the name of a question type: the fields to write in its place. */
    readonly instead?: readonly string[];
  };
  /**
   * `name` is the field in an author's words, with backticks; `expected` in words with its article ("a share such as 80% or 0.8"),
   * `found` too ("a list"); `suggestion` is what to write.
   */
  'schema/wrong-type': {
    readonly field: string;
    readonly name: string;
    readonly expected: string;
    readonly found: string;
    readonly suggestion?: string;
  };
  /** `expected` says in words what the value would be. */
  'schema/missing-field': {
    readonly field: string;
    readonly key: string;
    readonly owner: string;
    readonly expected?: string;
    /** For ids: one that fits. */
    readonly suggestion?: string;
  };
  /** The right type, but not a value that can be. `allowed` only where the values can be listed. */
  'schema/bad-value': {
    readonly field: string;
    readonly name: string;
    readonly value: string;
    readonly expected: string;
    readonly allowed?: readonly string[];
    readonly suggestion?: string;
  };
  /** A list, mapping or text that must not be empty. */
  'schema/empty': {
    readonly field: string;
    readonly name: string;
    readonly expected: string;
    /** What stands behind a `#` in its place. */
    readonly comment?: string;
  };
  /** Fields that exclude each other. */
  'schema/conflict': { readonly owner: string; readonly fields: readonly string[] };
  /** More schema errors than are reported in one file. */
  'schema/too-many': { readonly shown: number; readonly hidden: number };

  /** `from` says whether the author wrote it or the file's path made it; `suggestion` is the id used meanwhile. */
  'id/invalid': {
    readonly id: string;
    readonly problem: IdProblem;
    readonly of:
      | 'course'
      | 'module'
      | 'quiz'
      | 'section'
      | 'question'
      | 'option'
      | 'competency'
      | 'badge'
      | 'renamed'
      | 'retired';
    readonly from: 'field' | 'path';
    readonly suggestion: string;
  };
  /** Two things of one id; the first stands under `related`, and is the one that is used. */
  'id/duplicate': {
    readonly id: string;
    readonly kind: 'module' | 'quiz' | 'section';
    readonly first: 'module' | 'quiz' | 'section';
  };
  /** Two ids that need the same file or folder on Windows or macOS: equal up to letter case, or `a` and `a.html/b`. */
  'id/clash': { readonly id: string; readonly other: string; readonly reason: 'case' | 'folder' };

  'course/missing': { readonly found?: string };
  'course/unknown-timezone': { readonly value: string; readonly suggestion?: string };
  'course/unknown-language': { readonly value: string };

  /**
   * The pathway names a module or quiz that is not there. `folded`: several entries that became one text; `misnamed`: the file
   * that has the name and not the ending. `replaced`: the file that was meant is clear, and is used meanwhile.
   */
  'pathway/unknown-item': {
    readonly id: string;
    readonly section: string;
    readonly suggestion?: string;
    readonly replaced?: true;
    readonly folded?: readonly string[];
    readonly misnamed?: string;
  };
  /** An item may stand in the pathway once; the first place stands under `related`. */
  'pathway/repeated-item': { readonly id: string; readonly section: string };
  /** A route names something that is not an option of its section. */
  'pathway/unknown-option': {
    readonly id: string;
    readonly section: string;
    readonly options: readonly string[];
    readonly suggestion?: string;
  };
  /** `finish:` names a quiz that does not stand in the section. */
  'pathway/finish-outside': { readonly quiz: string; readonly section: string };
  /** `choose: n` with fewer than n options. */
  'pathway/choose-too-many': { readonly section: string; readonly choose: number; readonly options: number };

  /**
   * A condition, `review`, `finish` or a competency list names what does not exist, or what is of another kind
   * (`found`). `field` is the key that names it: `passed`, `review`, `mastered`, …
   */
  'reference/unknown': {
    readonly id: string;
    readonly field: string;
    /** A page is a module or quiz. */
    readonly expected: 'item' | 'page' | 'quiz' | 'option' | 'competency' | 'badge';
    readonly found?: 'module' | 'quiz' | 'section' | 'question bank' | 'not in the pathway';
    readonly suggestion?: string;
    /** What has another name now: it is used meanwhile. */
    readonly replaced?: true;
  };

  /** `score: q` or `attempts: q` without its bound. */
  'condition/no-bound': { readonly key: 'score' | 'attempts' | 'points'; readonly needs: readonly string[] };
  /** `from` or `below` with nothing, or with two things, that it could belong to. */
  'condition/stray-bound': { readonly bound: 'from' | 'below'; readonly subjects: readonly string[] };
  /** `from: 80%, below: 60%`: no score is both. */
  'condition/empty-range': { readonly from: number; readonly below: number };
  /** A day or a time that the calendar does not have, such as 2026-02-30. */
  'condition/no-such-date': { readonly value: string };

  /** Questions need an id, since answers hang on it; `fix` inserts the suggestion. */
  'question/missing-id': { readonly suggestion: string };
  'question/duplicate-id': { readonly id: string };
  /** Two options of one question with the same id, or the same text. */
  'question/duplicate-option': { readonly question: string; readonly id: string; readonly by: 'id' | 'text' };

  /**
   * A draw names what is no bank: nothing of that id, a module, or a quiz, whose `file` may lack `bank: true`.
   */
  'draw/unknown-bank': {
    readonly id: string;
    readonly found?: 'module' | 'quiz';
    readonly file?: string;
    readonly suggestion?: string;
  };
  /**
   * No question of the banks is what the draw asks for; `taken` would be, but an earlier draw of the quiz has them. `known` are the
   * tags in the banks, `suggestion` the one that was probably meant.
   */
  'draw/nothing': DrawAsks & { readonly known: readonly string[]; readonly suggestion?: string };
  /** More than there are: `size` questions of the banks match, those that an earlier draw has not counted. */
  'draw/too-large': DrawAsks & { readonly count: number; readonly size: number };
  /** What the candidates are worth, ascending, where the draw does not say; with 0 among them some are not graded. */
  'draw/points-differ': { readonly points: readonly number[] };
  /** Some questions match, and this tag none of them: with the tags in the banks. */
  'draw/unknown-tag': {
    readonly tag: string;
    readonly known: readonly string[];
    readonly suggestion?: string;
  };
  /** A question of a bank that is drawn from, which fits none of the draws. `wanted`: the tags that they ask for. */
  'draw/never-drawn': {
    readonly question: string;
    readonly bank: string;
    readonly tags: readonly string[];
    readonly wanted: readonly string[];
    readonly suggestion?: string;
  };
  /** A bank holds questions, no draws. */
  'draw/in-bank': { readonly bank: string };
  /** A bank is no item. */
  'pathway/bank': { readonly id: string; readonly section: string };

  /**
   * The lock file says nothing: it is no JSON (`conflict`: marks of a merge), not one of ours (`format`), of a later `version`, too large, has an entry
   * that makes no sense, or two of one name.
   */
  'edition/bad-lock':
    | { readonly problem: 'conflict' | 'syntax' | 'format' | 'too-many' }
    | { readonly problem: 'version'; readonly version: number }
    | { readonly problem: 'entry' | 'twice'; readonly name: string };

  /** Two terms that differ only in letter case or punctuation, so that links cannot tell them apart. */
  'glossary/duplicate-term': { readonly term: string; readonly first: string };
}

/** What a draw asks for. */
export interface DrawAsks {
  readonly banks: readonly string[];
  readonly tags: readonly string[];
  readonly difficulties: readonly string[];
  readonly taken: number;
}

export type LoadRule = keyof LoadFindings;

/** Makes a finding whose args fit its rule. */
export function found<Id extends LoadRule>(
  rule: Id,
  span: Span,
  args: LoadFindings[Id],
  extra: Pick<Finding, 'related' | 'fix'> = {},
): Finding<Id, LoadFindings[Id]> {
  return { rule, args, span, ...extra };
}
