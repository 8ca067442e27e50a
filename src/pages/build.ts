import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { build, type Metafile } from 'esbuild';

/** The pages: each is a folder here with `main.tsx`, and is served as /pages/NAME. */
export const pageNames = ['policy', 'addFile', 'addList', 'caseFile'] as const;

/** What stands in the page before its own code runs. */
const heads: Record<(typeof pageNames)[number], { readonly title: string; readonly instead: string }> = {
  policy: {
    title: 'Social media policy',
    instead: 'Ask the bot for the policy instead: type “policy” in the chat.',
  },
  addFile: { title: 'Add a file', instead: 'Please ring the complaints team instead.' },
  addList: {
    title: 'Choose a file with e-mail addresses',
    instead: 'Please close it and paste the addresses instead.',
  },
  caseFile: { title: 'A file of a report', instead: '' },
};

const root = resolve(__dirname, '../..');

/** Where `npm run build` puts the pages. */
export const defaultPagesDir = join(root, 'dist', 'pages');

/**
 * Bundles the pages: OUT/NAME.html and OUT/assets/NAME-HASH.js, .css and .png. What stood in OUT before is removed.
 * Names carry a hash of the content, so that a browser may keep them for ever.
 */
export async function buildPages(outDir: string = defaultPagesDir): Promise<void> {
  const pages = pageNames.map((name) => ({ in: join(__dirname, name, 'main.tsx'), out: name }));
  const { metafile } = await build({
    entryPoints: [...pages, { in: join(root, 'appPackage', 'color.png'), out: 'icon' }],
    outdir: join(outDir, 'assets'),
    entryNames: '[name]-[hash]',
    bundle: true,
    minify: true,
    metafile: true,
    format: 'esm',
    // The oldest web views that Teams still runs in.
    target: ['es2020', 'safari15'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    loader: { '.png': 'copy' },
    legalComments: 'eof',
    logLevel: 'warning',
  });
  await mkdir(outDir, { recursive: true });
  await Promise.all(pageNames.map((name) => writePage(outDir, name, metafile)));
  await removeOutdated(join(outDir, 'assets'), metafile);
}

/** Last, so that a bot that starts meanwhile finds whole pages. */
async function removeOutdated(folder: string, metafile: Metafile): Promise<void> {
  const fresh = new Set(Object.keys(metafile.outputs).map((output) => basename(output)));
  const outdated = (await readdir(folder)).filter((name) => !fresh.has(name));
  await Promise.all(outdated.map((name) => rm(join(folder, name), { force: true })));
}

async function writePage(
  outDir: string,
  name: (typeof pageNames)[number],
  metafile: Metafile,
): Promise<void> {
  const template = await readFile(join(__dirname, 'page.html'), 'utf8');
  const html = template
    .replace('%TITLE%', heads[name].title)
    .replace('%INSTEAD%', heads[name].instead)
    .replace('%SCRIPT%', assetPath(metafile, name, '.js'))
    .replace('%STYLE%', assetPath(metafile, name, '.css'))
    .replace('%ICON%', assetPath(metafile, 'icon', '.png'));
  await writeFile(join(outDir, `${name}.html`), html);
}

function assetPath(metafile: Metafile, name: string, extension: string): string {
  const names = Object.keys(metafile.outputs).map((output) => basename(output));
  const found = names.find((each) => each.startsWith(`${name}-`) && each.endsWith(extension));
  if (!found) throw new Error(`The build made no ${extension} file for ${name}.`);
  return `/pages/assets/${found}`;
}
