import { rules } from '../../src/lint/registry.ts';
import type { ExampleFiles, Rule } from '../../src/lint/rule.ts';

const INTRO = `# Rules

What \`course validate\` looks for. An **error** breaks the course for a learner, and a course with one is not built. A **warning** is worth
a look: the course works, but not as well as it could. \`--strict\` makes warnings count as errors.

A warning that you have thought about can be switched off, with the reason: for the next line, for the next question, or for the file. Several
such comments may stand above each other. One without a reason, or with nothing to switch off, is a finding itself.

\`\`\`markdown
<!-- course-disable-next-line media/missing-captions: the film has no sound -->
::video[Kneading]{src=/assets/knead.mp4}

<!-- course-disable-next-question assessment/missing-feedback: a warm-up, answered by the page below -->
:::question{#guess}
\`\`\`

\`\`\`yaml
# course-disable-file assessment/all-of-the-above: the exam that this prepares for asks like that
# course-disable-next-line quiz/hurdle-without-pass: handing in a draft is all that is asked
title: Your first draft
\`\`\`

Errors cannot be switched off.
`;

/** The reference of all rules, made from what the rules say of themselves, in Markdown. */
export function rulesReference(): string {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    const group = rule.id.slice(0, rule.id.indexOf('/'));
    groups.set(group, [...(groups.get(group) ?? []), rule]);
  }
  const index = [...groups].map(
    ([group, members]) =>
      `- **${group}**: ${members.map((rule) => `[${nameOf(rule)}](#${anchor(rule)})`).join(', ')}`,
  );
  return [INTRO, index.join('\n'), ...rules.map(section)].join('\n').concat('\n');
}

function nameOf(rule: Rule): string {
  return rule.id.slice(rule.id.indexOf('/') + 1);
}

/** As GitHub makes anchors of headings: the slash goes, the rest stays. */
function anchor(rule: Rule): string {
  return rule.id.replace('/', '');
}

function section(rule: Rule): string {
  const { bad, good } = rule.examples;
  const wrong =
    typeof bad === 'string' ? `Wrong: ${bad.charAt(0).toLowerCase()}${bad.slice(1)}\n` : files('Wrong', bad);
  return `\n## ${rule.id}\n\n${rule.severity === 'error' ? 'Error' : 'Warning'}. ${rule.why}\n\n${wrong}${
    typeof bad === 'string' ? '' : `\n${files('Right', good)}`
  }`;
}

function files(label: string, example: ExampleFiles): string {
  const shown = Object.entries(example).filter(([path]) => /\.(md|yaml|yml)$/.test(path));
  return shown
    .map(([path, text]) => {
      const language = path.endsWith('.md') ? 'markdown' : 'yaml';
      const fence = text.includes('```') ? '````' : '```';
      return `${label}, in \`${path}\`:\n\n${fence}${language}\n${text.replace(/\n*$/, '\n')}${fence}\n`;
    })
    .join('\n');
}
