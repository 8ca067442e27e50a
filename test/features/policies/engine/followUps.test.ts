import assert from 'node:assert/strict';
import { whoseOutcome } from './ask';
import { leaning, standalone } from './followUpTable';
import { ask } from '../../../support/realEngine';

/** Rows whose clause may be second; a longer list means that following up got worse. */
const secondIsEnough = 1;

describe('a question after another', () => {
  it('is tried with thirty of either sort', () => {
    assert.deepEqual([standalone.length, leaning.length], [30, 30]);
  });

  for (const [previous, question] of standalone) {
    it(`is read by itself: "${question}"`, async () => {
      assert.deepEqual(await ask(question, [previous]), await ask(question));
    });
  }

  for (const [previous, question, clauses] of leaning) {
    it(`is read with "${previous}": "${question}"`, async () => {
      const found = (await ask(question, [previous])).clauses.slice(0, 3);
      assert.ok(
        found.some((id) => clauses.includes(id)),
        found.join(),
      );
    });
  }

  it('finds the right clause first for nearly all that lean back', async () => {
    const missed = await whoseOutcome(
      leaning,
      ([previous, question]) => ask(question, [previous]),
      (outcome, [, , clauses]) => !clauses.includes(outcome.clauses[0] ?? ''),
    );
    assert.ok(missed.length <= secondIsEnough, missed.map(([, question]) => question).join('; '));
  });
});
