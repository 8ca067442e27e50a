import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPolicy } from '../../../../src/features/policies/policy';
import { ask } from '../../../support/realEngine';

describe('a question that the bot itself puts on a button', () => {
  it('is answered with a clause when it is a suggestion, whatever was asked before', async () => {
    for (const clause of loadPolicy().clauses) {
      for (const suggestion of clause.suggestions) {
        for (const previous of [[], ['Can I post a photo of a client?']]) {
          const outcome = await ask(suggestion, previous);
          assert.deepEqual([outcome.outcome, outcome.urgent], ['answer', false], suggestion);
        }
      }
    }
  });

  it('is answered with a clause when it is an example of the welcome', async () => {
    // The list is read from the source: nothing of app.ts is to be exported for a test alone.
    const source = readFileSync(join(__dirname, '../../../../src/app.ts'), 'utf8');
    const list = /EXAMPLE_QUESTIONS = \[([^\]]+)\]/.exec(source)?.[1] ?? '';
    const questions = [...list.matchAll(/'([^']+)'/g)].map((found) => found[1] ?? '');
    assert.ok(questions.length >= 3);
    for (const question of questions) {
      const outcome = await ask(question);
      assert.deepEqual([outcome.outcome, outcome.urgent, outcome.report], ['answer', false, false], question);
    }
  });
});
