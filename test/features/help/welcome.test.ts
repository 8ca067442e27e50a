import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { fake } from 'sinon';
import type { Card } from '../../../src/cards/render';
import type { Welcome } from '../../../src/features/help/index';
import { createWelcome } from '../../../src/features/help/index';
import type { Role } from '../../../src/storage/roles';
import { Storage } from '../../../src/storage/storage';
import { startAzurite } from '../../support/azurite';

describe('The welcome', () => {
  let welcome: Welcome;
  const send = fake();
  const held = new Set<Role>();
  beforeEach(async () => {
    const { connectionString } = await startAzurite();
    const storage = new Storage(
      { kind: 'connection', connectionString },
      `t${randomUUID().replaceAll('-', '').slice(0, 12)}`,
    );
    const roles = { of: () => Promise.resolve(held) };
    welcome = createWelcome({ storage, roles, chatLink: 'https://teams.example/chat' });
    send.resetHistory();
    held.clear();
  });
  const sent = () => (send.args as [Card][]).map(([card]) => JSON.stringify(card.content));
  const greet = (id: string, activityId: string) => welcome.welcomePerson({ id, activityId }, send);

  it('shows a person the three jobs as buttons', async () => {
    assert.equal(await greet('person-1', 'a1'), true);
    assert.match(sent()[0] ?? '', /help\.ask.*concerns\.start.*help\.confirming/);
  });

  it('says that the manager does not see what is asked', async () => {
    await greet('person-1', 'a1');
    assert.match(sent()[0] ?? '', /Your manager cannot see what you ask here\./);
  });

  it('shows a manager the button that sends a request', async () => {
    held.add('manager');
    await greet('person-1', 'a1');
    assert.match(sent()[0] ?? '', /acknowledgements\.remind/);
  });

  it('comes once, though the installation is told by several activities at the same time', async () => {
    const greeted = await Promise.all(['a1', 'a2', 'a3'].map((activityId) => greet('person-1', activityId)));
    assert.equal(greeted.filter(Boolean).length, 1);
    assert.equal(sent().length, 1);
  });

  it('comes again in a turn that runs again, because what the first run said was dropped', async () => {
    await greet('person-1', 'a1');
    assert.equal(await greet('person-1', 'a1'), true);
  });

  it('comes to every person', async () => {
    await greet('person-1', 'a1');
    assert.equal(await greet('person-2', 'a2'), true);
  });

  it('comes again after the bot was removed and installed anew, once', async () => {
    await greet('person-1', 'a1');
    await welcome.removed('person', { id: 'person-1', activityId: 'r1' });
    await welcome.removed('person', { id: 'person-1', activityId: 'r1' });
    assert.deepEqual([await greet('person-1', 'a2'), await greet('person-1', 'a3')], [true, false]);
  });

  it('does not come again because Teams sends the removal once more', async () => {
    await greet('person-1', 'a1');
    await welcome.removed('person', { id: 'person-1', activityId: 'r1' });
    await greet('person-1', 'a2');
    await welcome.removed('person', { id: 'person-1', activityId: 'r1' });
    assert.equal(await greet('person-1', 'a3'), false);
  });

  it('of a team is one card that says how to write privately', async () => {
    assert.equal(await welcome.welcomeTeam({ id: 'team-1', activityId: 'a1' }, send), true);
    assert.equal(await welcome.welcomeTeam({ id: 'team-1', activityId: 'a2' }, send), false);
    assert.match(sent()[0] ?? '', /private chat.*https:\/\/teams\.example\/chat/);
    assert.doesNotMatch(sent()[0] ?? '', /Action\.Execute/);
  });
});
