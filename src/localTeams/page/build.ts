import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Where the stand-in finds its page. */
export const PAGE_FOLDER = join(__dirname, '..', '..', '..', 'dist', 'localTeams');

/** Bundles the page into a folder: index.html, page.js and page.css. Rejects with esbuild's errors. */
export async function buildPage(folder: string = PAGE_FOLDER): Promise<void> {
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: { page: join(__dirname, 'main.tsx') },
    outdir: folder,
    bundle: true,
    minify: true,
    sourcemap: true,
    format: 'iife',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  });
  await build({
    entryPoints: { page: join(__dirname, 'styles', 'page.css') },
    outdir: folder,
    bundle: true,
    minify: true,
    logLevel: 'warning',
  });
  await copyFile(join(__dirname, 'index.html'), join(folder, 'index.html'));
}

if (require.main === module) {
  buildPage().catch(() => {
    process.exitCode = 1; // esbuild has said what is wrong
  });
}
