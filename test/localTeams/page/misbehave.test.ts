import assert from 'node:assert/strict';
import { bodyOf, callsTo, usePage } from './support/usePage';

describe('the panel to misbehave', () => {
  const fixture = usePage();

  it('throttles the bot, and shows on the page that it does', async () => {
    const { page, teams } = await fixture.open();
    await page.getByRole('button', { name: 'Misbehave' }).click();
    teams.script.faults = [{ id: '1', answer: 429, hits: 3 }];
    await page.getByLabel('Throttle').check();
    assert.deepEqual(await bodyOf(page, teams, 'faults'), { answer: 429, retryAfter: 2, share: 0.5 });
    await page.getByRole('button', { name: /Misbehave 1 on/ }).waitFor();
    await page.getByText('on, 3 times so far').waitFor();
  });

  it('keeps the other faults when one is switched off', async () => {
    const { page, teams } = await fixture.open((script) => {
      script.faults = [
        { id: '1', answer: 429, hits: 3 },
        { id: '2', answer: 'lost', share: 0.5, hits: 0 },
      ];
    });
    await page.getByRole('button', { name: /Misbehave/ }).click();
    await page.getByLabel('Throttle').uncheck();
    await bodyOf(page, teams, 'faults');
    await page.waitForFunction(() => document.querySelectorAll('.switch').length > 0);
    while (callsTo(teams, 'faults').length < 2) await page.evaluate(() => new Promise(requestAnimationFrame));
    assert.deepEqual(
      callsTo(teams, 'faults').map(({ method, body }) => [method, body]),
      [
        ['DELETE', {}],
        ['POST', { answer: 'lost', share: 0.5 }],
      ],
    );
  });

  it('lets a person block the bot and leave a team', async () => {
    const { page, teams } = await fixture.open();
    await page.getByRole('button', { name: 'Misbehave' }).click();
    await page.getByLabel('Person').selectOption('manager');
    await page.getByLabel('Has blocked the bot').click();
    await bodyOf(page, teams, 'people/manager/block');
    await page.getByLabel('Care team').click();
    await bodyOf(page, teams, 'teams/care/members/manager');
  });

  it('sends an activity again', async () => {
    const delivery = {
      activityId: 'f:1',
      what: 'message',
      conversationId: 'a:carer',
      state: 'answered',
      attempts: 1,
      status: 200,
    };
    const { page, teams } = await fixture.open((script) => {
      script.answer = ({ path }) =>
        path === 'deliveries' ? [delivery] : path === 'redeliver' ? delivery : undefined;
    });
    await page.getByRole('button', { name: 'Misbehave' }).click();
    await page.getByRole('button', { name: 'Send again' }).click();
    assert.deepEqual(await bodyOf(page, teams, 'redeliver'), { activityId: 'f:1' });
    await page.getByText('Sent again: the bot answered 200.').waitFor();
  });
});
