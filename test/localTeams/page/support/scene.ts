import type {
  ConversationView,
  MessageView,
  PersonView,
  TeamView,
  WorldView,
} from '../../../../src/localTeams/api';
import type { Script } from './scriptedTeams';

/** When everything in the scene happens. */
const AT = new Date(Date.now() - 10 * 60_000).toISOString();

/** A person with a chat; `more` says what is unusual. */
export function person(key: string, name: string, role: string, more: Partial<PersonView> = {}): PersonView {
  return {
    key,
    name,
    role,
    title: role,
    id: `29:${key}`,
    aadObjectId: key,
    email: `${key}@example.invalid`,
    guest: false,
    installed: true,
    blocked: false,
    departed: false,
    chatId: `a:${key}`,
    teams: [],
    ...more,
  };
}

/** A message of the bot; `more` says what it holds. */
export function botMessage(id: string, conversationId: string, more: Partial<MessageView> = {}): MessageView {
  return {
    id,
    conversationId,
    from: { kind: 'bot', name: 'Policy helper' },
    at: AT,
    text: '',
    textFormat: 'markdown',
    personalCard: false,
    summary: '',
    attachments: [],
    entities: [],
    citations: [],
    suggestedActions: [],
    feedback: false,
    reactions: {},
    edited: false,
    deleted: false,
    ...more,
  };
}

/** A message that a person wrote. */
export function personMessage(
  id: string,
  conversationId: string,
  who: PersonView,
  text: string,
): MessageView {
  const from = { kind: 'person' as const, name: who.name, key: who.key };
  return botMessage(id, conversationId, { from, text, textFormat: 'plain' });
}

/** A carer, a manager and a complaints officer with the concerns channel; each chat is empty. */
export function smallScene(): Script {
  const people = [
    person('carer', 'Nella Nightlight', 'staff', { title: 'Night carer', teams: ['care'] }),
    person('manager', 'Marnie Lanternby', 'manager', { title: 'Registered manager', teams: ['care'] }),
    person('officer', 'Fergus Foldersby', 'handler', { title: 'Complaints officer', teams: ['complaints'] }),
  ];
  const world = { ...EMPTY_WORLD, people, teams: [team('care', people), team('complaints', people)] };
  const conversations = Object.fromEntries(people.map((one) => [one.key, conversationsOf(world, one)]));
  return { world, conversations, messages: {}, faults: [] };
}

/** The channel of the scene that concerns go to. */
export const CONCERNS = '19:concerns@thread.tacv2';

const EMPTY_WORLD: WorldView = {
  tenantId: 'tenant',
  botId: 'bot',
  botName: 'Policy helper',
  appId: 'a99a99a9-0000-4000-8000-0000000000a9',
  serviceUrl: 'http://127.0.0.1/',
  people: [],
  teams: [],
  tabs: [],
};

function team(key: string, people: PersonView[]): TeamView {
  const name = key === 'care' ? 'Care team' : 'Complaints team';
  const members = people.filter((one) => one.teams.includes(key)).map((one) => one.key);
  const general = {
    key: `${key}/general`,
    name: 'General',
    id: `19:${key}@thread.tacv2`,
    membershipType: 'standard' as const,
  };
  const concerns = { ...general, key: 'complaints/concerns', name: 'Concerns', id: CONCERNS };
  const channels = key === 'care' ? [general] : [general, concerns];
  return { key, name, id: general.id, aadGroupId: key, members, botInstalled: true, channels };
}

function conversationsOf(world: WorldView, one: PersonView): ConversationView[] {
  const chat = { id: one.chatId, kind: 'personal' as const, name: world.botName, unread: 0, preview: '' };
  const channels = world.teams
    .filter((team) => one.teams.includes(team.key))
    .flatMap((team) =>
      team.channels.map((channel) => ({
        id: channel.id,
        kind: 'channel' as const,
        name: `${team.name} › ${channel.name}`,
        unread: 0,
        preview: '',
      })),
    );
  return [chat, ...channels];
}
