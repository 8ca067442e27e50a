import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseEnv } from 'node:util';
import { ZipFile } from 'yazl';
import { fillPlaceholders } from './fillPlaceholders';
import { iconProblems } from './iconProblems';
import { ruleProblems } from './manifestRules';
import { schemaProblems } from './manifestSchema';

/** Where the parts stand. */
export interface PackageOptions {
  /** Folder with manifest.json, color.png and outline.png. */
  appPackageFolder: string;
  /** One `.env.NAME` file, named as the Microsoft 365 Agents Toolkit names them. */
  environmentFile: string;
  /** The zip that is written. */
  outputFile: string;
}

/** Every problem with the app package at once, so that nobody mends them one run at a time. */
export class PackageProblems extends Error {
  override readonly name = 'PackageProblems';

  constructor(readonly problems: string[]) {
    super(`The app package was not made:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  }
}

/**
 * Fills, checks and zips the app package.
 * @throws PackageProblems that names everything that is wrong; then no file is written
 */
export async function buildAppPackage(options: PackageOptions): Promise<void> {
  const [template, color, outline] = await Promise.all(
    ['manifest.json', 'color.png', 'outline.png'].map((name) =>
      readFile(join(options.appPackageFolder, name)),
    ),
  );
  if (!template || !color || !outline) throw new Error('A file of the app package was not read.');
  const { manifest, missing } = fillPlaceholders(
    template.toString('utf8'),
    await readEnvironment(options.environmentFile),
  );
  const problems = missing.map((key) => `${options.environmentFile} gives no value for ${key}.`);
  // With a value missing the other checks would only complain about the placeholder.
  if (missing.length === 0) problems.push(...schemaProblems(manifest), ...ruleProblems(manifest));
  problems.push(...iconProblems({ color, outline }));
  if (problems.length > 0) throw new PackageProblems(problems);
  const filled = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  await writeZip(options.outputFile, { 'manifest.json': filled, 'color.png': color, 'outline.png': outline });
}

async function readEnvironment(file: string): Promise<Record<string, string | undefined>> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new PackageProblems([`There is no environment file ${file}.`]);
  return parseEnv(text);
}

/** Dates of the files are fixed, so that the same content gives the same zip. */
async function writeZip(path: string, files: Record<string, Buffer>): Promise<void> {
  const zip = new ZipFile();
  const mtime = new Date(2020, 0, 1);
  for (const [name, content] of Object.entries(files))
    zip.addBuffer(content, name, { mtime, mode: 0o100644 });
  zip.end();
  await mkdir(dirname(path), { recursive: true });
  await pipeline(zip.outputStream, createWriteStream(path));
}
