import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAppPackage } from '../../src/appPackage/buildAppPackage';
import { testPng } from './png';

const root = join(__dirname, '../..');

describe('The app package', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'app-package-'));
    cpSync(join(root, 'appPackage'), folder, { recursive: true });
    cpSync(join(root, 'env', '.env.local'), join(folder, '.env'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const output = () => join(folder, 'out', 'app.zip');
  const pack = () =>
    buildAppPackage({
      appPackageFolder: folder,
      environmentFile: join(folder, '.env'),
      outputFile: output(),
    });
  const change = (file: string, edit: (text: string) => string): void =>
    writeFileSync(join(folder, file), edit(readFileSync(join(folder, file), 'utf8')));

  it('is a zip with the manifest and both icons at its top', async () => {
    await pack();
    const zip = readFileSync(output());
    assert.equal(zip.toString('latin1', 0, 4), 'PK\x03\x04');
    for (const name of ['manifest.json', 'color.png', 'outline.png'])
      assert.equal(zip.includes(name), true, name);
    assert.equal(zip.includes('.svg'), false);
  });

  it('is the same to the byte when it is made again', async () => {
    await pack();
    const first = readFileSync(output());
    await pack();
    assert.equal(readFileSync(output()).equals(first), true);
  });

  it('is not made while the environment lacks values, and all of them are named at once', async () => {
    change('.env', (text) => text.replace(/^BOT_ID=.*$/m, 'BOT_ID=').replace(/^TEAMS_APP_ID=.*$/m, ''));
    await assert.rejects(pack(), /no value for TEAMS_APP_ID\.\n- .* no value for BOT_ID\./);
    assert.equal(existsSync(output()), false);
  });

  it('is not made from a wrong manifest and a wrong icon, and both are named at once', async () => {
    change('manifest.json', (text) =>
      text.replace('"#14525C"', '"teal"').replace('"remind"', `"${'r'.repeat(33)}"`),
    );
    writeFileSync(join(folder, 'color.png'), testPng({ size: 32, pixel: () => [0, 0, 0] }));
    await assert.rejects(pack(), (error: Error) => {
      assert.match(error.message, /manifest\.json\/accentColor: must match pattern/);
      assert.match(error.message, /has 33 characters; at most 32 fit/);
      assert.match(error.message, /color\.png is 32 by 32 pixels/);
      return true;
    });
  });

  it('is not made with an id that is no id', async () => {
    change('.env', (text) => text.replace(/^BOT_ID=.*$/m, 'BOT_ID=my-bot'));
    await assert.rejects(pack(), /manifest\.json\/bots\/0\/botId: must match pattern/);
  });

  it('names an environment file that is not there', async () => {
    rmSync(join(folder, '.env'));
    await assert.rejects(pack(), /There is no environment file .*\.env\./);
  });
});
