import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import { ConversationState, MemoryStorage } from 'botbuilder';
import { BotStates } from '../../src/storage/botState';
import { Storage } from '../../src/storage/storage';
import { startAzurite } from '../support/azurite';

const NOW = new Date('2026-11-18T10:00:00Z');
/** Microsoft Learn, "Understanding the Table service data model"; texts are counted as UTF-16. */
const AZURE_ROW_BYTES = 1024 * 1024;
const empty = { slices: {}, recent: [] };

describe('Bot state', () => {
  let states: BotStates;
  before(async () => {
    const { connectionString } = await startAzurite();
    const prefix = `t${randomBytes(6).toString('hex')}`;
    states = new BotStates(new Storage({ kind: 'connection', connectionString }, prefix));
  });

  it('lets only the first of two save what both read', async () => {
    const [one, two] = [await states.load('chat', 'a'), await states.load('chat', 'a')];
    assert.ok(await states.save(one, 'chat', 'a', { ...empty, slices: { first: 1 } }, NOW));
    assert.equal(await states.save(two, 'chat', 'a', { ...empty, slices: { second: 2 } }, NOW), undefined);
    assert.deepEqual((await states.load('chat', 'a')).state.slices, { first: 1 });
  });

  it('is lost by botbuilder’s own saving when two read before either saves, which is why this product has its own', async () => {
    const storage = new MemoryStorage();
    const turn = () => {
      const context = contextOf();
      const state = new ConversationState(storage);
      return { context, state, field: (name: string) => state.createProperty<number>(name) };
    };
    const [one, two] = [turn(), turn()];
    await one.field('first').set(one.context, 1);
    await two.field('second').set(two.context, 2);
    await one.state.saveChanges(one.context);
    await two.state.saveChanges(two.context);
    const later = turn();
    const kept = [
      await later.field('first').get(later.context),
      await later.field('second').get(later.context),
    ];
    assert.deepEqual(kept, [undefined, 2]);
  });

  it('keeps a text that is longer than one property of a row may be', async () => {
    const long = 'ä'.repeat(100_000);
    await states.save(await states.load('chat', 'b'), 'chat', 'b', { ...empty, slices: { long } }, NOW);
    assert.equal((await states.load('chat', 'b')).state.slices['long'], long);
  });

  it('remembers the last twenty activities, and their answers for ten minutes', async () => {
    const recent = Array.from({ length: 25 }, (_, n) => ({
      activityId: `a${n}`,
      at: new Date(NOW.getTime() - (n < 22 ? 11 : 1) * 60_000).toISOString(),
      answer: { status: 200, body: { n } },
    }));
    await states.save(await states.load('chat', 'c'), 'chat', 'c', { slices: {}, recent }, NOW);
    const kept = (await states.load('chat', 'c')).state.recent;
    assert.equal(kept.length, 20);
    assert.equal(kept.filter(({ answer }) => answer.body !== undefined).length, 3);
  });

  it('stays within what Azure takes as one row, and forgets the oldest answers first', async () => {
    const recent = Array.from({ length: 20 }, (_, n) => ({
      activityId: `a${n}`,
      at: NOW.toISOString(),
      answer: { status: 200, body: 'ä'.repeat(50_000) },
      outbox: n === 19 ? ['unsent'] : undefined,
    }));
    const saved = await states.save(await states.load('chat', 'd'), 'chat', 'd', { slices: {}, recent }, NOW);
    const characters = Object.values(saved?.row?.value ?? {}).join('').length;
    assert.ok(characters < AZURE_ROW_BYTES / 2, `${characters} characters, two bytes each`);
    const kept = (await states.load('chat', 'd')).state.recent;
    assert.equal(kept.length, 20);
    assert.deepEqual([kept[0]?.answer, kept.at(-1)?.outbox], [{ status: 200 }, ['unsent']]);
    assert.ok(kept.at(-1)?.answer.body);
  });

  it('cuts through no character', async () => {
    const faces = '😀'.repeat(40_000);
    const saved = await states.save(
      await states.load('chat', 'e'),
      'chat',
      'e',
      { ...empty, slices: { faces } },
      NOW,
    );
    const pieces = Object.values(saved?.row?.value ?? {});
    assert.ok(pieces.length > 1 && !pieces.some((piece) => /[\uD800-\uDBFF]$/.test(piece)));
    assert.ok((await states.load('chat', 'e')).state.slices['faces'] === faces);
  });
});

function contextOf(): TurnContext {
  const activity = { channelId: 'msteams', conversation: { id: 'chat' } };
  return { activity, turnState: new Map() } as unknown as TurnContext;
}
