import type {
  ButtonChoice,
  FaultRequest,
  MessageView,
  PressAnswer,
  ReactionRequest,
  SayAnswer,
  SearchAnswer,
} from './api';
import type { CallControl } from './controlCall';
import { notNow } from './clientRefusal';
import type { Card } from './json';

/** How many messages a look into a conversation gives. */
const LOOK = { limit: '1000' };

/** A message, or its id. */
export type MessageChoice = Pick<MessageView, 'id' | 'conversationId'>;

/** One person, played by a test or a script. Where the bot is told, it resolves with the bot's HTTP status. */
export class PersonDriver {
  constructor(
    private readonly call: CallControl,
    readonly key: string,
  ) {}

  /** Writes in the personal chat; resolves once the bot has answered the request (0: it never did). */
  says(text: string): Promise<number> {
    return this.write(this.key, { text });
  }

  /** Writes in a channel (`complaints/concerns`) with the bot mentioned. */
  mentionsIn(channel: string, text: string, options: { replyTo?: string } = {}): Promise<number> {
    return this.write(channel, { text, mentionBot: true, ...options });
  }

  /** Writes in a channel without a mention: the bot does not hear it. Resolves with the message. */
  async postsIn(channel: string, text: string, options: { replyTo?: string } = {}): Promise<MessageView> {
    const said = await this.call('say', this.at(channel), { text, ...options });
    return said.message;
  }

  async uploads(name: string, contentType: string, content: Buffer): Promise<number> {
    const body = { name, contentType, contentBase64: content.toString('base64') };
    return (await this.call('upload', this.at(this.key), body)).botStatus ?? 0;
  }

  /** Types into the search of the message extension, by default in the personal chat; nothing: it has just opened. */
  searches(text = '', conversation: string = this.key): Promise<SearchAnswer> {
    return this.call('search', this.at(conversation), { text });
  }

  /** Puts a result of a search into a conversation, by default the personal chat. */
  inserts(
    { result }: SearchAnswer,
    which: number,
    options: { conversation?: string; replyTo?: string } = {},
  ): Promise<SayAnswer> {
    if (result.kind !== 'results') throw notNow('NoResults', `The search found no results: ${result.kind}.`);
    const { conversation = this.key, ...replyTo } = options;
    return this.call('insert', this.at(conversation), { search: result.search, result: which, ...replyTo });
  }

  /** The personal chat as this person sees it, oldest first. */
  async chat(): Promise<MessageView[]> {
    return this.sees(this.key);
  }

  /** A channel as this person sees it, oldest first. */
  async sees(conversation: string): Promise<MessageView[]> {
    return (await this.call('messages', this.at(conversation), undefined, LOOK)).messages;
  }

  /** The newest message of the personal chat. Throws when there is none. */
  async lastMessage(): Promise<MessageView> {
    const last = (await this.chat()).at(-1);
    if (!last) throw new Error(`The chat of ${this.key} is empty.`);
    return last;
  }

  /** The card of the newest message of the personal chat that has one. Throws when none has. */
  async lastCard(): Promise<Card> {
    return (await this.lastCardMessage()).card ?? {};
  }

  /** The newest message of the personal chat that has a card. Throws when none has. */
  async lastCardMessage(): Promise<MessageView> {
    const last = (await this.chat()).findLast((message) => message.card && !message.deleted);
    if (!last) throw new Error(`The chat of ${this.key} has no card.`);
    return last;
  }

  /** Presses a button by its title or verb, at any depth of the card. */
  presses(
    message: MessageChoice,
    button: ButtonChoice,
    inputs: Record<string, string> = {},
  ): Promise<PressAnswer> {
    return this.call('press', this.on(message), { button, inputs });
  }

  /** Submits the dialog that an answer opened. */
  submitsDialog(
    answer: PressAnswer,
    button: ButtonChoice,
    inputs: Record<string, string> = {},
  ): Promise<PressAnswer> {
    if (answer.result.kind !== 'dialog')
      throw notNow('NoDialog', `The answer opened no dialog: ${answer.result.kind}.`);
    const params = { person: this.key, dialog: answer.result.dialog.id };
    return this.call('submitDialog', params, { button, inputs });
  }

  /** Presses a suggestion under the newest message of the personal chat. */
  async pressesSuggestion(title: string): Promise<number> {
    return (await this.call('suggestion', this.on(await this.lastMessage()), { title })).botStatus ?? 0;
  }

  givesFeedback(message: MessageChoice, reaction: 'like' | 'dislike', text = ''): Promise<PressAnswer> {
    return this.call('feedback', this.on(message), { reaction, text });
  }

  async reacts(message: MessageChoice, reaction: ReactionRequest): Promise<number> {
    return (await this.call('react', this.on(message), reaction)).botStatus ?? 0;
  }

  async types(): Promise<number> {
    return (await this.call('typing', this.at(this.key), undefined)).botStatus ?? 0;
  }

  /** Has a conversation open: by default the personal chat. Resolves with the number of refreshed cards. */
  async reads(conversation: string = this.key): Promise<number> {
    return (await this.call('read', this.at(conversation), undefined)).refreshed;
  }

  /** How many messages of a conversation this person has not read. */
  async unread(conversation: string = this.key): Promise<number> {
    const all = await this.call('conversations', { person: this.key }, undefined);
    const kind = conversation === this.key ? 'personal' : 'channel';
    const found = all.find(
      (one) => one.kind === kind && (kind === 'personal' || one.channel === conversation),
    );
    return found?.unread ?? 0;
  }

  async tabToken(): Promise<string> {
    return (await this.call('tabToken', { person: this.key }, undefined)).token;
  }

  installsBot = (): Promise<number> => this.change('install');
  uninstallsBot = (): Promise<number> => this.change('uninstall');
  upgradesBot = (): Promise<number> => this.change('upgrade');
  blocksBot = (): Promise<number> => this.change('block');
  unblocksBot = (): Promise<number> => this.change('unblock');
  departs = (): Promise<number> => this.change('depart');
  returns = (): Promise<number> => this.change('return');

  private async change(change: string): Promise<number> {
    return (await this.call('person', { person: this.key, change }, undefined)).botStatus ?? 0;
  }

  private async write(conversation: string, body: { text: string; mentionBot?: boolean }): Promise<number> {
    return (await this.call('say', this.at(conversation), body)).botStatus ?? 0;
  }

  private at(conversation: string): Record<string, string> {
    return { person: this.key, conversation };
  }

  private on(message: MessageChoice): Record<string, string> {
    return { ...this.at(message.conversationId), message: message.id };
  }
}

/** One team, played by a test or a script. */
export class TeamDriver {
  constructor(
    private readonly call: CallControl,
    readonly key: string,
  ) {}

  installsBot = (by?: string): Promise<number> => this.change('install', by);
  uninstallsBot = (by?: string): Promise<number> => this.change('uninstall', by);
  upgradesBot = (by?: string): Promise<number> => this.change('upgrade', by);

  async adds(person: string): Promise<number> {
    return (await this.call('addMember', { team: this.key }, { person })).botStatus ?? 0;
  }

  async removes(person: string): Promise<number> {
    return (await this.call('removeMember', { team: this.key, person }, undefined)).botStatus ?? 0;
  }

  private async change(change: string, by?: string): Promise<number> {
    return (await this.call('team', { team: this.key, change }, by ? { by } : {})).botStatus ?? 0;
  }
}

/** What can be done in the process and over HTTP alike. */
export class Driver {
  constructor(readonly call: CallControl) {}

  /** A person by their key in the people file. */
  person(key: string): PersonDriver {
    return new PersonDriver(this.call, key);
  }

  team(key: string): TeamDriver {
    return new TeamDriver(this.call, key);
  }

  /** A channel (`complaints/concerns`) as somebody of its team sees it. */
  channel(key: string): { messages: () => Promise<MessageView[]> } {
    return {
      messages: async () => {
        const world = await this.call('world', {}, undefined);
        const team = world.teams.find((one) => one.channels.some((channel) => channel.key === key));
        const viewer = team?.members[0];
        if (!viewer) throw notNow('NoViewer', `Nobody can see the channel "${key}".`);
        return this.person(viewer).sees(key);
      },
    };
  }

  /** Misbehaves from now on; returns what ends it. */
  async fail(fault: FaultRequest): Promise<() => Promise<void>> {
    const { id } = await this.call('setFault', {}, fault);
    return async () => void (await this.call('clearFault', { fault: id }, undefined));
  }

  async clearFaults(): Promise<void> {
    await this.call('clearFaults', {}, undefined);
  }

  /** Sends an activity again with the same id; resolves with the bot's status. */
  async redeliver(activityId: string): Promise<number> {
    return (await this.call('redeliver', {}, { activityId })).status ?? 0;
  }
}
