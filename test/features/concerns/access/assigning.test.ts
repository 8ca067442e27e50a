import assert from 'node:assert/strict';
import type { PressAnswer } from '../../../../src/localTeams/api';
import type { PersonDriver } from '../../../../src/localTeams/driver';
import type { TestProduct } from '../../../support/product';
import { memberLeft } from '../../../support/memberLeft';
import { involve } from '../clocks/involve';
import { pressMadeUp } from './rawPress';
import { channelCard, seen, sendReport, startReporting } from '../reporting';

describe('a report that is given to a colleague', () => {
  let product: TestProduct;
  let next: () => PersonDriver;
  let lead: PersonDriver;
  let officer: PersonDriver;
  let carer: PersonDriver;
  let reference: string;
  const ids = new Map<string, string>();
  before(async () => {
    ({ product, next } = await startReporting());
    lead = product.teams.person('complaints-lead');
    officer = product.teams.person('complaints-officer');
    for (const { key, aadObjectId } of (await product.teams.world()).people) ids.set(key, aadObjectId);
  });
  after(() => product.stop());
  beforeEach(async () => {
    carer = next();
    reference = await sendReport(product, carer.key);
  });

  const idOf = (key: string): string => ids.get(key) ?? assert.fail(key);
  const card = async (): Promise<string> => seen(await channelCard(product, reference));
  const takesOn = async (): Promise<void> => {
    await lead.presses(await channelCard(product, reference), 'Take on');
    await product.idle();
  };
  const page = async (): Promise<PressAnswer> => lead.presses(await channelCard(product, reference), 'Open');
  const form = async (): Promise<PressAnswer> =>
    lead.submitsDialog(await lead.submitsDialog(await page(), 'More to do', {}), 'Assign to', {});
  const assign = async (asked: PressAnswer, choice: string): Promise<string> => {
    const answer = seen(await lead.submitsDialog(asked, 'Assign it', { choice }));
    await product.idle();
    return answer;
  };
  /** The press as somebody could send it who writes it by hand. */
  const pressAnew = async (asked: PressAnswer, choice: string): Promise<string> => {
    const [, id] = /"case":"([0-9a-f]+)"/.exec(seen(asked)) ?? assert.fail(seen(asked));
    const [, shown] = /"shown":"?([0-9]+)/.exec(seen(asked)) ?? assert.fail(seen(asked));
    const data = { case: id, shown, work: 'concerns.assign', choice };
    const answer = await pressMadeUp(product, 'complaints-lead', 'concerns.work', data);
    await product.idle();
    return answer;
  };
  const told = async (who: string, words: string): Promise<number> =>
    (await product.teams.person(who).chat()).filter(
      (message) => seen(message).includes(reference) && seen(message).includes(words),
    ).length;

  it('is theirs: both are told once, channel and history show it, and the same press again changes nothing', async () => {
    await takesOn();
    const asked = await form();
    await Promise.all([assign(asked, idOf('complaints-officer')), assign(asked, idOf('complaints-officer'))]);
    assert.match(await pressAnew(asked, idOf('complaints-officer')), /It is in the history/);
    assert.match(await card(), /Handler: .*Fergus Foldersby/);
    assert.equal(await told('complaints-officer', 'You look after it now'), 1);
    assert.equal(await told('complaints-lead', 'Somebody else in the complaints team'), 1);
    const history = JSON.stringify((await page()).result);
    assert.equal(
      history.split('Given to a colleague by Lettice Ledgerly (to Fergus Foldersby)').length - 1,
      1,
    );
    await officer.says('my cases');
    assert.match(seen(await officer.lastCardMessage()), new RegExp(reference));
    assert.equal(await told(carer.key, 'has taken on your report'), 1);
  });

  it('is taken on by it when nobody had it, and the reporter hears that, without a name', async () => {
    await assign(await form(), idOf('complaints-officer'));
    assert.match(await card(), /Status: .*Taken on.*Fergus Foldersby/);
    const heard = seen(await carer.lastCardMessage());
    assert.match(heard, /has taken on your report/);
    assert.doesNotMatch(heard, /Foldersby/);
  });

  it('goes to nobody whom the lead did not confirm, nor to an administrator, whatever the press says', async () => {
    await takesOn();
    const asked = await form();
    assert.match(seen(asked), /Fergus Foldersby/);
    assert.doesNotMatch(seen(asked), /Ada Keyringle|Marnie/);
    for (const who of ['second-admin', 'admin', 'manager'])
      assert.match(await pressAnew(asked, idOf(who)), /Please choose one/);
    assert.match(await card(), /Handler: .*Lettice Ledgerly/);
  });

  it('goes to nobody whom it names, also when the list was drawn before', async () => {
    await takesOn();
    const asked = await form();
    await involve(product, reference, idOf('complaints-officer'));
    assert.doesNotMatch(await assign(asked, idOf('complaints-officer')), /It is in the history/);
    assert.match(await card(), /Handler: .*Lettice Ledgerly/);
    assert.equal(await told('complaints-officer', 'You look after it now'), 0);
    assert.match(seen(await form()), /nobody else who may see this report/);
  });

  it('stays as it is once it is closed', async () => {
    await takesOn();
    const asked = await form();
    const closing = await lead.presses(await channelCard(product, reference), 'Close');
    await lead.submitsDialog(closing, 'Close the report', { outcome: 'upheld', reply: 'dealtWith' });
    await product.idle();
    assert.match(await assign(asked, idOf('complaints-officer')), /This report is closed/);
    assert.match(await card(), /Handler: .*Lettice Ledgerly/);
  });

  it('says in its history that whoever got it could not be told, where they blocked the bot', async () => {
    await takesOn();
    await product.teams.person('complaints-officer').blocksBot();
    await assign(await form(), idOf('complaints-officer'));
    assert.match(seen(await page()), /Whoever looks after it could not be told \(It is theirs now\)/);
    assert.match(await card(), /Handler: .*Fergus Foldersby/);
  });

  it('is nobody’s once whoever has it left the team: the lead is told, and it can be taken on again', async () => {
    await officer.presses(await channelCard(product, reference), 'Take on');
    await product.idle();
    const left = memberLeft(product.teams, 'complaints-officer', 'complaints/concerns');
    await product.teams.sendRaw(left);
    await product.idle();
    assert.match(await card(), /Handler: .*Fergus Foldersby/, 'Teams says that they are still there');
    await product.teams.team('complaints').removes('complaints-officer');
    await product.idle();
    assert.match(await card(), /Handler: .*Nobody yet/);
    assert.equal(await told('complaints-lead', 'nobody has it now'), 1);
    await takesOn();
    assert.match(await card(), /Handler: .*Lettice Ledgerly/);
    assert.match(JSON.stringify((await page()).result), /handles reports no more \(Fergus Foldersby\)/);
    assert.equal(await told(carer.key, 'has taken on your report'), 1);
  });
});
