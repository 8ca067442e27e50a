import assert from 'node:assert/strict';
import { FIXTURES, type FixtureName } from '../../src/localTeams/fixtures';
import { isObject, objectAt, textAt, type Json, type JsonObject } from '../../src/localTeams/json';
import { foundOne } from './found';
import { cardAnswer, dialogAnswer, Stage } from './stage';

/** Which fixture an activity must look like. */
function fixtureFor(activity: JsonObject): FixtureName {
  const type = textAt(activity, 'type') ?? '';
  const isPersonal = objectAt(activity, 'conversation')['conversationType'] === 'personal';
  const names: Record<string, FixtureName> = {
    message: isPersonal ? 'messagePersonal' : 'messageChannel',
    typing: 'typing',
    installationUpdate: isPersonal ? 'installationUpdatePersonal' : 'installationUpdateTeam',
    'adaptiveCard/action': 'invokeAdaptiveCardAction',
    'task/fetch': 'invokeTaskFetch',
    'task/submit': 'invokeTaskSubmit',
    'message/submitAction': 'invokeFeedback',
    'composeExtension/query': 'invokeComposeExtensionQuery',
  };
  if (activity['membersRemoved']) return 'conversationUpdateMembersRemoved';
  if (type === 'conversationUpdate')
    return isPersonal ? 'conversationUpdatePersonal' : 'conversationUpdateMembersAdded';
  if (type === 'message' && isPersonal && activity['attachments']) return 'messageCard';
  if (activity['replyToId'] && type === 'message') return 'messageSubmit';
  const name = names[textAt(activity, 'name') ?? type];
  assert.ok(name, `no fixture for ${type}`);
  return name;
}

/** The paths of all properties; what a button, input or mentioned person says is left out. */
function pathsOf(value: Json | undefined, path = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((inner) => pathsOf(inner, `${path}[]`));
  if (!isObject(value)) return [path];
  // The value of a message is what its button's data says.
  if (
    path === '.value' &&
    !('action' in value || 'data' in value || 'actionName' in value || 'commandId' in value)
  )
    return [path];
  if (/\.(data|mentioned|content|membersAdded\[\]|membersRemoved\[\])$/.test(path)) return [path];
  return Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, `${path}.${name}`));
}

describe('the activities that Local Teams sends', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.set();
  });
  afterEach(() => stage.strike());

  it('have the shape of the documented ones, and none of their sample values', async () => {
    await playEverything(stage);
    const seen = new Set<FixtureName>();
    for (const activity of stage.bot.activities) {
      const name = fixtureFor(activity);
      seen.add(name);
      const shape = new Set(pathsOf(FIXTURES[name]));
      const given = new Set(pathsOf(activity));
      // A button without an id has none when it is pressed.
      shape.delete('.value.action.id');
      assert.deepEqual([...given].sort(), [...shape].sort(), name);
      assert.doesNotMatch(JSON.stringify(activity), /sample/i, name);
    }
    assert.equal(seen.size, 15);
  });
});

async function playEverything({ teams, bot }: Stage): Promise<void> {
  const cook = teams.person('cook');
  await cook.says('hello');
  await cook.types();
  await teams.person('complaints-lead').mentionsIn('complaints/concerns', 'hello');
  await cook.uninstallsBot();
  await cook.installsBot();
  await teams.team('care').removes('cook');
  await teams.team('care').adds('cook');
  await teams.team('care').upgradesBot();
  await pressEverything({ teams, bot });
  bot.behave = () => ({ body: foundOne() });
  await cook.inserts(await cook.searches('a word'), 0);
}

async function pressEverything({ teams, bot }: Pick<Stage, 'teams' | 'bot'>): Promise<void> {
  const cook = teams.person('cook');
  const actions = [
    { type: 'Action.Execute', title: 'Go', verb: 'a.go' },
    { type: 'Action.Submit', title: 'Send', data: { a: 1 } },
    { type: 'Action.Submit', title: 'Open', data: { msteams: { type: 'task/fetch' } } },
  ];
  const said = bot.activities[0] ?? {};
  const card = { type: 'AdaptiveCard', version: '1.5', body: [], actions };
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }];
  await bot.reply(said, { type: 'message', text: 'So.', channelData: { feedbackLoop: { type: 'default' } } });
  bot.behave = () => ({ body: {} });
  await cook.givesFeedback(await cook.lastMessage(), 'like');
  await bot.reply(said, { type: 'message', summary: 'A card', attachments });
  const message = await cook.lastMessage();
  bot.behave = () => ({ body: cardAnswer({ actions }) });
  await cook.presses(message, 'Go');
  await cook.presses(message, 'Send');
  bot.behave = () => ({ body: dialogAnswer({ actions: [{ type: 'Action.Submit', title: 'Done' }] }) });
  await cook.submitsDialog(await cook.presses(message, 'Open'), 'Done');
}
