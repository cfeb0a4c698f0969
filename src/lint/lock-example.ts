/** What the tests' course publishes when nothing is changed in it. */
const PUBLISHED: Readonly<Record<string, object>> = {
  basics: { kind: 'quiz', title: 'Basics' },
  'basics#strong': {
    kind: 'question',
    type: 'single',
    title: 'Which flour is strong?',
    asks: '1k2j3h',
    answers: ['9x8c7v'],
  },
  flour: { kind: 'module', title: 'Flour' },
  pathway: { kind: 'section', title: 'Bread from four ingredients' },
  water: { kind: 'module', title: 'Water' },
};

/** A lock file for the examples of rules, with entries that differ from what the course has: undefined for none. */
export function lockExample(
  changes: Readonly<Record<string, object | undefined>> = {},
  head: { readonly language?: string } = {},
): string {
  const entries = Object.entries({ ...PUBLISHED, ...changes }).filter(([, entry]) => entry !== undefined);
  const lines = entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, entry]) => `    ${JSON.stringify(name)}: ${JSON.stringify(entry)}`);
  return `{
  "format": "coursewright-edition",
  "version": 1,
  "course": "bread",
  "title": "Bread from four ingredients",
${
  head.language === undefined
    ? ''
    : `  "language": ${JSON.stringify(head.language)},
`
}  "published": {
${lines.join(',\n')}
  }
}
`;
}
