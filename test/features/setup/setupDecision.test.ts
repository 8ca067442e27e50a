import assert from 'node:assert/strict';
import type { SetupChange, SetupDecision, SetupFacts } from '../../../src/features/setup/setupDecision';
import { decideSetup } from '../../../src/features/setup/setupDecision';
import { setupWords } from '../../../src/features/setup/setupWords';
import { here, inOffice } from './example';

const facts: SetupFacts = {
  administrator: true,
  here: { teamId: 'team-c', channelId: 'channel-c' },
  team: { name: 'Complaints team', managers: false },
  channel: { type: 'standard', name: 'General' },
  concerns: undefined,
  concernsBefore: false,
};
const refuse = (reason: string) => ({ kind: 'refuse', reason }) as SetupDecision;

const rows: readonly (readonly [says: string, SetupChange, Partial<SetupFacts>, SetupDecision])[] = [
  ['a team is made the managers’', 'managersOn', {}, { kind: 'setManagers', on: true }],
  [
    'a managers’ team stays one',
    'managersOn',
    { team: { name: 'A', managers: true } },
    { kind: 'unchanged' },
  ],
  [
    'a managers’ team is one no more',
    'managersOff',
    { team: { name: 'A', managers: true } },
    { kind: 'setManagers', on: false },
  ],
  ['what is no managers’ team stays none', 'managersOff', {}, { kind: 'unchanged' }],
  [
    'a private channel may be where managers are named',
    'managersOn',
    { channel: { type: 'private', name: 'P' } },
    { kind: 'setManagers', on: true },
  ],
  ['the first concerns channel is set', 'concernsOn', {}, { kind: 'setConcerns' }],
  [
    'another concerns channel is asked of a second administrator',
    'concernsOn',
    { concerns: inOffice, concernsBefore: true },
    { kind: 'ask', change: { what: 'channel', from: inOffice, to: here } },
  ],
  [
    'so is one after another was taken away',
    'concernsOn',
    { concernsBefore: true },
    { kind: 'ask', change: { what: 'channel', to: here } },
  ],
  ['the same concerns channel stays', 'concernsOn', { concerns: here }, { kind: 'unchanged' }],
  [
    'giving up the concerns channel is asked of a second administrator',
    'concernsOff',
    { concerns: here, concernsBefore: true },
    { kind: 'ask', change: { what: 'channel', from: here } },
  ],
  [
    'another channel than the one for concerns gives up nothing',
    'concernsOff',
    { concerns: inOffice },
    { kind: 'unchanged' },
  ],
  [
    'giving it up is asked also when Teams does not answer',
    'concernsOff',
    { concerns: here, concernsBefore: true, channel: 'unread' },
    { kind: 'ask', change: { what: 'channel', from: here } },
  ],
  [
    'a private channel is refused',
    'concernsOn',
    { channel: { type: 'private', name: 'P' } },
    refuse('channelPrivate'),
  ],
  [
    'a shared channel is refused',
    'concernsOn',
    { channel: { type: 'shared', name: 'S' } },
    refuse('channelShared'),
  ],
  [
    'a channel that Teams does not list is refused',
    'concernsOn',
    { channel: 'unlisted' },
    refuse('channelUnlisted'),
  ],
  [
    'a channel that could not be looked up is refused',
    'concernsOn',
    { channel: 'unread' },
    refuse('channelUnread'),
  ],
  [
    'others than administrators are refused',
    'managersOn',
    { administrator: false },
    refuse('notAdministrator'),
  ],
  ['a personal chat is refused', 'concernsOn', { here: undefined }, refuse('notInTeam')],
  ['an unknown team is refused', 'managersOn', { team: undefined }, refuse('unknownTeam')],
];

describe('What a setup command does', () => {
  for (const [says, command, change, decision] of rows) {
    it(says, () => assert.deepEqual(decideSetup(command, { ...facts, ...change }), decision));
    if (decision.kind === 'ask') continue;
    it(`${says}, and the words say so`, () => {
      const { title, lines } = setupWords(command, decision, { ...facts, ...change });
      assert.equal(title === 'Done', decision.kind.startsWith('set'));
      assert.ok(lines.length > 0 && lines.every((line) => line.length > 10 && !line.includes('undefined')));
    });
  }

  it('warns when a managers’ team is to receive the concerns', () => {
    const change = { ...facts, team: { name: 'Managers', managers: true } };
    const { lines } = setupWords('concernsOn', { kind: 'setConcerns' }, change);
    assert.match(lines.join(' '), /confirm nobody who is only a manager/);
  });
});
