import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAppPackage, PackageProblems } from './buildAppPackage';

const root = resolve(__dirname, '../..');

/** `npm run package [-- --env NAME]`: makes dist/appPackage.NAME.zip from appPackage/ and env/.env.NAME. */
async function packageCommand(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { env: { type: 'string', default: 'local' } } });
  if (!/^[\w-]+$/.test(values.env))
    throw new PackageProblems([`"${values.env}" is not the name of an environment.`]);
  const outputFile = resolve(root, 'dist', `appPackage.${values.env}.zip`);
  const environmentFile = relative(process.cwd(), resolve(root, 'env', `.env.${values.env}`));
  await buildAppPackage({ appPackageFolder: resolve(root, 'appPackage'), environmentFile, outputFile });
  console.log(`Made ${relative(process.cwd(), outputFile)}.`);
}

packageCommand(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
