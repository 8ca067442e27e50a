import type { Activity, ConversationParameters } from 'botbuilder';
import type { ChannelAddress, Channel, ConversationAddress, Member } from './addresses';
import type { Connector, ConnectorClients } from './connector';
import type { Gate } from './gate';
import type { GateRequest } from './gateRequest';
import type { Message, Messenger, Urgency } from './messengerPort';
import type { Done, Read, Refused, Sent } from './outcomes';
import { isFromTeams, refusalOf } from './outcomes';
import { toActivity } from './outgoing';
import {
  channelListAnswer,
  chatAnswer,
  memberAnswer,
  memberPageAnswer,
  sentAnswer,
  threadAnswer,
} from './teamsAnswers';

/** Teams gives 50 to 500 members a page, whatever is asked for. */
const ROSTER_PAGE = 500;
/** Teams answered, but not with what is needed to go on. The effect may have happened. */
const UNREADABLE: Refused = { outcome: 'unavailable', code: 'UnreadableAnswer' };
const done = (): Done => ({ outcome: 'done' });

/** Writes to Teams through the gate; Teams' errors become named outcomes here and nowhere else. */
export function createMessenger(connector: Connector, gate: Gate): Messenger {
  return new TeamsMessenger(connector, gate);
}

class TeamsMessenger implements Messenger {
  constructor(
    private readonly connector: Connector,
    private readonly gate: Gate,
  ) {}

  send(
    { serviceUrl, conversationId }: ConversationAddress,
    message: Message,
    urgency: Urgency,
  ): Promise<Sent> {
    const activity = activityFor(conversationId, message);
    return this.ask(
      serviceUrl,
      { conversation: conversationId, kind: 'send', urgency },
      ({ conversations }) => conversations.sendToConversation(conversationId, activity),
      (answer) => sentAs(sentAnswer.safeParse(answer).data?.id),
    );
  }

  update(to: ConversationAddress, activityId: string, message: Message, urgency: Urgency): Promise<Done> {
    const { serviceUrl, conversationId } = to;
    const activity = { ...activityFor(conversationId, message), id: activityId };
    return this.ask(
      serviceUrl,
      { conversation: conversationId, kind: 'update', urgency },
      ({ conversations }) => conversations.updateActivity(conversationId, activityId, activity),
      done,
    );
  }

  remove(
    { serviceUrl, conversationId }: ConversationAddress,
    activityId: string,
    urgency: Urgency,
  ): Promise<Done> {
    return this.ask(
      serviceUrl,
      { conversation: conversationId, kind: 'update', urgency },
      ({ conversations }) => conversations.deleteActivity(conversationId, activityId),
      done,
    );
  }

  post({ serviceUrl, channelId }: ChannelAddress, message: Message, urgency: Urgency): Promise<Sent> {
    const channelData = { channel: { id: channelId } };
    const thread = { isGroup: true, bot: this.bot, channelData, activity: activityFor(channelId, message) };
    return this.ask(
      serviceUrl,
      { conversation: channelId, kind: 'send', urgency },
      ({ conversations }) => conversations.createConversation(thread as ConversationParameters),
      (answer) => sentAs(threadAnswer.safeParse(answer).data?.activityId),
    );
  }

  openChat(serviceUrl: string, teamsId: string, urgency: Urgency): Promise<Read<ConversationAddress>> {
    const { tenantId } = this.connector;
    const members = [{ id: teamsId, name: '' }];
    const chat = {
      isGroup: false,
      bot: this.bot,
      members,
      tenantId,
      channelData: { tenant: { id: tenantId } },
    };
    return this.ask(
      serviceUrl,
      { conversation: teamsId, kind: 'create', urgency },
      ({ conversations }) => conversations.createConversation(chat as ConversationParameters),
      (answer) =>
        readAs(chatAnswer.transform(({ id }) => ({ serviceUrl, conversationId: id })).safeParse(answer)),
    );
  }

  async member(
    of: ConversationAddress,
    personId: string,
    urgency: Urgency,
  ): Promise<Read<Member | undefined>> {
    const answer = await this.ask(
      of.serviceUrl,
      { conversation: of.conversationId, kind: 'read', urgency },
      ({ conversations }) => conversations.getConversationMember(of.conversationId, personId),
      (member): Read<Member | undefined> => readAs(memberAnswer.safeParse(member)),
    );
    return isAbsence(answer) ? { outcome: 'read', value: undefined } : answer;
  }

  members(of: ConversationAddress, continuation: string | undefined, urgency: Urgency) {
    const first = { pageSize: ROSTER_PAGE } as { pageSize: number; continuationToken: string };
    const page = continuation === undefined ? first : { ...first, continuationToken: continuation };
    return this.ask(
      of.serviceUrl,
      { conversation: of.conversationId, kind: 'read', urgency },
      ({ conversations }) => conversations.getConversationPagedMembers(of.conversationId, page),
      (answer) => readAs(memberPageAnswer.safeParse(answer)),
    );
  }

  channels(serviceUrl: string, teamId: string, urgency: Urgency): Promise<Read<readonly Channel[]>> {
    return this.ask(
      serviceUrl,
      { conversation: teamId, kind: 'read', urgency },
      ({ teams }) => teams.fetchChannelList(teamId),
      (answer) => readAs(channelListAnswer.safeParse(answer)),
    );
  }

  private get bot() {
    return { id: `28:${this.connector.appId}`, name: '' };
  }

  /** Reading lies outside the gate: an answer that cannot be read is no reason to send again. */
  private async ask<A, R>(
    serviceUrl: string,
    request: GateRequest,
    call: (clients: ConnectorClients) => Promise<A>,
    read: (answer: A) => R,
  ): Promise<R | Refused> {
    try {
      return read(await this.gate.run(request, async () => call(await this.connector.at(serviceUrl))));
    } catch (error) {
      if (isFromTeams(error)) return refusalOf(error);
      throw error;
    }
  }
}

function sentAs(activityId: string | undefined): Sent {
  return activityId ? { outcome: 'sent', activityId } : UNREADABLE;
}

function readAs<T>(
  parsed: { readonly success: true; readonly data: T } | { readonly success: false },
): Read<T> {
  return parsed.success ? { outcome: 'read', value: parsed.data } : UNREADABLE;
}

/** Ids of channels and group chats name their thread; those of one-to-one chats do not. */
function activityFor(conversationId: string, message: Message): Activity {
  return toActivity(message, { personal: !conversationId.includes('@thread.') }) as Activity;
}

/** Somebody who is not there is an answer and not a failure, unless the conversation itself is gone. */
function isAbsence({ outcome, ...answer }: Read<unknown>): boolean {
  if (outcome === 'personGone') return true;
  return outcome === 'conversationGone' && 'code' in answer && answer.code !== 'ConversationNotFound';
}
