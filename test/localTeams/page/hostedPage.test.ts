import assert from 'node:assert/strict';
import { startHostedApp, type HostedApp } from './support/hostedApp';
import { callsTo, usePage } from './support/usePage';
import { Refused, type Script } from './support/scriptedTeams';
import { botMessage } from './support/scene';

const TAB_HASH = '#view=one&front=0&at=carer%2Ftab%2Fpolicy%2FP4.1';

/** The app's pages name the address of the page around them, which the browser tells them. */
const START = `
  import { app, authentication, dialog, pages } from '@microsoft/teams-js';
  const out = document.getElementById('out');
  const say = (value: unknown) => { out!.textContent += JSON.stringify(value) + '\\n'; };
  const ready = app.initialize([location.ancestorOrigins[0]!]);
`;

describe('a page of the app in Local Teams, with the real teams-js', () => {
  const fixture = usePage();
  const apps: HostedApp[] = [];
  afterEach(() => Promise.all(apps.splice(0).map((app) => app.close())));

  async function openTab(code: string, more: (script: Script) => void = () => undefined) {
    const app = await startHostedApp(START + code);
    apps.push(app);
    const opened = await fixture.open(
      (script) => {
        script.world.tabs = [{ entityId: 'policy', name: 'Policy', url: app.url }];
        script.answer = ({ path }) => (path.endsWith('tab-token') ? { token: 'a.b.c' } : undefined);
        more(script);
      },
      { hash: TAB_HASH },
    );
    return { ...opened, out: opened.page.frameLocator('.tab-page .hosted').locator('#out') };
  }

  it('is told who is reading, in which look, and at which place it was opened', async () => {
    const { out } = await openTab(`
      ready.then(() => app.getContext()).then(({ user, page, app: { theme, locale } }) =>
        say([user?.id, user?.displayName, page.id, page.subPageId, page.frameContext, theme, locale]));
    `);
    const said = await out.filter({ hasText: 'carer' }).textContent();
    assert.deepEqual(JSON.parse(said ?? ''), [
      'carer',
      'Nella Nightlight',
      'policy',
      'P4.1',
      'content',
      'default',
      'en-gb',
    ]);
  });

  it('gets the token of the person whose phone it is on', async () => {
    const { out, teams } = await openTab('ready.then(() => authentication.getAuthToken()).then(say);');
    await out.filter({ hasText: 'a.b.c' }).waitFor();
    assert.equal(callsTo(teams, 'people/carer/tab-token').length, 1);
  });

  it('hears why it gets no token', async () => {
    const { out } = await openTab(
      'ready.then(() => authentication.getAuthToken()).catch((error) => say(error.message));',
      (script) => {
        script.answer = ({ path }) =>
          path.endsWith('tab-token') ? new Refused(409, 'She has left.') : undefined;
      },
    );
    await out.filter({ hasText: 'She has left.' }).waitFor();
  });

  it('follows the look of the page around it', async () => {
    const { page, out } = await openTab(`
      ready.then(() => { app.registerOnThemeChangeHandler(say); say('ready'); });
    `);
    await out.filter({ hasText: 'ready' }).waitFor();
    await page.getByRole('button', { name: 'Dark look' }).click();
    await out.filter({ hasText: '"dark"' }).waitFor();
  });

  it('opens a dialog of its own and hears what came of it', async () => {
    const { page, out } = await openTab(`
      ready.then(async () => {
        const { page } = await app.getContext();
        if (page.frameContext === 'task') return dialog.url.submit({ chosen: 'P5.2' });
        dialog.url.open({ url: location.href, title: 'Choose a clause', size: { width: 400, height: 300 } }, say);
      });
    `);
    await out.filter({ hasText: '{"result":{"chosen":"P5.2"}}' }).waitFor();
    assert.equal(await page.locator('dialog').count(), 0);
  });

  it('hears that its dialog was closed without an answer', async () => {
    const { page, out } = await openTab(`
      ready.then(async () => {
        const { page } = await app.getContext();
        if (page.frameContext === 'content') dialog.url.open({ url: location.href, title: 'Choose' }, say);
      });
    `);
    await page
      .getByRole('dialog', { name: 'Choose' })
      .getByRole('button', { name: 'Close', exact: true })
      .click();
    await out.filter({ hasText: 'User cancelled' }).waitFor();
  });

  it('opens another place by a deep link', async () => {
    const link =
      'https://teams.microsoft.com/l/entity/a99a99a9-0000-4000-8000-0000000000a9/policy?context=%7B%22subEntityId%22%3A%22P5.2%22%7D';
    const { page, out } = await openTab(`
      ready.then(() => app.getContext()).then(({ page }) => {
        say(page.subPageId);
        if (page.subPageId === 'P4.1') void app.openLink('${link}');
      });
    `);
    await out.filter({ hasText: 'P5.2' }).waitFor();
    assert.match(page.url(), /policy%2FP5.2/);
  });

  it('submits a dialog that the bot opened with a page', async () => {
    const app = await startHostedApp(`${START} ready.then(() => dialog.url.submit({ sent: true }));`);
    apps.push(app);
    const answers: Record<string, unknown> = {
      press: { kind: 'dialog', dialog: { id: 'd1', title: 'Evidence', url: app.url } },
      submit: { kind: 'closed', text: 'Thank you. It was added.' },
    };
    const { page, teams } = await fixture.open((script) => {
      const card = {
        type: 'AdaptiveCard',
        version: '1.5',
        actions: [{ type: 'Action.Submit', title: 'Add evidence' }],
      };
      script.messages['a:carer'] = [botMessage('1', 'a:carer', { card })];
      script.answer = ({ path }) => {
        const result = answers[path.split('/').at(-1) ?? ''];
        return result ? { status: 200, body: {}, result } : undefined;
      };
    });
    await page.getByRole('button', { name: 'Add evidence' }).click();
    await page.getByText('Thank you. It was added.').waitFor();
    assert.deepEqual(callsTo(teams, 'dialogs/d1/submit')[0]?.body, { data: { sent: true } });
  });
});
