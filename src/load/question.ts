import type { Finding } from '../model/diagnostic.ts';
import { shortDigest } from '../model/digest.ts';
import { idProblem } from '../model/ids.ts';
import type { Span } from '../model/span.ts';
import { found } from './findings.ts';
import { folded } from './folded.ts';
import { freeId, safeId } from './ids.ts';
import type { Fragment, Sited } from './source.ts';

// What questions from Markdown and from YAML have in common: their ids.

/** A new id from the first words of a prompt, such as `which-of-these-is`. */
export function suggestQuestionId(prompt: string): string {
  const words = prompt
    .slice(0, 200)
    // The id shows in addresses: it leaves the answers out.
    .replace(/\[\[[^[\]]*\]\]/g, ' ')
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  const base = (words ?? []).slice(0, 4).join('-').slice(0, 40);
  return idProblem(base) === undefined ? base : 'question';
}

/**
 * The id of a question: the author's where it can be, else one that is close to it and free. Adds it to `taken`,
 * the ids of the same file with the places of their questions.
 *
 * @param written the author's id; undefined where there is none
 * @param prompt the plain text of the prompt, for a suggestion
 * @param at where a finding about a missing id is shown
 */
export function identifyQuestion(
  written: Sited<string> | undefined,
  prompt: string,
  at: Span,
  taken: Map<string, Span>,
): { readonly id: Sited<string>; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  let id: string;
  if (written === undefined) {
    id = freeId(suggestQuestionId(prompt), taken);
    findings.push(found('question/missing-id', at, { suggestion: id }));
  } else {
    id = written.value;
    const problem = idProblem(id) ?? (id.includes('/') ? 'characters' : undefined);
    if (problem !== undefined) {
      const suggestion = safeId(id.replaceAll('/', '-'));
      const args = { id, problem, of: 'question', from: 'field', suggestion } as const;
      findings.push(found('id/invalid', written.span, args));
      id = suggestion;
    }
    const first = taken.get(id);
    if (first !== undefined) {
      const related = [{ message: 'The first question of that id', span: first }];
      if (problem === undefined)
        findings.push(found('question/duplicate-id', written.span, { id }, { related }));
      id = freeId(id, taken);
    }
  }
  const span = written?.span ?? at;
  taken.set(id, span);
  return { id: { value: id, span }, findings };
}

export interface OptionDraft {
  /** The author's id. */
  readonly id?: Sited<string>;
  readonly text: Fragment;
  readonly span: Span;
}

/** Markup that changes how a text looks and not what it says; placeholders, whose numbers are those of the page. */
const NO_MEANING =
  /<\/?(?:p|br|em|strong|b|i|a|span|mark|small|div)\b(?:"[^"]*"|[^">])*>|[\ue000][^\ue001]*\ue001|\s+/g;

/** What tells texts apart that are the same without their markup: `H<sub>2</sub>O` and `H<sup>2</sup>O`. */
export function lookOf({ html, text }: Pick<Fragment, 'html' | 'text'>): string {
  const look = html.replace(NO_MEANING, '');
  return look.includes('<') ? look : text.trim();
}

/**
 * For each of several texts a digest that outlives a change of order and what hardly changes it (`folded`): of the folded text; where
 * that would make one of two, of the plain text; and where these are the same and differ in their markup, of that.
 */
export function textDigests(texts: readonly Pick<Fragment, 'html' | 'text'>[]): string[] {
  /** By folded texts, the plain ones with their looks. */
  const groups = new Map<string, Map<string, Set<string>>>();
  const known = texts.map((each) => {
    const text = each.text.trim();
    const look = lookOf(each);
    const fold = folded(each);
    const group = groups.get(fold) ?? new Map<string, Set<string>>();
    groups.set(fold, group);
    group.set(text, (group.get(text) ?? new Set()).add(look));
    return { text, look, fold, group };
  });
  return known.map(({ text, look, fold, group }) => {
    if ((group.get(text)?.size ?? 0) > 1) return shortDigest(look);
    return shortDigest(group.size > 1 ? text : fold);
  });
}

/**
 * The ids of a question's options, in their order: the author's, or a digest of the option's plain text, so
 * that answers outlive a change of order. Reports ids and texts that stand there twice.
 */
export function identifyOptions(
  options: readonly OptionDraft[],
  question: string,
): { readonly ids: readonly string[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const first = new Map<string, Span>();
  const digests = textDigests(options.map(({ text }) => text));
  const ids = options.map((option, i) => {
    const written = option.id;
    let id = written?.value ?? digests[i] ?? String(i);
    let isInvalid = false;
    if (written !== undefined) {
      const problem = idProblem(id);
      if (problem !== undefined) {
        const suggestion = safeId(id);
        const args = { id, problem, of: 'option', from: 'field', suggestion } as const;
        findings.push(found('id/invalid', written.span, args));
        id = suggestion;
        isInvalid = true;
      }
    }
    const span = written?.span ?? option.span;
    const before = first.get(id);
    if (before !== undefined) {
      const by = written === undefined ? 'text' : 'id';
      // An empty option is a finding of its own, and so is an id that cannot be one: two of them need no second one.
      if (by === 'id' ? !isInvalid : option.text.text.trim() !== '') {
        const related = [{ message: 'The first one', span: before }];
        findings.push(found('question/duplicate-option', span, { question, id, by }, { related }));
      }
      id = freeId(id, first);
    }
    first.set(id, span);
    return id;
  });
  return { ids, findings };
}
