import assert from 'node:assert/strict';
import { buildEngineData } from '../../../../../src/features/policies/engine/build/buildEngineData';
import type { Banks } from '../../../../../src/features/policies/engine/build/readBanks';
import { createEngine } from '../../../../../src/features/policies/engine/createEngine';
import { readingRoom, roomBanks, shortTraining, wordEncoder } from './readingRoom';

describe('what is learned from the content', () => {
  const learn = (banks: Banks) => buildEngineData(readingRoom, banks, wordEncoder, undefined, shortTraining);
  const engineOf = async (banks: Banks) => createEngine(readingRoom, await learn(banks), wordEncoder);

  it('is the same for the same content', async () => {
    assert.deepEqual(await learn(roomBanks()), await learn(roomBanks()));
  });

  it('changes with a line, and so does the mark of what it was built from', async () => {
    const banks = roomBanks();
    const before = await learn(banks);
    const [first, ...others] = banks.lines;
    assert.ok(first);
    const after = await learn({ ...banks, lines: [{ ...first, text: 'May I sing the books?' }, ...others] });
    assert.notEqual(after.builtFrom, before.builtFrom);
    assert.notDeepEqual(after.network, before.network);
  });

  it('answers a line, and a question that is near to one, with its clause and its verdict', async () => {
    const engine = await engineOf(roomBanks());
    for (const question of ['Can I eat soup in the room?', 'Can I eat a sandwich in the room?']) {
      const outcome = await engine.ask(question);
      assert.ok(outcome.outcome === 'answer', question);
      assert.deepEqual([outcome.clauses[0], outcome.verdict], ['EAT', 'no'], question);
    }
  });

  it('tells concerns, danger, distress and small talk from questions', async () => {
    const engine = await engineOf(roomBanks());
    assert.equal((await engine.ask('A man is burning the shelves')).urgent, 'danger');
    assert.equal((await engine.ask('I feel hopeless and alone')).urgent, 'distress');
    assert.equal((await engine.ask('Somebody tore a page of the atlas')).outcome, 'concern');
    assert.equal((await engine.ask('good morning')).outcome, 'smalltalk');
  });

  it('takes danger and distress for concerns when it tells kinds apart, and calm for nothing', async () => {
    const { network, knownLines } = await learn(roomBanks());
    assert.deepEqual(
      network.heads[0]?.filter((label) => /danger|distress|calm/.test(label)),
      [],
    );
    assert.deepEqual(
      knownLines.filter(({ label }) => /danger|distress|calm/.test(label)),
      [],
    );
    assert.deepEqual(network.heads[1], ['danger', 'distress', 'none']);
  });

  it('knows a follow-up that a voice wrote', async () => {
    const [before, asked] = ['Can I borrow a book?', 'and with soup?'] as const;
    const followUps = ['and with soup?', 'even with soup', 'what about with soup?'].map((text) => {
      return { before, text, label: 'clause:LATE', verdict: 'yes' as const, voice: 'reader', place: 'here' };
    });
    const taught = await engineOf({ ...roomBanks(), followUps });
    const untaught = await engineOf(roomBanks());
    assert.equal((await taught.ask(asked, [before])).clauses[0], 'LATE');
    assert.notEqual((await untaught.ask(asked, [before])).clauses[0], 'LATE');
  });

  it('says what it is at', async () => {
    const steps: string[] = [];
    await buildEngineData(readingRoom, roomBanks(), wordEncoder, (step) => steps.push(step), shortTraining);
    assert.deepEqual(
      steps.map((step) => step.split(' ')[0]),
      ['Reading', 'Learning', 'Learning'],
    );
  });
});
