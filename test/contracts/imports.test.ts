import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { filesBelow } from '../support/files';
import type { SourceFile } from './importRules';
import { changingState, forbiddenImports } from './importRules';

describe('The import directions', () => {
  it('are kept by every file of src', () => {
    assert.ok(sources().length > 100);
    assert.deepEqual(forbiddenImports(sources()), []);
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
    ['something is handed on', 'src/features/help/index.ts', "export { x } from '../policies/policy';"],
    [
      'it happens later',
      'src/features/help/index.ts',
      "export const x = () => import('../policies/policy');",
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
    const readers = sources().filter(({ text }) => text.includes('process.env'));
    assert.deepEqual(
      readers.map(({ path }) => path),
      ['src/config.ts'],
    );
  });
});

describe('A module', () => {
  it('holds no changing state', () => {
    assert.deepEqual(changingState(sources()), []);
  });

  for (const text of ['let x = 1;', 'export let x = 1;', 'var x = 1;']) {
    it(`is seen to hold it in \`${text}\``, () => {
      assert.equal(changingState([{ path: 'src/clock.ts', text }]).length, 1);
    });
  }

  it('may have changing state in a function', () => {
    const text = 'const y = 1; export function next() { let x = y; return ++x; }';
    assert.deepEqual(changingState([{ path: 'src/clock.ts', text }]), []);
  });
});

function sources(): SourceFile[] {
  return filesBelow('src', /\.tsx?$/).map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}
