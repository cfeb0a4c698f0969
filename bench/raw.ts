/**
 * The yardstick: remark-parse, remark-frontmatter, remark-gfm, remark-rehype, rehype-highlight (highlight.js with
 * its common grammars) and rehype-stringify, one frozen processor, one process. It reads each file, writes each
 * file, and does nothing else: no check of links, no sanitising, no template.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import rehypeHighlight from 'rehype-highlight';
import rehypeStringify from 'rehype-stringify';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const [from, to] = process.argv.slice(2);
if (from === undefined || to === undefined) throw new Error('usage: raw FROM TO');
const processor = unified()
  .use(remarkParse)
  .use(remarkFrontmatter)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeHighlight)
  .use(rehypeStringify)
  .freeze();
mkdirSync(to, { recursive: true });
for (const name of readdirSync(from)) {
  const html = String(processor.processSync(readFileSync(join(from, name), 'utf8')));
  writeFileSync(join(to, name.replace(/\.md$/, '.html')), html);
}
