import assert from 'node:assert/strict';
import people from '../../../../src/localTeams/people.json';
import type { PressAnswer } from '../../../../src/localTeams/api';
import type { PersonDriver } from '../../../../src/localTeams/driver';
import { parsePeople } from '../../../../src/localTeams/people';
import type { Standing } from '../../../../src/storage/complaintsRoles';
import { ComplaintsRoles } from '../../../../src/storage/complaintsRoles';
import type { TestProduct } from '../../../support/product';
import { startProduct } from '../../../support/product';
import { channelCard, seen, sendReport } from '../reporting';
import { pressMadeUp } from './rawPress';

const IN_TEAM = [
  { key: 'guest', name: 'Gwendolen Guestly', title: 'Visitor', role: 'staff', guest: true },
  { key: 'newcomer', name: 'Nigel Newdesk', title: 'Complaints assistant', role: 'staff' },
  { key: 'refused', name: 'Rufus Refusedby', title: 'Complaints assistant', role: 'staff' },
];

function withOthersInTheTeam() {
  const teams = people.teams.map((team) =>
    team.key === 'complaints'
      ? { ...team, members: [...team.members, ...IN_TEAM.map(({ key }) => key)] }
      : team,
  );
  return parsePeople({ ...people, people: [...people.people, ...IN_TEAM], teams });
}

describe('a report that is to be given to somebody who may not see it', () => {
  let product: TestProduct;
  let lead: PersonDriver;
  let reference: string;
  const ids = new Map<string, string>();
  before(async () => {
    product = await startProduct({ teams: { people: withOthersInTheTeam() } });
    lead = product.teams.person('complaints-lead');
    for (const { key, aadObjectId } of (await product.teams.world()).people) ids.set(key, aadObjectId);
    reference = await sendReport(product);
    await lead.presses(await channelCard(product, reference), 'Take on');
    await product.idle();
  });
  after(() => product.stop());

  const idOf = (key: string): string => ids.get(key) ?? assert.fail(key);
  const form = async (): Promise<PressAnswer> => {
    const opened = await lead.presses(await channelCard(product, reference), 'Open');
    return lead.submitsDialog(await lead.submitsDialog(opened, 'More to do', {}), 'Assign to', {});
  };
  /** The choice as somebody could send it who writes the press by hand. */
  async function assignMadeUp(choice: string): Promise<string> {
    const asked = seen(await form());
    const [, id] = /"case":"([0-9a-f]+)"/.exec(asked) ?? assert.fail(asked);
    const [, shown] = /"shown":"?([0-9]+)/.exec(asked) ?? assert.fail(asked);
    const data = { case: id, shown, work: 'concerns.assign', choice };
    const answer = await pressMadeUp(product, 'complaints-lead', 'concerns.work', data);
    await product.idle();
    return answer;
  }
  async function stands(key: string, state: Standing['state']): Promise<void> {
    const row = {
      personId: idOf(key),
      teamsId: `29:${key}`,
      name: key,
      at: '2026-11-18T10:00:00Z',
      told: true,
    };
    await new ComplaintsRoles(product.storage).change(idOf(key), () => ({ ...row, state }));
  }
  async function assertRefused(key: string, name: RegExp): Promise<void> {
    assert.doesNotMatch(seen(await form()), name);
    assert.match(await assignMadeUp(idOf(key)), /Please choose one/);
    assert.match(seen(await channelCard(product, reference)), /Handler: .*Lettice Ledgerly/);
    assert.doesNotMatch(JSON.stringify(await product.teams.person(key).chat()), new RegExp(reference));
  }

  it('goes to no member whom the lead did not confirm, also when they have asked', async () => {
    await assertRefused('newcomer', /Nigel Newdesk/);
    await product.teams.person('newcomer').presses(await channelCard(product, reference), 'Open');
    await assertRefused('newcomer', /Nigel Newdesk/);
  });

  it('goes to nobody whom the lead refused or took the right from', async () => {
    for (const state of ['refused', 'removed'] as const) {
      await stands('refused', state);
      await assertRefused('refused', /Rufus|refused"/);
    }
  });

  it('goes to no guest, even where one is written down as confirmed', async () => {
    await assertRefused('guest', /Gwendolen/);
    await stands('guest', 'confirmed');
    await assertRefused('guest', /Gwendolen|"guest"/);
  });

  it('goes to somebody confirmed, so that it was no accident', async () => {
    assert.match(await assignMadeUp(idOf('complaints-officer')), /It is in the history/);
    assert.match(seen(await channelCard(product, reference)), /Handler: .*Fergus Foldersby/);
  });
});
