import fc from 'fast-check';

/** Words that Markdown and YAML both read as nothing but words, of several scripts. */
const word = fc.constantFrom(
  ...'tide sun moon kneads café naïve Größe Straße œuvre señal İstanbul ﬁne Ωmega мир שלום سلام 日本 한국 नमस्ते e\u0301tude 👩‍🔬 🇩🇪 x2 Über'.split(
    ' ',
  ),
);

/** One word, as what a learner types. */
export const term = fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' '));

/** A line of running text in Markdown, sometimes with markup; it is the same in a paragraph, a list and a cell. */
export const line = fc
  .tuple(
    fc.array(word, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', '', '', '**strong**', '`code()`', '$x^2$', '*soft* stress'),
    fc.nat(9999),
  )
  // The number keeps most lines apart.
  .map(([words, markup, n]) => [...words, markup, `n${n}`].filter((part) => part !== '').join(' '));

/** Lines of which no two are the same. */
export function lines(minLength: number, maxLength: number): fc.Arbitrary<string[]> {
  return fc.uniqueArray(line, { minLength, maxLength });
}

/** Sometimes a line: feedback, for instance. */
export const perhaps = fc.option(line, { nil: undefined, freq: 2 });
