import type { Share } from '../model/condition.ts';
import type { Response } from '../model/events.ts';
import { grade, linkQuestion } from '../questions/registry.ts';
import type { QuestionSource } from '../questions/source.ts';

/** An answer with what it earned and what it earns now, hints unpaid. */
export interface Regraded {
  /** As people read it: the text of the option, what was typed. */
  readonly text: string;
  readonly was: Share;
  readonly is: Share;
}

/** What a corrected answer key does to answers. */
export interface Gains {
  /** Those that earn more now, most first. */
  readonly gain: readonly Regraded[];
  /** Those that would earn less: who gave them before keeps what they earned. */
  readonly keep: readonly Regraded[];
  /** Every answer was looked at; else only those that either key names. */
  readonly complete: boolean;
}

/** An answer that one of the keys is about. */
interface Candidate {
  readonly text: string;
  readonly response: Response;
  /** All parts of a question with parts: worth telling where no part earns by itself. */
  readonly whole?: true;
}

/** Who gains by a corrected key, and who keeps what the old one gave. Of the same question, asked in the same words. */
export function gains(was: QuestionSource, is: QuestionSource): Gains {
  const before = linkQuestion(was, '', (html) => html);
  const after = linkQuestion(is, '', (html) => html);
  const seen = new Set<string>();
  const found: (Regraded & Pick<Candidate, 'whole'>)[] = [];
  for (const { text, response, whole } of [...candidates(is), ...candidates(was)]) {
    const key = JSON.stringify(response);
    if (seen.has(key)) continue;
    seen.add(key);
    const credits = { was: grade(before, response)?.credit ?? 0, is: grade(after, response)?.credit ?? 0 };
    if (credits.was !== credits.is) found.push({ text, ...credits, ...(whole && { whole }) });
  }
  const parts = found.filter(({ whole }) => !whole);
  const told = (parts.length > 0 ? parts : found).map(({ text, was, is }) => ({ text, was, is }));
  const byChange = (a: Regraded, b: Regraded) => Math.abs(b.is - b.was) - Math.abs(a.is - a.was);
  return {
    gain: told.filter(({ was, is }) => is > was).sort(byChange),
    keep: told.filter(({ was, is }) => is < was).sort(byChange),
    complete: is.type === 'single' || is.type === 'true-false',
  };
}

/** Answers of a question by its key, and beside it where there are few. */
function candidates(source: QuestionSource): readonly Candidate[] {
  switch (source.type) {
    case 'single':
      return source.options.map(({ id, text }) => ({
        text: text.text,
        response: { type: 'single', option: id },
      }));
    case 'true-false':
      return ['true', 'false'].map((option) => ({ text: option, response: { type: 'single', option } }));
    case 'multiple':
      return sets(source.options);
    case 'hotspot': {
      const several = source.regions.filter(({ correct }) => correct).length > 1;
      if (several) return sets(source.regions);
      return source.regions.map(({ id, text }) => ({
        text: text.text,
        response: { type: 'single', option: id },
      }));
    }
    case 'short-text':
      return source.answers.map(({ text }) => ({ text, response: { type: 'text', text } }));
    case 'numeric': {
      const unit = source.rules.units[0]?.value;
      const typed = (number: string): Candidate => {
        const text = unit === undefined ? number : `${number} ${unit}`;
        return { text, response: { type: 'text', text } };
      };
      // Also what is just near enough.
      const { answers } = linkQuestion(source, '', (html) => html);
      const edges = answers.flatMap(({ value, margin }) =>
        margin > 0
          ? [value - margin, value + margin].map((edge) => String(Number(edge.toPrecision(12))))
          : [],
      );
      return [...source.answers.map(({ text }) => text), ...edges].map(typed);
    }
    case 'calculated':
      return source.variants.flatMap(({ answers }, variant) =>
        answers.slice(0, 1).map(({ value }) => {
          const unit = source.rules.units[0]?.value;
          const typed = unit === undefined ? String(value) : `${value} ${unit}`;
          return {
            text: `${typed} (values ${variant + 1})`,
            response: { type: 'text', text: typed, variant },
          };
        }),
      );
    case 'ordering':
      return [
        {
          text: source.entries.map(({ text }) => text.text).join(', '),
          response: { type: 'order', order: source.entries.map(({ id }) => id) },
        },
      ];
    case 'matching': {
      const right = new Map(source.choices.map(({ id, text }) => [id, text.text]));
      return filled(
        source.pairs.map(({ id, text, match }) => [id, text.text, match, right.get(match) ?? match]),
      );
    }
    case 'categorising': {
      const titles = new Map(source.categories.map(({ id, text }) => [id, text.text]));
      return filled(
        source.things.map(({ id, text, category }) => [
          id,
          text.text,
          category,
          titles.get(category) ?? category,
        ]),
      );
    }
    case 'cloze': {
      const parts = source.blanks.flatMap((blank, i) => {
        const part = `blank ${i + 1}`;
        return blank.kind === 'text'
          ? blank.answers.map((answer) => [blank.id, part, answer, answer] as const)
          : blank.choices
              .filter(({ correct }) => correct)
              .map(({ id, text }) => [blank.id, part, id, text] as const);
      });
      return filled(parts);
    }
    case 'poll':
    case 'likert':
    case 'reflection':
      return [];
  }
}

/** Each option alone, and all that are right together. */
function sets(
  options: readonly {
    readonly id: string;
    readonly text: { readonly text: string };
    readonly correct: boolean;
  }[],
): readonly Candidate[] {
  const right = options.filter(({ correct }) => correct);
  return [right, ...options.map((option) => [option])].map((chosen) => ({
    text: chosen.map(({ text }) => text.text).join(' + '),
    response: { type: 'multiple', options: chosen.map(({ id }) => id) },
  }));
}

/** Each part with what belongs to it, alone: what it adds is what it earns; and, where only all of them count, all together. */
function filled(
  parts: readonly (readonly [id: string, text: string, value: string, shown: string])[],
): readonly Candidate[] {
  // The first that is right for each part.
  const first = parts.filter(([id], i) => parts.findIndex(([other]) => other === id) === i);
  const candidate = (each: typeof parts): Candidate => ({
    text: each.map(([, text, , shown]) => `${text} → ${shown}`).join(', '),
    response: { type: 'fields', fields: Object.fromEntries(each.map(([id, , value]) => [id, value])) },
  });
  return [
    ...parts.map((part) => candidate([part])),
    ...(first.length > 1 ? [{ ...candidate(first), whole: true as const }] : []),
  ];
}
