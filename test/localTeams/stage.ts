import { objectAt, textAt, type Json, type JsonObject } from '../../src/localTeams/json';
import type { LocalTeams } from '../../src/localTeams/localTeams';
import type { LocalTeamsOptions } from '../../src/localTeams/options';
import type { PersonView } from '../../src/localTeams/api';
import { teamsForTest } from '../support/teams';
import { activitiesOf, connect, FakeBot, type ConnectorReply } from './fakeBot';

/** Local Teams with a fake bot that is installed wherever the people file says. */
export class Stage {
  private constructor(
    readonly teams: LocalTeams,
    readonly bot: FakeBot,
  ) {}

  static async set(options: LocalTeamsOptions = {}): Promise<Stage> {
    const bot = await FakeBot.start();
    const teams = await teamsForTest({ botUrl: bot.url, ...options });
    await teams.installAll();
    bot.got.length = 0;
    return new Stage(teams, bot);
  }

  async strike(): Promise<void> {
    await this.teams.close();
    await this.bot.close();
  }

  /** Asks the Connector as the bot. */
  ask(method: string, path: string, body?: Json, authorization?: string | null): Promise<ConnectorReply> {
    return connect(this.teams.serviceUrl, method, path, body, authorization);
  }

  async personNamed(key: string): Promise<PersonView> {
    const world = await this.teams.world();
    const person = world.people.find((one) => one.key === key);
    if (!person) throw new Error(`nobody is ${key}`);
    return person;
  }

  /** The id of a person's chat or of a channel. */
  async idOf(place: string): Promise<string> {
    const world = await this.teams.world();
    const channels = world.teams.flatMap((team) => team.channels);
    const id =
      world.people.find((one) => one.key === place)?.chatId ?? channels.find((one) => one.key === place)?.id;
    if (!id) throw new Error(`there is no ${place}`);
    return id;
  }

  /** The bot sends an activity to a person or channel. */
  async send(place: string, activity: JsonObject): Promise<ConnectorReply> {
    return this.ask('POST', activitiesOf(await this.idOf(place)), activity);
  }

  async sendCard(place: string, card: JsonObject): Promise<string> {
    const sent = await this.send(place, cardMessage(card));
    return textAt(sent.body, 'id') ?? '';
  }
}

/** An activity with nothing but a card, as it should be. */
export function cardMessage(card: JsonObject): JsonObject {
  return {
    type: 'message',
    summary: 'A card',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: cardOf(card) }],
  };
}

/** A card with what is given laid over the least that a card has. */
export function cardOf(special: JsonObject): JsonObject {
  return { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Hello' }], ...special };
}

/** The invoke answer that shows a card. */
export function cardAnswer(special: JsonObject): Json {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: cardOf(special) };
}

/** The invoke answer that opens a dialog with a card. */
export function dialogAnswer(special: JsonObject): Json {
  const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: cardOf(special) };
  return { task: { type: 'continue', value: { title: 'A dialog', card } } };
}

/** What a bot was told with a press or submit. */
export function valueOf(activity: JsonObject | undefined): JsonObject {
  return objectAt(activity, 'value');
}
