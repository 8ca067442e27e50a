import assert from 'node:assert/strict';
import { join } from 'node:path';
import { parsePeople, readPeople } from '../../../src/localTeams/people';
import type { PeopleFile } from '../../../src/localTeams/people';
import type { TestProduct } from '../../support/product';
import { startProduct } from '../../support/product';

/** The people of the example, with a private and a shared channel in the complaints team. */
function withOtherChannels(): PeopleFile {
  const people = readPeople(join(__dirname, '../../../src/localTeams/people.json'));
  const teams = people.teams.map((team) => {
    const others = (['private', 'shared'] as const).map((type) => ({
      key: type,
      name: type,
      type,
      members: team.members,
    }));
    if (team.key !== 'complaints') return team;
    return { ...team, members: [...team.members, 'visitor'], channels: [...team.channels, ...others] };
  });
  const visitor = { key: 'visitor', name: 'Gwendolen Guestly', title: 'Visitor', role: 'staff', guest: true };
  return parsePeople({ ...people, people: [...people.people, visitor], teams });
}

describe('Setup in Teams', () => {
  let product: TestProduct;
  beforeEach(async () => {
    product = await startProduct({ teams: { people: withOtherChannels() } });
  });
  afterEach(() => product.stop());

  async function told(key: string, channel: string, text: string): Promise<string> {
    const who = product.teams.person(key);
    assert.equal(await who.mentionsIn(channel, text), 200);
    return JSON.stringify(await who.lastCard());
  }

  it('says which kind of channel concerns go to, and counts the guests of its team', async () => {
    const status = await told('admin', 'managers/general', 'setup');
    assert.match(status, /A standard channel, as Teams says; 1 guest in its team\. Guests hold no role/);
  });

  it('takes a role away again with its undo', async () => {
    await told('admin', 'managers/general', 'stop using this team for managers');
    await product.teams.person('manager').says('help');
    assert.doesNotMatch(
      JSON.stringify(await product.teams.person('manager').lastCard()),
      /acknowledgements\.remind/,
    );
  });

  it('refuses everybody who is no administrator, in their own chat', async () => {
    assert.match(
      await told('complaints-officer', 'complaints/general', 'use this team for managers'),
      /Only an administrator/,
    );
    await product.teams.person('complaints-officer').says('help');
    assert.doesNotMatch(
      JSON.stringify(await product.teams.person('complaints-officer').lastCard()),
      /acknowledgements\.remind/,
    );
  });

  for (const type of ['private', 'shared']) {
    it(`refuses a ${type} channel for concerns, with the reason`, async () => {
      const card = await told('second-admin', `complaints/${type}`, 'use this channel for concerns');
      assert.match(card, /Nothing was changed.*Please choose a standard channel/);
      assert.match(await told('admin', 'managers/general', 'setup'), /Concerns, Complaints team/);
    });
  }

  it('shows what is set, and which contacts are examples', async () => {
    const admin = product.teams.person('admin');
    await admin.says('setup');
    assert.match(
      JSON.stringify(await admin.lastCard()),
      /Managers.{1,2} team.*Concerns, Complaints team.*Contacts to put right/,
    );
  });

  it('changes nothing while Teams cannot say what kind of channel it is', async () => {
    const end = await product.teams.fail({ answer: 403, operation: 'channels' });
    try {
      assert.match(
        await told('second-admin', 'complaints/general', 'use this channel for concerns'),
        /try again in a minute/,
      );
    } finally {
      await end();
    }
  });
});
