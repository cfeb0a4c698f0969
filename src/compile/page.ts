import type { Heading as MdastHeading, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { type ParsedModule, parseModuleMeta, unreadablePage } from '../load/module.ts';
import type { ModuleMeta, PageSource, Ref, SourceFile } from '../load/source.ts';
import type { DoneRule } from '../model/course.ts';
import type { Finding } from '../model/diagnostic.ts';
import { wordsToRead } from '../questions/registry.ts';
import { guarded, refusal } from './fragment.ts';
import { Context, offsets } from './markdown/context.ts';
import { render } from './markdown/render.ts';
import { parse } from './markdown/syntax.ts';
import { withoutPlaceholders } from './placeholder.ts';

/** How much plain text a page keeps for search and descriptions, in UTF-16 units. */
const EXCERPT = 3000;

/**
 * Compiles one Markdown file, alone: a pure function of its path and text. Never throws on any text; a text
 * that is too large or too deep is left out with a finding.
 */
export function compilePage(file: SourceFile): PageSource {
  const parsed = parseModuleMeta(file);
  const body = withoutPlaceholders(file.text.slice(parsed.body));
  const refs: Ref[] = [];
  const findings: Finding[] = [];
  const context = new Context(
    { file: file.path, text: body, toFile: (offset) => offset + parsed.body },
    true,
    { refs, findings },
  );
  const refused = refusal(body);
  if (refused !== undefined) return withoutPage(file, { ...refused, span: context.span(0, body.length) });
  const tree = guarded(context, () => parse(body));
  const title = tree === undefined ? undefined : takeTitle(tree, parsed, context);
  const rendered =
    tree === undefined ? undefined : guarded(context, () => render(context, tree, { unwrap: false }));
  if (rendered === undefined) return withoutPage(file, ...findings);
  return {
    file: file.path,
    meta: {
      ...parsed.meta,
      ...(title !== undefined && { title }),
      done: doneRule(parsed.meta.done, context.videos),
    },
    html: rendered.html,
    headings: context.headings,
    refs,
    questions: context.questions,
    anchors: context.anchors,
    words: countWords(rendered.text),
    questionWords: context.questions.reduce((sum, each) => sum + countWords(wordsToRead(each)), 0),
    excerpt: context.prose.slice(0, EXCERPT),
    uses: context.uses,
    findings: [...parsed.findings, ...findings],
  };
}

/** A rule about watching waits for every video of the page. */
function doneRule(rule: DoneRule, videos: readonly string[]): DoneRule {
  return rule.type === 'video' && videos.length > 0 ? { ...rule, media: [...new Set(videos)] } : rule;
}

/** The page of a file that cannot be compiled: its front matter still counts. */
export function withoutPage(file: SourceFile, ...findings: readonly Finding[]): PageSource {
  const { meta, findings: own } = parseModuleMeta(file);
  return { ...unreadablePage(file.path, []), meta, findings: [...own, ...findings] };
}

/**
 * Finds the title of the page: front matter, else its first `h1`. The template writes the title, so an `h1`
 * that opens the page is taken out when it says the same.
 */
function takeTitle(tree: Root, parsed: ParsedModule, context: Context): ModuleMeta['title'] | undefined {
  const index = tree.children.findIndex((node) => node.type === 'heading' && node.depth === 1);
  const heading = tree.children[index];
  if (heading?.type !== 'heading') return undefined;
  const text = textOf(heading).trim();
  if (text === '') return undefined;
  const isFirst = tree.children
    .slice(0, index)
    .every((node) => node.type === 'html' || node.type === 'definition');
  if (parsed.titled) {
    if (isFirst && text === parsed.meta.title.value) tree.children.splice(index, 1);
    return undefined;
  }
  if (isFirst) tree.children.splice(index, 1);
  else demote(heading);
  const { start, end } = offsets(heading);
  return { value: text, span: context.span(start, end) };
}

/** A title further down stays where it is, as the first of the second level. */
function demote(heading: MdastHeading): void {
  heading.depth = 2;
}

/** Words as readers count them; in scripts without spaces each character of a word counts as half a word. */
export function countWords(text: string): number {
  const words = text.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu) ?? [];
  let count = 0;
  for (const word of words) {
    const dense =
      word.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
    count += dense > 0 ? Math.max(1, Math.round(dense / 2)) : 1;
  }
  return count;
}
