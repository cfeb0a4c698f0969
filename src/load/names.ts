import type { Finding } from '../model/diagnostic.ts';
import type { ItemId } from '../model/ids.ts';
import type { NamedKind } from './conditions.ts';
import { found } from './findings.ts';
import { safeId } from './ids.ts';
import type { Draft } from './pathway.ts';
import type { Sited } from './source.ts';
import { nameToday, type Renames, type Suggest, suggester } from './suggest.ts';

/** The ids of all modules and quizzes, those that the pathway does not use included, and of all question banks. */
interface Sources {
  readonly files: ReadonlySet<ItemId>;
  readonly banks: ReadonlySet<ItemId>;
}

/** Everything in a course that can be named. */
export class Names {
  readonly #kinds = new Map<ItemId, Draft['kind']>();
  readonly #pages = new Set<ItemId>();
  readonly #quizzes = new Set<ItemId>();
  readonly #options = new Set<ItemId>();
  readonly #sources: Sources;
  readonly #competencies: ReadonlySet<string>;
  readonly #badges: ReadonlySet<string>;
  readonly #unknown: ReadonlySet<ItemId>;
  readonly #findings: Finding[];
  readonly #renamed: Renames;
  readonly #suggest: Suggest;

  /**
   * @param unknown ids in the pathway that are no file's: that is reported there, once
   * @param renamed names that things had, which they are found by meanwhile
   */
  constructor(
    drafts: readonly Draft[],
    sources: Sources,
    competencies: ReadonlySet<string>,
    badges: ReadonlySet<string>,
    unknown: ReadonlySet<ItemId>,
    findings: Finding[],
    renamed: Renames,
  ) {
    for (const draft of drafts) {
      this.#kinds.set(draft.id, draft.kind);
      if (draft.kind !== 'section') this.#pages.add(draft.id);
      if (draft.kind === 'quiz') this.#quizzes.add(draft.id);
      if (draft.kind !== 'section' || draft.type !== 'dynamic-branching') continue;
      for (const option of draft.children) this.#options.add(option.id);
    }
    this.#sources = sources;
    this.#competencies = competencies;
    this.#badges = badges;
    this.#unknown = unknown;
    this.#findings = findings;
    this.#renamed = renamed;
    this.#suggest = suggester(renamed);
  }

  /**
   * The id that an author named, or, with a finding, when nothing of that kind is called so, the one that it became, or undefined.
   *
   * @param field the key that names it, such as `passed`
   */
  resolve(name: Sited<string>, expected: NamedKind, field: string): string | undefined {
    const id = safeId(name.value);
    const candidates = this.#candidates(expected);
    if (candidates.has(id)) return id;
    const kind = this.#kinds.get(id) ?? this.#outside(id);
    const isItem = expected !== 'competency' && expected !== 'badge';
    if (isItem && this.#unknown.has(id)) return undefined;
    const today = nameToday(name.value, (each) => candidates.has(each), this.#renamed);
    const suggestion = today ?? this.#suggest(name.value, candidates.keys());
    const args = {
      id: name.value,
      field,
      expected,
      ...(isItem && kind !== undefined ? { found: kind } : {}),
      ...(suggestion === undefined ? {} : { suggestion }),
      ...(today === undefined ? {} : { replaced: true as const }),
    };
    this.#findings.push(found('reference/unknown', name.span, args));
    return today;
  }

  /** What has that id without standing in the pathway. */
  #outside(id: ItemId): 'question bank' | 'not in the pathway' | undefined {
    if (this.#sources.banks.has(id)) return 'question bank';
    return this.#sources.files.has(id) ? 'not in the pathway' : undefined;
  }

  #candidates(kind: NamedKind): ReadonlySet<string> | ReadonlyMap<string, unknown> {
    switch (kind) {
      case 'item':
        return this.#kinds;
      case 'page':
        return this.#pages;
      case 'quiz':
        return this.#quizzes;
      case 'option':
        return this.#options;
      case 'competency':
        return this.#competencies;
      case 'badge':
        return this.#badges;
    }
  }
}
