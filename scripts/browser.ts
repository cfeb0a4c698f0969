import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as esbuild from 'esbuild';
import { minify } from 'terser';
import { languages } from '../src/words/registry.ts';

/** As the style sheet asks for. */
export const BROWSERS = ['chrome111', 'firefox121', 'safari16.4'];

interface Bundles {
  readonly root: string;
  /** Source files and the names of their bundles. */
  readonly entries: readonly { readonly in: string; readonly out: string }[];
  /** Where the bundles go: a folder for each language. */
  readonly outdir: string;
}

/**
 * Builds the scripts of a site once for each language, the words of which take the place of English: each bundle
 * then carries the words that it uses, in one language, and they are compressed with the code around them.
 * Gives the inputs of all, for the notices.
 */
export async function buildBrowser({ root, entries, outdir }: Bundles): Promise<string[]> {
  const inputs = new Set<string>();
  for (const language of Object.keys(languages)) {
    const result = await esbuild.build({
      absWorkingDir: root,
      entryPoints: [...entries],
      outdir: join(outdir, language),
      bundle: true,
      minify: true,
      // `smaller` puts the function around it.
      format: 'esm',
      platform: 'browser',
      target: BROWSERS,
      legalComments: 'none',
      metafile: true,
      write: false,
      logLevel: 'warning',
      plugins: [wordsOf(language)],
    });
    for (const input of Object.keys(result.metafile.inputs)) inputs.add(input);
    mkdirSync(join(outdir, language), { recursive: true });
    for (const { path, text } of result.outputFiles)
      writeFileSync(join(outdir, language, basename(path)), await smaller(text));
  }
  return [...inputs];
}

/** Resolves `words/en.ts` to another language. */
function wordsOf(language: string): esbuild.Plugin {
  return {
    name: 'words',
    setup(build) {
      build.onResolve({ filter: /\/words\/en\.ts$/ }, ({ path, resolveDir }) => ({
        path: join(resolveDir, path.replace(/en\.ts$/, `${language}.ts`)),
      }));
    },
  };
}

/**
 * terser takes another twentieth off what esbuild made. Names of properties stay; what it calls unsafe is that a
 * function which is no class cannot be called with `new`, and what it assumes is that getters have no effects.
 * It would take a function around all of it away, and leave the names to every other script of the page: that is put there last.
 */
async function smaller(text: string): Promise<string> {
  const { code } = await minify(text, {
    ecma: 2020,
    toplevel: true,
    compress: {
      passes: 4,
      keep_fargs: false,
      lhs_constants: false,
      pure_getters: true,
      unsafe_arrows: true,
      unsafe_methods: true,
    },
  });
  if (code === undefined) throw new Error('terser gave no code.');
  return `(()=>{${code}})();\n`;
}
