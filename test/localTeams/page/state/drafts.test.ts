import assert from 'node:assert/strict';
import {
  keepDraft,
  readDraft,
  startedMention,
  withTypedMention,
} from '../../../../src/localTeams/page/state/drafts';
import { keptIn } from '../../../../src/localTeams/page/state/kept';

function memory() {
  const held = new Map<string, string>();
  const storage = {
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, text: string) => void held.set(name, text),
    removeItem: (name: string) => void held.delete(name),
  };
  return { held, kept: keptIn(storage) };
}

describe('what was typed and not sent', () => {
  it('comes back as it was, mention and spaces included', () => {
    const { kept } = memory();
    for (const draft of [
      { text: ' two\nlines', mention: false },
      { text: '@me', mention: true },
    ]) {
      keepDraft(kept, 'here', draft);
      assert.deepEqual(readDraft(kept, 'here'), draft);
    }
  });

  it('leaves nothing behind once it is empty', () => {
    const { held, kept } = memory();
    keepDraft(kept, 'here', { text: 'x', mention: false });
    keepDraft(kept, 'here', { text: '', mention: false });
    assert.equal(held.size, 0);
  });

  it('is done without where the browser keeps nothing', () => {
    const refuse = (): never => {
      throw new Error('full');
    };
    const kept = keptIn({ getItem: refuse, setItem: refuse, removeItem: refuse });
    keepDraft(kept, 'here', { text: 'x', mention: false });
    assert.deepEqual(readDraft(kept, 'here'), { text: '', mention: false });
  });
});

describe('a mention of the bot', () => {
  it('is offered from @ on, as long as the letters fit', () => {
    assert.equal(startedMention('hello @pol', 'Policy helper'), '@pol');
    assert.equal(startedMention('@', 'Policy helper'), '@');
    assert.equal(startedMention('@policy helper', 'Policy helper'), '@policy helper');
    assert.equal(startedMention('me@pol', 'Policy helper'), undefined);
    assert.equal(startedMention('@paula', 'Policy helper'), undefined);
  });

  it('counts when it was typed out at the start', () => {
    const draft = { text: '@policy HELPER  help', mention: false };
    assert.deepEqual(withTypedMention(draft, 'Policy helper'), { text: 'help', mention: true });
    assert.deepEqual(withTypedMention({ text: 'help', mention: false }, 'Policy helper'), {
      text: 'help',
      mention: false,
    });
  });
});
