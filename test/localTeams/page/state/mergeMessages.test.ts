import assert from 'node:assert/strict';
import { withNewest, withOlder } from '../../../../src/localTeams/page/state/mergeMessages';
import { botMessage } from '../support/scene';

const message = (id: string, text = id) => botMessage(id, 'a:1', { text });
const ids = (list: { messages: { id: string }[] }) => list.messages.map(({ id }) => id);

describe('the messages that the page has', () => {
  it('keep an unchanged message as it is, so that nothing typed into its card is lost', () => {
    const loaded = { messages: [message('1'), message('2')], more: false };
    const merged = withNewest(loaded, { messages: [message('1'), message('2', 'edited')], more: false });
    assert.equal(merged.messages[0], loaded.messages[0]);
    assert.equal(merged.messages[1]?.text, 'edited');
  });

  it('keep the older pages when the newest page comes again', () => {
    const loaded = { messages: ['1', '2', '3'].map((id) => message(id)), more: true };
    const merged = withNewest(loaded, { messages: [message('2'), message('3'), message('4')], more: true });
    assert.deepEqual([ids(merged), merged.more], [['1', '2', '3', '4'], true]);
  });

  it('forget what is gone from Local Teams', () => {
    const loaded = { messages: [message('1'), message('2')], more: false };
    assert.deepEqual(ids(withNewest(loaded, { messages: [message('2')], more: false })), ['2']);
  });

  it('start anew when the newest page does not touch what was there', () => {
    const loaded = { messages: [message('1')], more: false };
    assert.deepEqual(withNewest(loaded, { messages: [message('8')], more: true }), {
      messages: [message('8')],
      more: true,
    });
  });

  it('put an older page in front, each message once', () => {
    const loaded = { messages: [message('2'), message('3')], more: true };
    const merged = withOlder(loaded, { messages: [message('1'), message('2')], more: false });
    assert.deepEqual([ids(merged), merged.more], [['1', '2', '3'], false]);
  });
});
