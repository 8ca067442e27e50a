import assert from 'node:assert/strict';
import { memberAnswer } from '../../src/bot/teamsAnswers';
import { memberLeft } from '../support/memberLeft';
import type { TestProduct } from '../support/product';
import { startProduct } from '../support/product';

describe('Membership, as Teams tells it', () => {
  let product: TestProduct;
  beforeEach(async () => {
    product = await startProduct();
  });
  afterEach(() => product.stop());

  const remindedOf = async (key: string): Promise<string> => {
    const who = product.teams.person(key);
    await who.says('remind');
    return (await who.lastMessage()).text;
  };

  for (const named of [true, false]) {
    it(`ends a role when somebody leaves, ${named ? 'with' : 'without'} their Entra id`, async () => {
      const left = memberLeft(product.teams, 'manager', 'managers/general', named);
      assert.equal((await product.teams.sendRaw(left)).status, 200);
      assert.match(await remindedOf('manager'), /Only managers/);
    });
  }

  it('names people the same way in every answer, whatever the case of their id', () => {
    const id = 'ABCDEF01-89AB-4DEF-8123-456789ABCDEF';
    assert.equal(memberAnswer.parse({ id: '29:a', aadObjectId: id })?.id, id.toLowerCase());
  });

  it('of a team that was deleted ends its roles', async () => {
    const deleted = product.teams.sampleActivity(
      'conversationUpdateMembersRemoved',
      'manager',
      { membersRemoved: [], channelData: { eventType: 'teamDeleted' } },
      'managers/general',
    );
    assert.equal((await product.teams.sendRaw(deleted)).status, 200);
    assert.match(await remindedOf('manager'), /Only managers/);
  });

  it('is read in the end when Teams could not say it at the time of the installation', async () => {
    await product.stop();
    product = await startProduct({ setUp: false });
    const mend = await product.teams.fail({ answer: 503, conversation: 'managers/general' });
    await product.teams.team('managers').installsBot('admin');
    await mend();
    await product.teams.person('admin').mentionsIn('managers/general', 'use this team for managers');
    await product.advance(3_600_000);
    await product.teams.person('manager').says('help');
    assert.match(
      JSON.stringify(await product.teams.person('manager').lastCard()),
      /acknowledgements\.remind/,
    );
  });
});
