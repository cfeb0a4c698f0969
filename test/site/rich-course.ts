/** A made-up course that uses everything a page can hold, for the tests of the site. */
import { filesOf } from './course.ts';

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAFElEQVR4nGNgYGD4z8DAwMDAwAAACBoBAc6z9KkAAAAASUVORK5CYII=';

export const RICH_TEXTS: Readonly<Record<string, string | Uint8Array>> = {
  'course.yaml': `
id: rich
title: A course with everything & more
language: en
description: Short, and with "quotes".
authors: [Ada Example, Ben Example]
license: CC-BY-4.0
version: "2.0"
url: https://example.org/rich
theme:
  accent: "#ffd400"
  css: theme/own.css
  logo: theme/logo.svg
competencies:
  shapes: { title: Tell shapes apart, description: All five of them., evidence: 1 }
  speed: { title: Be quick }
badges:
  first: { title: First steps, description: You began., image: assets/dot.png, when: { completed: intro } }
  plain: { title: Plain, when: { completed: basics/second } }
certificate: { title: Rich courses, issuer: The example, signatory: A. Example }
pathway:
  type: linear
  items:
    - intro
    - type: hurdles
      id: basics
      title: Basics
      items:
        - basics/second
        - check
        - type: dynamic-branching
          id: ways
          title: Ways
          choose: 1
          options:
            - { id: way-a, title: Way A, items: [basics/a] }
            - { id: way-b, title: Way B, items: [basics/b] }
    - type: random-access
      id: free
      title: Free choice
      items: [{ item: more, optional: true }]
`,
  'glossary.yaml': `
asynchronous: Not at the same time. See [the beginning](intro).
module: |
  One page of a course.

  It has \`one\` topic.
`,
  'modules/intro.md': `---
title: The <beginning>
description: What this is about.
minutes: 5
---

Text with **strong**, *emphasis*, \`code\`, ~~struck~~, a bare address https://example.org/bare, and a note.[^1]
Something :term[asynchronous] and [a link to the second](basics/second#tables), [by file](basics/second.md),
[a section](basics), [the glossary](../glossary.yaml), [home](../course.yaml), [mail](mailto:a@example.org).

[^1]: The note itself.

## Lists

- one
  - nested
- two

1. first
2. second

- [x] done
- [ ] not done

Term
: Its definition

## A heading with \`code\`

> A quotation.

### Third level

![A dot](../assets/dot.png)

![Two dots](/assets/drawing.svg "With a caption")

---

## Callouts

:::note[Mind this]
A note with a [link](#lists).
:::

:::tip
A tip.
:::

:::warning[Careful]
Danger.
:::

> [!IMPORTANT]
> It is.

:::example[Like this]
An example.
:::

:::details[How it works]
Inside.
:::

::::tabs
:::tab[By hand]
Slowly.
:::
:::tab[By machine]
Quickly.
:::
::::

## Question time

:::question{#first points=2 competency=shapes}
Which is **asynchronous**?

- [x] A recording
  > Yes.
- [ ] A live call
  > No: everybody has to be there.

::hint[Think of time.]
::explanation[Because it waits.]
:::

:::question{#blocks type=multiple}
What does this print?

\`\`\`js
console.log(1 + '1');
\`\`\`

- [x] Eleven
- [x] Something
- [ ] Two
:::
`,
  'modules/basics/second.md': `---
title: Second
done: "video: 90%"
---

## Tables

| Left | Centre | Right | A very long heading that does not wrap easily | Another one of considerable length |
|:-----|:------:|------:|------|------|
| a | b | c | ${'word '.repeat(12)} | ${'word '.repeat(12)} |

## Code

\`\`\`ts
// A comment that is rather long: ${'x'.repeat(140)}
export function add(a: number, b: number): string { return \`\${a + b}\`; }
\`\`\`

## Math

Inline $a^2 + b^2 = c^2$ and displayed:

$$
\\sum_{i=1}^{n} i = \\frac{n(n+1)}{2} + \\int_0^1 \\sqrt{x^2 + y^2 + z^2 + a^2 + b^2 + c^2 + d^2 + e^2 + f^2 + g^2}\\,dx
$$

## Media

::video[A film]{src=/assets/film.mp4 captions=/assets/film.vtt poster=/assets/dot.png}

::audio[A talk]{src=/assets/talk.mp3 transcript=/assets/talk.md}

::youtube[From elsewhere]{id=dQw4w9WgXcQ}

::vimeo[From there]{id=76979871}

::download[The sheet]{src="/assets/The sheet (final).pdf"}

<kbd>Ctrl</kbd> and <mark>marked</mark>. A long word: ${'Donaudampfschifffahrts'.repeat(4)}
`,
  'modules/basics/a.md': '# Way A\n\nThe text of A.\n',
  'modules/basics/b.md': '# Way B\n\nThe text of B.\n',
  'modules/more.md': '# More\n\nBack to [the first question](intro#first).\n',
  'quizzes/check.yaml': `
title: Check
intro: Three questions about [tables](basics/second#tables).
pass: 80%
attempts: 3
exhausted: review
review: [intro]
questions:
  - id: one
    prompt: One?
    options: [{ text: "Yes", correct: true, feedback: Right. }, { text: "No", feedback: Wrong. }]
    hints: ["First hint.", "Second hint with [a link](intro)."]
    explanation: Because.
    competency: shapes
  - id: two
    prompt: |
      Look at this.

      | a | b |
      |---|---|
      | 1 | 2 |
    options:
      - { text: "![A dot](/assets/dot.png)", correct: true }
      - { text: "\`two\`", correct: true }
      - { text: "- a list\\n- in an option" }
    points: 3
`,
  'theme/own.css':
    '@font-face { font-family: own; src: url(fonts/own.woff2); }\n.brand { letter-spacing: 0; }\n',
  'theme/fonts/own.woff2': new Uint8Array([1, 2, 3]),
  'theme/logo.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" viewBox="0 0 40 20"><rect width="40" height="20" fill="#ffd400"/></svg>',
  'assets/dot.png': Uint8Array.from(Buffer.from(PNG, 'base64')),
  'assets/drawing.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="300" viewBox="0 0 900 300"><circle cx="150" cy="150" r="100"/></svg>',
  'assets/film.mp4': new Uint8Array([0, 0, 0, 24]),
  'assets/film.vtt': 'WEBVTT\n\n00:00.000 --> 00:02.000\nHello\n',
  'assets/talk.mp3': new Uint8Array([255, 251]),
  'assets/talk.md': 'What is *said*.\n',
  'assets/The sheet (final).pdf': new Uint8Array([37, 80, 68, 70]),
};

export const richCourse = filesOf(RICH_TEXTS);
