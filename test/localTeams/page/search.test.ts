import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { SearchAnswer } from '../../../src/localTeams/api';
import { CONCERNS, personMessage } from './support/scene';
import { Refused, type Call, type Script } from './support/scriptedTeams';
import { bodyOf, callsTo, usePage } from './support/usePage';

const CHAT_HASH = '#view=one&front=0&at=carer%2Fchat';
const CHANNEL_HASH = '#view=one&front=0&at=officer%2Fchannel%2Fcomplaints%252Fconcerns';
const SEARCH = { title: 'Search the policy', label: 'Words or a clause', example: 'For example photo' };

function finding(...titles: string[]): SearchAnswer {
  const results = titles.map((title) => ({ title, text: `What ${title} says` }));
  return { status: 200, body: {}, result: { kind: 'results', search: titles.join(), results } };
}

/** Answers each search with what was typed, and the first with the opening. */
const echo = ({ path, body }: Call): unknown =>
  path.endsWith('/search') ? finding((body as { text?: string }).text ?? 'The opening') : undefined;
const echoing = (script: Script): void => {
  script.world.search = SEARCH;
  script.answer = echo;
};

describe('the search panel', () => {
  const fixture = usePage();
  const opener = (page: Page) => page.getByRole('button', { name: SEARCH.title });
  const field = (page: Page) => page.getByRole('searchbox', { name: SEARCH.label });

  it('has no button where the app has no search', async () => {
    const { page } = await fixture.open(undefined, { hash: CHAT_HASH });
    assert.equal(await opener(page).count(), 0);
  });

  it('opens with the first results and the field ready to type in', async () => {
    const { page, teams } = await fixture.open(echoing, { hash: CHAT_HASH });
    assert.equal(await opener(page).getAttribute('aria-expanded'), 'false');
    await opener(page).click();
    await page.getByRole('button', { name: 'The opening' }).waitFor();
    assert.deepEqual(await bodyOf(page, teams, 'a:carer/search'), {});
    assert.equal(await field(page).evaluate((box) => box === document.activeElement), true);
    await page.getByRole('status').getByText('1 found. Press one').waitFor();
  });

  it('asks once for what was typed, and not for each letter', async () => {
    const { page, teams } = await fixture.open(echoing, { hash: CHAT_HASH });
    await opener(page).click();
    await field(page).pressSequentially('photo');
    await page.getByRole('button', { name: 'photo' }).waitFor();
    const asked = callsTo(teams, 'a:carer/search').map(({ body }) => body);
    assert.ok(asked.length <= 3, `asked ${asked.length} times`);
    assert.deepEqual(asked.at(-1), { text: 'photo' });
  });

  it('leaves out an answer that comes after what was typed since', async () => {
    const late: { answer?: (value: SearchAnswer) => void } = {};
    const { page } = await fixture.open(
      (script) => {
        script.world.search = SEARCH;
        script.answer = ({ path, body }) => {
          if (!path.endsWith('/search')) return undefined;
          const { text } = body as { text?: string };
          return text ? finding(text) : new Promise((resolve) => (late.answer = resolve));
        };
      },
      { hash: CHAT_HASH },
    );
    await opener(page).click();
    await page.getByText('Searching…').waitFor();
    await field(page).fill('photo');
    await page.getByRole('button', { name: 'photo' }).waitFor();
    late.answer?.(finding('The opening'));
    await field(page).fill('photos');
    await page.getByRole('button', { name: 'photos' }).waitFor();
    assert.equal(await page.getByText('The opening').count(), 0);
  });

  it('puts the pressed result into the chat, closes, and gives the focus back', async () => {
    const { page, teams } = await fixture.open(echoing, { hash: CHAT_HASH });
    await opener(page).click();
    await page.getByRole('button', { name: 'The opening' }).click();
    assert.deepEqual(await bodyOf(page, teams, 'a:carer/cards'), { search: 'The opening', result: 0 });
    await page.locator('.search-panel').waitFor({ state: 'detached' });
    assert.equal(await opener(page).evaluate((button) => button === document.activeElement), true);
  });

  it('stays open when the result could not be put there, and says why', async () => {
    const { page } = await fixture.open(
      (script) => {
        script.world.search = SEARCH;
        script.answer = (call) =>
          call.path.endsWith('/cards') ? new Refused(409, 'She has blocked the bot.') : echo(call);
      },
      { hash: CHAT_HASH },
    );
    await opener(page).click();
    await page.getByRole('button', { name: 'The opening' }).click();
    await page.getByRole('alert').getByText('She has blocked the bot.').waitFor();
    assert.equal(await page.getByRole('button', { name: 'The opening' }).isEnabled(), true);
  });

  it('shows words in the place of results, and what went wrong', async () => {
    const { page } = await fixture.open(
      (script) => {
        script.world.search = SEARCH;
        script.answer = ({ path, body }) => {
          if (!path.endsWith('/search')) return undefined;
          const asked = (body as { text?: string }).text;
          return asked
            ? new Refused(409, 'She has left.')
            : { result: { kind: 'words', text: 'Nothing fits.' } };
        };
      },
      { hash: CHAT_HASH },
    );
    await opener(page).click();
    await page.getByText('Nothing fits.').waitFor();
    await field(page).fill('x');
    await page.getByText('She has left.').waitFor();
    assert.equal(await page.locator('.search-results').count(), 0);
  });

  it('closes with Escape and keeps what stands in the composer', async () => {
    const { page, teams } = await fixture.open(echoing, { hash: CHAT_HASH });
    await page.getByLabel('Type a message').fill('half a thought');
    await opener(page).click();
    await field(page).fill('photo');
    await field(page).press('Enter');
    await field(page).press('Escape');
    await page.locator('.search-panel').waitFor({ state: 'detached' });
    assert.equal(await page.getByLabel('Type a message').inputValue(), 'half a thought');
    assert.deepEqual(callsTo(teams, '/messages'), []);
  });

  it('puts a result into the thread that is answered', async () => {
    const { page, teams } = await fixture.open(
      (script) => {
        echoing(script);
        const [, , officer] = script.world.people;
        if (officer)
          script.messages[CONCERNS] = [{ ...personMessage('7', CONCERNS, officer, 'Look'), threadId: '7' }];
      },
      { hash: CHANNEL_HASH },
    );
    await page.getByRole('button', { name: 'Reply' }).click();
    const thread = page.locator('.thread');
    await thread.getByRole('button', { name: SEARCH.title }).click();
    await thread.getByRole('button', { name: 'The opening' }).click();
    assert.deepEqual(await bodyOf(page, teams, `${CONCERNS}/cards`), {
      search: 'The opening',
      result: 0,
      replyTo: '7',
    });
  });
});
