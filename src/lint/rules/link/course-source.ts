import { defineRule } from '../../rule.ts';
import { code } from '../../words.ts';

export const linkCourseSource = defineRule({
  id: 'link/course-source',
  severity: 'error',
  why: 'The files that a course is written in hold the answers to its questions. They are never published as they are, so what points at one as a file leads nowhere.',
  examples: {
    bad: {
      'modules/page.md': `![The test](/quizzes/test.yaml)
`,
      'quizzes/test.yaml': `title: Test
questions:
  - { id: water, prompt: Which comes first?, type: true-false, answer: true }
`,
    },
    good: {
      'modules/page.md': `Go on with [the test](/quizzes/test.yaml).
`,
      'quizzes/test.yaml': `title: Test
questions:
  - { id: water, prompt: Water comes first., type: true-false, answer: true }
`,
    },
  },
  message(args: { readonly path: string; readonly link: boolean }) {
    return {
      message: `${code(args.path)} is a file that the course is written in, with the answers to its questions: it is not published as it is.`,
      help: args.link
        ? 'Link to a page of the course, or to another file.'
        : `For the page that is made of it write a link: \`[…](/${args.path})\`. What is to be shown or downloaded belongs into another folder, such as \`assets/\`.`,
    };
  },
  *check({ refs }) {
    for (const { ref, resolved } of refs) {
      if (resolved.type === 'source')
        yield { args: { path: resolved.path, link: ref.kind === 'link' }, span: ref.span };
    }
  },
});
