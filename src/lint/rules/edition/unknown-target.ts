import { inCourseFile } from '../../../edition/name-words.ts';
import { suggester } from '../../../load/suggest.ts';
import { presentName } from '../../../model/edition-names.ts';
import { type EditionFacts, formOf } from '../../editions.ts';
import { defineRule } from '../../rule.ts';
import { code, didYouMean } from '../../words.ts';

export const editionUnknownTarget = defineRule({
  id: 'edition/unknown-target',
  severity: 'error',
  why: 'Progress that is sent on to something that does not exist is lost.',
  examples: {
    bad: {
      'course.yaml': `renamed: { grain: flowr }
pathway:
  type: linear
  items: [flour, water]
`,
    },
    good: {
      'course.yaml': `renamed: { grain: flour }
pathway:
  type: linear
  items: [flour, water]
`,
    },
  },
  message(args: { readonly from: string; readonly to: string; readonly suggestion?: string }) {
    return {
      message: `${code(args.from)} is renamed to ${code(args.to)}, but the course has nothing of that name.${didYouMean(args.suggestion)}`,
      help:
        args.suggestion === undefined
          ? `Name what it is called now: an id that the pathway uses, a badge, a competency, a bank, or ${code('item#question')}. If it is gone since, write ${code(`retired: [${args.to}]`)} as well.`
          : 'Correct the new name.',
    };
  },
  *check(context) {
    const facts = context.editions();
    if (facts === undefined || facts.uncertain) return;
    const { renamed, retired } = facts.carried;
    const suggest = suggester();
    for (const { from, to } of context.loaded.editions.renamed) {
      const isLed = facts.isThere(from.value) || renamed.has(to.value) || isRetiredName(to.value, retired);
      if (isLed || facts.isThere(presentName(to.value, facts.isThere, renamed))) continue;
      const suggestion = suggestionFor(from.value, to.value, facts, suggest);
      yield {
        args: {
          from: inCourseFile(from.value, facts.lock),
          to: inCourseFile(to.value, facts.lock),
          ...(suggestion !== undefined && { suggestion: inCourseFile(suggestion, facts.lock) }),
        },
        span: to.span,
      };
    }
  },
});

function isRetiredName(name: string, retired: ReadonlySet<string>): boolean {
  return retired.has(name) || retired.has(name.slice(0, Math.max(0, name.indexOf('#'))));
}

/** The name that was probably meant: a question by its id alone, or one that is written nearly so. */
function suggestionFor(
  from: string,
  to: string,
  facts: EditionFacts,
  suggest: ReturnType<typeof suggester>,
): string | undefined {
  const item = from.slice(0, Math.max(0, from.indexOf('#')));
  if (item !== '' && !to.includes('#')) {
    const now = presentName(item, facts.isThere, facts.carried.renamed);
    if (facts.isThere(`${now}#${to}`)) return `${now}#${to}`;
  }
  const alike = [...facts.now.entries.keys()].filter((name) => formOf(name) === formOf(from));
  return suggest(to, alike);
}
