/** Random questions of the types whose answers say something of each part. */
import fc from 'fast-check';
import { line, lines, perhaps, term } from './texts.ts';
import { bullets, quoted, type Written } from './written.ts';

const credit = fc.constantFrom(undefined, 'partial', 'all-or-nothing').map((rule) => ({
  fields: rule === undefined ? {} : { credit: rule },
  markdown: rule === undefined ? {} : { attributes: `credit=${rule}` },
}));

const said = (count: number) => fc.array(perhaps, { minLength: count, maxLength: count });

/** One blank: a text field with one or more answers, or a menu with one right choice. */
const blank = fc.oneof(
  fc
    .uniqueArray(term, { minLength: 1, maxLength: 3, selector: (text) => text.normalize('NFKD') })
    .map((answers) => answers.join('|')),
  fc
    .tuple(fc.uniqueArray(fc.nat(99), { minLength: 2, maxLength: 5 }), fc.nat(4))
    .map(([choices, right]) =>
      choices.map((n, i) => (i === right % choices.length ? `(choice ${n})` : `choice ${n}`)).join('|'),
    ),
);

export const cloze: fc.Arbitrary<Written> = fc
  .tuple(line, fc.array(fc.tuple(blank, line), { minLength: 1, maxLength: 6 }), credit)
  .map(([start, rest, rule]) => ({
    prompt: `${start} ${rest.map(([each, after]) => `[[${each}]] ${after}`).join(', ')} \`[[code]]\``,
    fields: rule.fields,
    markdown: { ...rule.markdown, body: '' },
  }));

export const matching: fc.Arbitrary<Written> = fc
  .tuple(
    lines(2, 6),
    lines(2, 6),
    fc.array(fc.nat(5), { minLength: 6, maxLength: 6 }),
    said(6),
    fc.boolean(),
    credit,
  )
  .map(([lefts, rights, picks, feedback, isTitled, rule]) => {
    // Two at least are different; what no pair uses is a distractor.
    const pairs = lefts.map((left, i) => ({
      left,
      right: rights[i < 2 ? i : (picks[i] ?? 0) % rights.length] ?? '',
      feedback: feedback[i],
    }));
    const distractors = rights.filter((text) => pairs.every(({ right }) => right !== text));
    const row = (...cells: (string | undefined)[]) => `| ${cells.map((cell) => cell ?? '').join(' | ')} |`;
    return {
      fields: {
        ...(isTitled && { columns: ['Cause', 'Effect'] }),
        pairs: pairs.map(({ feedback: text, ...pair }) => ({
          ...pair,
          ...(text !== undefined && { feedback: text }),
        })),
        ...(distractors.length > 0 && { distractors }),
        ...rule.fields,
      },
      markdown: {
        ...rule.markdown,
        body: [
          isTitled ? row('Cause', 'Effect', 'Feedback') : row('', '', ''),
          row('---', '---', '---'),
          ...pairs.map(({ left, right, feedback: text }) => row(left, right, text)),
          ...distractors.map((text) => row('', text, '')),
        ].join('\n'),
      },
    };
  });

export const ordering: fc.Arbitrary<Written> = fc
  .tuple(lines(2, 7), said(7), credit)
  .map(([entries, feedback, rule]) => ({
    fields: { order: entries.map((text, i) => part(text, feedback[i])), ...rule.fields },
    markdown: {
      ...rule.markdown,
      body: entries.map((text, i) => `${i + 1}. ${text}${quoted(feedback[i], '   ')}`).join('\n'),
    },
  }));

export const categorising: fc.Arbitrary<Written> = fc
  .tuple(
    fc
      .uniqueArray(fc.nat(999), { minLength: 2, maxLength: 6 })
      .map((numbers) => numbers.map((n) => `Kind ${n}`)),
    lines(6, 12),
    said(12),
    credit,
  )
  .map(([titles, things, feedback, rule]) => {
    const categories = titles.map((title, c) => ({
      title,
      items: things.flatMap((text, i) => (i % titles.length === c ? [{ text, feedback: feedback[i] }] : [])),
    }));
    return {
      fields: {
        categories: categories.map(({ title, items }) => ({
          title,
          items: items.map((item) => part(item.text, item.feedback)),
        })),
        ...rule.fields,
      },
      markdown: {
        ...rule.markdown,
        body: categories
          .map(({ title, items }) =>
            [`- ${title}`, ...items.map((item) => `  - ${item.text}${quoted(item.feedback, '    ')}`)].join(
              '\n',
            ),
          )
          .join('\n'),
      },
    };
  });

export const likert: fc.Arbitrary<Written> = fc
  .tuple(
    lines(1, 5),
    fc.option(fc.uniqueArray(fc.nat(99), { minLength: 2, maxLength: 11 }), { nil: undefined }),
  )
  .map(([statements, steps]) => {
    const scale = steps?.map((n) => `Step ${n}`);
    return {
      fields: { statements, ...(scale && { scale }) },
      markdown: { body: bullets(statements), ...(scale && { attributes: `scale="${scale.join(', ')}"` }) },
    };
  });

/** A part in YAML: its text, with what is said of it. */
function part(text: string, feedback: string | undefined): unknown {
  return feedback === undefined ? text : { text, feedback };
}
