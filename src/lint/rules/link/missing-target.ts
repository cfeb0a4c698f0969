import { defineRule } from '../../rule.ts';
import { code, didYouMean } from '../../words.ts';

export const linkMissingTarget = defineRule({
  id: 'link/missing-target',
  severity: 'error',
  why: 'Learners click and find nothing.',
  examples: {
    bad: {
      'modules/page.md': `Go on with [water](watr).
`,
    },
    good: {
      'modules/page.md': `Go on with [water](water).
`,
    },
  },
  message(args: { readonly target: string; readonly suggestion?: string }) {
    return {
      message: `This link leads to ${code(args.target)}, and there is no item and no file of that name.${didYouMean(args.suggestion)}`,
      ...(args.suggestion === undefined && {
        help: 'A link can be the id of an item, or the path of a file, from this file or from the course folder (`/assets/…`).',
      }),
    };
  },
  *check({ refs, course }) {
    for (const { ref, resolved } of refs) {
      if (resolved.type !== 'missing' || ref.kind !== 'link') continue;
      // Without a pathway nobody knows the sections, which links name by their bare ids.
      if (course === undefined && !/[./]/.test(ref.target)) continue;
      const { suggestion } = resolved;
      yield { args: { target: ref.target, ...(suggestion !== undefined && { suggestion }) }, span: ref.span };
    }
  },
});
