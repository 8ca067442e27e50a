import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { filesBelow } from '../support/files';
import { forbiddenImports } from './importRules';

describe('The import directions', () => {
  it('are kept by every file of src', () => {
    const files = sources().map((path) => ({ path, text: readFileSync(path, 'utf8') }));
    assert.ok(files.length > 100);
    assert.deepEqual(forbiddenImports(files), []);
  });

  const forbidden: [why: string, path: string, text: string][] = [
    ['a feature imports another', 'src/features/help/index.ts', "import { x } from '../concerns/case';"],
    ['production imports local Teams', 'src/bot/inbox.ts', "import { x } from '../localTeams/server';"],
    ['storage imports the bot', 'src/storage/table.ts', "import { x } from '../bot/turn';"],
    ['what decides imports the SDK', 'src/features/concerns/nextStep.ts', "import { x } from 'botbuilder';"],
    ['a lower part imports app.ts', 'src/jobs/runner.ts', "import { x } from '../app';"],
    [
      'a type alone is imported',
      'src/features/help/index.ts',
      "import type { X } from '../policies/policy';",
    ],
  ];
  for (const [why, path, text] of forbidden) {
    it(`are seen to be broken when ${why}`, () => {
      assert.equal(forbiddenImports([{ path, text }]).length, 1);
    });
  }

  it('allow what goes downwards', () => {
    const text =
      "import { x } from '../../bot/turn'; import { y } from '../../clock'; import { z } from './nextStep';";
    assert.deepEqual(forbiddenImports([{ path: 'src/features/concerns/index.ts', text }]), []);
  });

  it('leave the environment to config.ts', () => {
    const readers = sources().filter((path) => readFileSync(path, 'utf8').includes('process.env'));
    assert.deepEqual(readers, ['src/config.ts']);
  });
});

function sources(): string[] {
  return filesBelow('src', /\.tsx?$/);
}
