import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { build, type OutputFile, type Plugin } from 'esbuild';

const top = resolve(__dirname, '../..');
const outDir = join(top, 'dist', 'bot');

/** What `npm start` and `npm run local` run; `buildBot` writes it. */
export const botFile = join(outDir, 'main.js');

/**
 * How Node runs it, before the file's name. With a heap that may grow to gigabytes V8 lets garbage lie: a request to
 * 20,000 people took 150 to 230 MB more than an idle bot, and takes 15 MB more with this limit, in MB, which is far above
 * what the bot needs.
 */
export const botNodeOptions = ['--max-old-space-size=512'] as const;

/**
 * Bundles the bot's own code into one file, and that of its thread into another, so that a start does not translate
 * some 700: the packages stay where they are installed. The bundle may be moved with the whole folder, not without it. Rejects with esbuild's errors.
 */
export async function buildBot(): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: {
      main: join(top, 'src', 'main.ts'),
      encoderThread: join(top, 'src', 'features', 'policies', 'engine', 'encoderThread.ts'),
    },
    outdir: outDir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    sourcemap: true,
    // Two classes of one name stay of one name: logs and records name errors by their class.
    keepNames: true,
    plugins: [ownFolders],
    write: false,
    logLevel: 'warning',
  });
  await mkdir(outDir, { recursive: true });
  await Promise.all(outputFiles.map(putWhole));
}

/** Another bot may be starting from the file meanwhile: it finds the old one or the new one, never half of one. */
async function putWhole({ path, contents }: OutputFile): Promise<void> {
  const draft = join(dirname(path), `.${process.pid}.${basename(path)}`);
  await writeFile(draft, contents);
  await rename(draft, path);
}

/** Files of content lie beside the code that reads them: in the bundle `__dirname` stays the folder of the source. */
const ownFolders: Plugin = {
  name: 'own folders',
  setup: (bundle) => {
    bundle.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (source.includes('require.main === module'))
        throw new Error(`${path} is a command of its own, and may not be part of the bot.`);
      const folder = relative(outDir, dirname(path)).split(sep).join('/');
      const own = `require('node:path').join(__dirname, ${JSON.stringify(folder)})`;
      return { contents: source.replaceAll('__dirname', own), loader: 'ts' };
    });
  },
};
