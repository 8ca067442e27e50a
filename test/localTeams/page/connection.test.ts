import assert from 'node:assert/strict';
import { botMessage } from './support/scene';
import { usePage } from './support/usePage';

const DELIVERY = { activityId: '1', what: 'message', conversationId: 'a:carer', attempts: 1 };

describe('the line to Local Teams', () => {
  const fixture = usePage();

  it('says when Local Teams is gone, comes back by itself, and asks for what was missed', async () => {
    const { page, teams } = await fixture.open();
    teams.script.messages['a:carer'] = [botMessage('1', 'a:carer', { text: 'Sent in between' })];
    teams.hangUp();
    await page.getByRole('alert').getByText('Local Teams cannot be reached').waitFor();
    await page.getByText('Sent in between').waitFor();
    await page.getByText('Local Teams cannot be reached').waitFor({ state: 'detached' });
  });

  it('says when the bot does not answer, and takes it back when it does', async () => {
    const { page, teams } = await fixture.open();
    teams.say({ type: 'delivery', delivery: { ...DELIVERY, state: 'waiting to try again', status: 0 } });
    await page.getByText('The bot is not answering.').waitFor();
    teams.say({ type: 'delivery', delivery: { ...DELIVERY, state: 'answered', status: 200 } });
    await page.getByText('The bot is not answering.').waitFor({ state: 'detached' });
  });

  it('takes a refusal of the bot for an answer', async () => {
    const { page, teams } = await fixture.open();
    teams.say({ type: 'delivery', delivery: { ...DELIVERY, state: 'answered', status: 500 } });
    teams.say({ type: 'typing', conversationId: 'a:carer', from: 'Policy helper' });
    await page.getByText('Policy helper is typing').waitFor();
    assert.equal(await page.getByText('The bot is not answering.').count(), 0);
  });
});
