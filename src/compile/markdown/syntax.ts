import type { Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { type Extension as FromMarkdown, fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { mathFromMarkdown } from 'mdast-util-math';
import { directive } from 'micromark-extension-directive';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import { math } from 'micromark-extension-math';
import type { Code, Construct, ConstructRecord, Extension } from 'micromark-util-types';
import { directiveNames } from '../directives/registry.ts';
import { guard, type Scanner } from './guard.ts';

/** A part of the syntax beyond CommonMark, and the characters without which it cannot occur. */
interface Feature {
  readonly occurs: RegExp;
  readonly syntax: Extension;
  readonly tree: FromMarkdown | FromMarkdown[];
}

const COLON = 58;
const DOLLAR = 36;

/** Colons, then a name from the set, then a label, attributes, a blank or the end of the line. */
function directiveAhead(colons: (count: number) => boolean, names: ReadonlySet<string>): Scanner {
  return () => {
    let count = 0;
    let name = '';
    return (code: Code) => {
      if (code === COLON && name === '') {
        count++;
        return 'more';
      }
      const char = code === null || code < 0 ? '' : String.fromCharCode(code);
      if (/^[\w-]$/.test(char) && name.length < 20) {
        if (name === '' && !colons(count)) return 'no';
        name += char;
        return 'more';
      }
      // Anything else would belong to the name, which takes letters of all scripts, or end the directive.
      const ends = code === null || code < 0 || char === ' ' || char === '[' || char === '{';
      return ends && names.has(name) ? 'yes' : 'no';
    };
  };
}

/** `:name[`: in running text a label has to follow, so that `12:term` stays text. */
function textDirectiveAhead(names: ReadonlySet<string>): Scanner {
  const scanner = directiveAhead((count) => count === 1, names);
  return () => {
    const scan = scanner();
    return (code) => {
      const verdict = scan(code);
      return verdict === 'yes' && code !== 91 ? 'no' : verdict;
    };
  };
}

/**
 * Pandoc's rule for `$…$` (https://pandoc.org/MANUAL.html#math), so that prices stay text: no space inside
 * the dollars and no digit after them. Longer fences are always math.
 */
function mathAhead(): ReturnType<Scanner> {
  let dollars = 0;
  let before: Code = null;
  let state: 'open' | 'inside' | 'escaped' | 'closed' = 'open';
  return (code) => {
    switch (state) {
      case 'open':
        if (code === DOLLAR) {
          dollars++;
          return 'more';
        }
        if (dollars > 1) return 'yes';
        if (isSpace(code)) return 'no';
        state = code === 92 ? 'escaped' : 'inside';
        before = code;
        return 'more';
      case 'escaped':
        state = 'inside';
        before = code;
        return 'more';
      case 'inside':
        if (code === DOLLAR) {
          if (isSpace(before)) return 'no';
          state = 'closed';
          return 'more';
        }
        if (code === 92) state = 'escaped';
        before = code;
        return 'more';
      case 'closed':
        return code !== null && code >= 48 && code <= 57 ? 'no' : 'yes';
    }
  };
}

function isSpace(code: Code): boolean {
  return code === null || code < 0 || code === 32;
}

function at(record: ConstructRecord | undefined, code: number): Construct[] {
  const found = record?.[code];
  return found === undefined ? [] : Array.isArray(found) ? found : [found];
}

function guardedDirectives(): Extension {
  const plain = directive();
  const [container, leaf] = at(plain.flow, COLON);
  const [text] = at(plain.text, COLON);
  if (!container || !leaf || !text)
    throw new Error('micromark-extension-directive has changed its constructs');
  return {
    flow: {
      [COLON]: [
        guard(
          container,
          directiveAhead((count) => count >= 3, directiveNames('container')),
        ),
        guard(
          leaf,
          directiveAhead((count) => count === 2, directiveNames('leaf')),
        ),
      ],
    },
    text: { [COLON]: guard(text, textDirectiveAhead(directiveNames('text'))) },
  };
}

function guardedMath(): Extension {
  const plain = math();
  const [text] = at(plain.text, DOLLAR);
  if (!text) throw new Error('micromark-extension-math has changed its constructs');
  return { ...plain, text: { [DOLLAR]: guard(text, mathAhead) } };
}

/**
 * The extensions, each with the characters that it cannot do without: a page without them is parsed as if
 * the extension did not exist, with the same result and less work. Bare URLs alone cost a quarter of
 * all parsing, since every letter could begin one.
 */
const features: readonly Feature[] = [
  {
    // Addresses in `](…)`, `<…>` and `]: …` are links already.
    occurs: /(?<!\]\(<?|<|\]: ?)(?:https?:\/\/|www\.)|[\w.+-]@[\w-]+\.\w/i,
    syntax: gfmAutolinkLiteral(),
    tree: gfmAutolinkLiteralFromMarkdown(),
  },
  { occurs: /\[\^/, syntax: gfmFootnote(), tree: gfmFootnoteFromMarkdown() },
  { occurs: /~/, syntax: gfmStrikethrough(), tree: gfmStrikethroughFromMarkdown() },
  { occurs: /\|/, syntax: gfmTable(), tree: gfmTableFromMarkdown() },
  { occurs: /\[[ \txX\r\n]\]/, syntax: gfmTaskListItem(), tree: gfmTaskListItemFromMarkdown() },
  { occurs: /\$/, syntax: guardedMath(), tree: mathFromMarkdown() },
  { occurs: /:[a-z]/, syntax: guardedDirectives(), tree: directiveFromMarkdown({ verbose: true }) },
];

/** Parses Markdown into a syntax tree whose positions are offsets in `text`. */
export function parse(text: string): Root {
  const used = features.filter((feature) => feature.occurs.test(text));
  return fromMarkdown(text, {
    extensions: used.map((feature) => feature.syntax),
    mdastExtensions: used.map((feature) => feature.tree),
  });
}
