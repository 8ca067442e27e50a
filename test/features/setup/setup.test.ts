import assert from 'node:assert/strict';
import { fake } from 'sinon';
import { Router } from '../../../src/bot/router';
import type { SetupDeps } from '../../../src/features/setup/index';
import { registerSetup } from '../../../src/features/setup/index';
import { startAzurite } from '../../support/azurite';
import { recordedTurn } from '../policies/conversation/recordedTurn';
import { leading, setupDeps, team } from './example';

interface Saying {
  readonly personId?: string;
  readonly kind?: 'personal' | 'channel';
  readonly channelId?: string;
}

async function say(
  text: string,
  deps: SetupDeps,
  { personId = 'admin-1', kind = 'channel', channelId = 'channel-c' }: Saying = {},
) {
  const router = new Router();
  registerSetup(router, deps);
  const place = kind === 'channel' ? { kind, teamId: 'team-c', channelId } : { kind };
  const turn = recordedTurn(text, { personId, place });
  const taken = await router.message(turn);
  return { taken, cards: turn.cards(), card: turn.cards()[0] ?? '' };
}

describe('Setting up, in a channel of a team', () => {
  it('makes the team the managers’', async () => {
    const { deps, setManagers } = setupDeps();
    assert.match((await say('use this team for managers', deps)).card, /Complaints team are managers now/);
    assert.deepEqual(setManagers.args, [['team-c', true]]);
  });

  it('sends concerns to a standard channel', async () => {
    const { deps, setConcernsChannel } = setupDeps();
    assert.match(
      (await say('Use this channel for concerns.', deps)).card,
      /channel General of Complaints team/,
    );
    assert.deepEqual(setConcernsChannel.args, [['team-c', 'channel-c']]);
  });

  it('refuses a private channel for concerns with the reason, and changes nothing', async () => {
    const { deps, setConcernsChannel } = setupDeps();
    const { card } = await say('use this channel for concerns', deps, { channelId: 'channel-p' });
    assert.match(card, /private channel/);
    assert.equal(setConcernsChannel.callCount, 0);
  });

  it('changes nothing when Teams does not say what kind of channel it is', async () => {
    const { deps, setConcernsChannel } = setupDeps();
    const channels = fake.resolves({ outcome: 'unavailable', code: '503' } as const);
    const messenger = { ...deps.messenger, channels };
    assert.match(
      (await say('use this channel for concerns', { ...deps, messenger })).card,
      /try again in a minute/,
    );
    assert.equal(setConcernsChannel.callCount, 0);
  });

  it('tells others kindly that administrators do this, without asking Teams for anything', async () => {
    const { deps, setManagers, listChannels } = setupDeps();
    for (const text of ['use this team for managers', 'setup']) {
      assert.match((await say(text, deps, { personId: 'staff-1' })).card, /Only an administrator/);
    }
    assert.equal(setManagers.callCount + listChannels.callCount, 0);
  });

  it('leaves every other message to the next feature', async () => {
    const { taken, cards } = await say('Can I use this channel for concerns?', setupDeps().deps);
    assert.equal(taken, undefined);
    assert.deepEqual(cards, []);
  });
});

describe('Setting up, in a personal chat', () => {
  let connectionString: string;
  before(async () => ({ connectionString } = await startAzurite()));

  it('explains where to say it', async () => {
    const { deps, setManagers } = setupDeps();
    assert.match(
      (await say('use this team for managers', deps, { kind: 'personal' })).card,
      /in a channel of that team/,
    );
    assert.equal(setManagers.callCount, 0);
  });

  it('"setup" shows what is missing, with what to do about it', async () => {
    const { card } = await say('setup', setupDeps(undefined, undefined, connectionString).deps, {
      kind: 'personal',
    });
    assert.match(
      card,
      /still to do.*Complaints team, Office team.*Not set yet.*use this team for managers.*use this channel for concerns/,
    );
  });

  it('"setup" shows what is set, and the contacts that are examples', async () => {
    const { deps } = setupDeps(
      [
        team('team-c', 'Complaints team', { concernsChannelId: 'channel-c' }),
        team('team-m', 'Managers', { managers: true }),
        team('team-x', 'Left team', { installed: false }),
      ],
      leading,
      connectionString,
    );
    const { card } = await say('setup', { ...deps, contactProblems: ['Duty manager is an example.'] });
    assert.match(card, /still to do.*General, Complaints team.*Duty manager is an example/);
    assert.doesNotMatch(card, /Left team|Not set yet/);
    assert.match((await say('setup', deps)).card, /Everything is set up/);
  });

  it('draws a team’s name as it is, whatever it looks like', async () => {
    const teams = [team('team-c', '**${boom}** [x](y)')];
    const { deps } = setupDeps(teams, undefined, connectionString);
    const { card } = await say('setup', deps, { kind: 'personal' });
    assert.ok(card.includes('"type":"TextRun","text":"**${boom}** [x](y)"'));
  });
});
