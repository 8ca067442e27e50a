import assert from 'node:assert/strict';
import people from '../../../../src/localTeams/people.json';
import type { PressAnswer } from '../../../../src/localTeams/api';
import type { PersonDriver } from '../../../../src/localTeams/driver';
import { parsePeople } from '../../../../src/localTeams/people';
import type { TestProduct } from '../../../support/product';
import { startProduct } from '../../../support/product';
import { secondApproves } from '../../../support/secondApproves';
import { pressMadeUp } from './rawPress';
import { channelCard, channelCards, press, seen, sendReport } from '../reporting';

/** The words with which a press was refused. */
const said = ({ result }: PressAnswer): string => ('text' in result && result.text) || JSON.stringify(result);

/** The people of the example, with a new member, a guest and a namesake in the complaints team. */
function withNewcomers() {
  const more = [
    { key: 'newcomer', name: 'Nigel Newdesk', title: 'Complaints assistant', role: 'staff' },
    { key: 'guest', name: 'Gwendolen Guestly', title: 'Visitor', role: 'staff', guest: true },
    { key: 'second-newcomer', name: 'Noreen Newchair', title: 'Complaints assistant', role: 'staff' },
  ];
  const teams = people.teams.map((team) =>
    team.key === 'complaints' ? { ...team, members: [...team.members, ...more.map(({ key }) => key)] } : team,
  );
  return parsePeople({ ...people, people: [...people.people, ...more], teams });
}

describe('who may see reports', () => {
  let product: TestProduct;
  let lead: PersonDriver;
  let reference: string;
  before(async () => {
    product = await startProduct({ teams: { people: withNewcomers() } });
    lead = product.teams.person('complaints-lead');
    reference = await sendReport(product);
  });
  after(() => product.stop());

  const takesOn = async (who: string) => {
    const answer = await product.teams.person(who).presses(await channelCard(product, reference), 'Open');
    await product.idle();
    return answer;
  };
  const says = async (who: string, words: string): Promise<string> => {
    const person = product.teams.person(who);
    await person.says(words);
    await product.idle();
    return seen(await person.lastCardMessage());
  };
  const leadWasAsked = async (name: string): Promise<number> =>
    (await lead.chat()).filter((message) => seen(message).includes(`${name}`)).length;
  const channelSays = async (): Promise<string> => JSON.stringify(await channelCards(product));

  it('a new member of the complaints team sees nothing, and the lead is asked about them once', async () => {
    assert.match(said(await takesOn('newcomer')), /complaints lead has to confirm you once/);
    assert.match(said(await takesOn('newcomer')), /complaints lead has to confirm you once/);
    assert.equal(await leadWasAsked('Nigel Newdesk'), 1);
    const card = await lead.lastCardMessage();
    assert.match(seen(card), /May this person see reports\?.*Nigel Newdesk/);
    assert.doesNotMatch(seen(card), new RegExp(reference));
  });

  it('the lead confirms them with one press: they see reports, and the channel is told', async () => {
    await takesOn('newcomer');
    await press(lead, 'Confirm');
    await product.idle();
    assert.equal((await takesOn('newcomer')).result.kind, 'dialog');
    assert.match(await channelSays(), /Nigel Newdesk can see and handle reports now\. Lettice Ledgerly/);
  });

  it('a member whom the lead does not confirm goes on seeing nothing, and does not ask again', async () => {
    await takesOn('second-newcomer');
    await press(lead, 'Do not confirm');
    assert.match(said(await takesOn('second-newcomer')), /has not confirmed you/);
    assert.doesNotMatch(await channelSays(), /Noreen/);
  });

  it('the lead confirms and removes by command too, and sees who is confirmed', async () => {
    assert.match(await says('complaints-lead', 'confirm Noreen Newchair as a handler'), /can see and handle/);
    assert.equal((await takesOn('second-newcomer')).result.kind, 'dialog');
    assert.match(await says('complaints-lead', 'handlers'), /Fergus Foldersby.*Noreen Newchair/);
    assert.match(await says('complaints-lead', 'remove Noreen Newchair as a handler'), /cannot see reports/);
    assert.match(said(await takesOn('second-newcomer')), /has not confirmed you/);
    assert.match(await channelSays(), /Noreen Newchair cannot see reports any more/);
  });

  it('a guest and an administrator in the team are never handlers, whoever says so', async () => {
    for (const [who, name] of [
      ['guest', 'Gwendolen Guestly'],
      ['second-admin', 'Tobias Toggleton'],
    ] as const) {
      assert.match(said(await takesOn(who)), /Only the complaints team/);
      assert.match(await says('complaints-lead', `confirm ${name} as a handler`), /Nothing was changed/);
      assert.match(said(await takesOn(who)), /Only the complaints team/);
    }
  });

  it('nobody but the lead confirms: no handler, manager or administrator', async () => {
    for (const who of ['complaints-officer', 'manager', 'second-admin', 'night-carer'])
      assert.match(
        await says(who, 'confirm Noreen Newchair as a handler'),
        /Only the complaints lead decides/,
      );
    assert.match(said(await takesOn('second-newcomer')), /has not confirmed you/);
  });

  it('two administrators name another lead: the channel is told, and the one before sees nothing', async () => {
    await says('admin', 'make Fergus Foldersby the complaints lead');
    assert.doesNotMatch(await channelSays(), /Fergus Foldersby is the complaints lead/);
    await secondApproves(product, 'second-admin');
    assert.match(
      await channelSays(),
      /Fergus Foldersby is the complaints lead now\. Ada Keyringle.*Tobias Toggleton, another administrator, approved it/,
    );
    assert.match(said(await takesOn('complaints-lead')), /complaints lead has to confirm you once/);
    assert.match(await says('complaints-lead', 'handlers'), /Only the complaints lead decides/);
    await press(product.teams.person('complaints-officer'), 'Confirm');
    assert.equal((await takesOn('complaints-lead')).result.kind, 'dialog');
    await says('admin', 'make Lettice Ledgerly the complaints lead');
    await secondApproves(product, 'second-admin');
    assert.match(await says('complaints-lead', 'handlers'), /Fergus Foldersby/);
  });

  it('without an answer of Teams nobody sees anything', async () => {
    await product.teams.fail({ answer: 403, operation: 'member' });
    assert.match(said(await takesOn('complaints-officer')), /Only the complaints team/);
    await product.teams.clearFaults();
  });

  it('Teams is asked once about whoever presses, whether they may or not', async () => {
    const card = await channelCard(product, reference);
    const caseId = /"case":"([0-9a-f]+)"/.exec(seen(card))?.[1] ?? assert.fail();
    const presses = async (who: string, id: string) => {
      const before = product.teams.requests.length;
      const answer = await pressMadeUp(product, who, 'concerns.open', { case: id });
      const asked = product.teams.requests.slice(before).filter(({ operation }) => operation === 'member');
      return { answer, asked: asked.length };
    };
    const none = '0'.repeat(32);
    const known = await presses('complaints-officer', none);
    assert.match(known.answer, /cannot find that report/);
    assert.equal(known.asked, 1);
    const unconfirmed = await presses('second-newcomer', caseId);
    assert.match(unconfirmed.answer, /has not confirmed you/);
    assert.equal(unconfirmed.asked, 1);
    await product.teams.fail({ answer: 404, operation: 'member' });
    const left = await presses('complaints-officer', caseId);
    await product.teams.clearFaults();
    assert.match(left.answer, /Only the complaints team/);
    assert.equal(left.asked, 1);
  });

  it('the channel is told later when Teams does not take it at the time', async () => {
    await product.teams.fail({ answer: 403, operation: 'createConversation' });
    await product.teams.fail({ answer: 403, operation: 'send', conversation: 'complaints/concerns' });
    await says('complaints-lead', 'remove Nigel Newdesk as a handler');
    assert.doesNotMatch(await channelSays(), /Nigel Newdesk cannot see/);
    await product.teams.clearFaults();
    await product.advance(5 * 60_000);
    assert.match(await channelSays(), /Nigel Newdesk cannot see/);
  });
});

describe('a complaints team without a lead', () => {
  it('says so to whoever presses, and names one by an administrator, who has to be in the team', async () => {
    const product = await startProduct({ setUp: false });
    await product.teams.installAll();
    const admin = product.teams.person('admin');
    const says = async (words: string): Promise<string> => {
      await admin.says(words);
      await product.idle();
      return seen(await admin.lastCardMessage());
    };
    assert.match(await says('make Lettice Ledgerly the complaints lead'), /which channel concerns go to/);
    const second = product.teams.person('second-admin');
    await second.mentionsIn('complaints/concerns', 'use this channel for concerns');
    const reference = await sendReport(product);
    const officer = product.teams.person('complaints-officer');
    const card = await channelCard(product, reference);
    assert.match(said(await officer.presses(card, 'Open')), /Nobody leads the complaints team yet/);
    assert.match(await says('setup'), /Complaints lead.*Not set yet/);
    for (const name of ['Nella Nightlight', 'Nobody Atall'])
      assert.match(await says(`make ${name} the complaints lead`), /Nobody in Complaints team has this name/);
    assert.match(await says('make Tobias Toggleton the complaints lead'), /administrator.*cannot lead/);
    await officer.says('make Fergus Foldersby the complaints lead');
    assert.match(seen(await officer.lastCardMessage()), /Only an administrator/);
    assert.match(await says('make Lettice Ledgerly the complaints lead'), /is the complaints lead now/);
    await product.idle();
    // Who pressed before there was a lead is waiting for them.
    const lead = product.teams.person('complaints-lead');
    assert.match(seen(await lead.lastCardMessage()), /May this person see reports.*Fergus Foldersby/);
    assert.match(await says('setup'), /Complaints lead.*Lettice Ledgerly/);
    await product.stop();
  });
});
