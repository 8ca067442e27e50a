import type { Done, TabView } from './api';
import { ClientRefusal, unknown } from './clientRefusal';
import type { ControlHandlers } from './controlCall';
import { viewChannel, viewConversations, viewMessages, viewWorld } from './conversationViews';
import type { Core } from './core';
import type { Dialogs } from './dialogs';
import { upload, type Files } from './files';
import { baseOf } from './ids';
import {
  addChannel,
  changeMember,
  changePerson,
  changeTeam,
  firstMember,
  type PersonChange,
  type TeamChange,
} from './installs';
import { viewMessage } from './messageView';
import { giveFeedback, press, submitDialog } from './press';
import { read } from './reading';
import { insert, search } from './search';
import type { Searches } from './searches';
import { messageAt, personCalled, placeFor, sceneOf } from './scene';
import { pressSuggestion, react, say, typing, type Said } from './talk';
import { tabToken } from './tokens';
import type { Person, Place, Team } from './world';

/** What the handlers work on besides the core. */
export interface ControlParts {
  dialogs: Dialogs;
  searches: Searches;
  files: Files;
  tabs: TabView[];
}

const PERSON_CHANGES: readonly string[] = [
  'install',
  'uninstall',
  'upgrade',
  'block',
  'unblock',
  'depart',
  'return',
] satisfies PersonChange[];
const TEAM_CHANGES: readonly string[] = ['install', 'uninstall', 'upgrade'] satisfies TeamChange[];

/** Answers the routes of the control API (api.ts). */
export function controlHandlers(core: Core, parts: ControlParts): ControlHandlers {
  return {
    ...lookingHandlers(core, parts),
    ...talkingHandlers(core, parts),
    ...pressingHandlers(core, parts),
    ...changingHandlers(core),
    ...wireHandlers(core),
  };
}

type Named = { params: Record<string, string> };

function lookingHandlers(core: Core, { tabs }: ControlParts) {
  return {
    world: () => viewWorld(core, tabs),
    conversations: ({ params }) => viewConversations(core, who(core, params)),
    messages: ({ params, query }) => {
      const { person, place } = where(core, params);
      const before = query.get('before') ?? undefined;
      return viewMessages(core, person, place, { limit: limitOf(query), before });
    },
    tabToken: ({ params }) => {
      const ids = { botId: core.world.bot.id, tenantId: core.world.tenantId };
      return { token: tabToken(core.key, who(core, params), ids) };
    },
  } satisfies Partial<ControlHandlers>;
}

function talkingHandlers(core: Core, { files, searches }: ControlParts) {
  const sayAnswer = (person: Person, { message, ...rest }: Said) => ({
    message: viewMessage(core, message, person.key),
    ...rest,
  });
  return {
    say: async ({ params, body }) => {
      const { person, place } = where(core, params);
      return sayAnswer(person, await say(core, person, place, body));
    },
    upload: async ({ params, body }) => {
      const { person, place } = where(core, params);
      return sayAnswer(person, await upload(core, files, person, place, body));
    },
    search: ({ params, body }) => search(core, searches, where(core, params), body),
    insert: async ({ params, body }) => {
      const scene = where(core, params);
      return sayAnswer(scene.person, await insert(core, searches, scene, body));
    },
    suggestion: async ({ params, body }) => {
      const { person, message } = which(core, params);
      return sayAnswer(person, await pressSuggestion(core, person, message, body.title));
    },
    typing: async ({ params }) => {
      const { person, place } = where(core, params);
      return done(await typing(core, person, place));
    },
    read: async ({ params }) => {
      const { person, place } = where(core, params);
      return { refreshed: await read(core, person, place) };
    },
    react: async ({ params, body }) => {
      const { scene, message } = which(core, params);
      return done(await react(core, scene, message, body));
    },
  } satisfies Partial<ControlHandlers>;
}

function pressingHandlers(core: Core, { dialogs }: ControlParts) {
  return {
    press: ({ params, body }) => {
      const { scene, message } = which(core, params);
      return press(core, dialogs, scene, message, body);
    },
    feedback: ({ params, body }) => {
      const { scene, message } = which(core, params);
      return giveFeedback(core, scene, message, body);
    },
    submitDialog: ({ params, body }) => {
      const person = who(core, params).key;
      return submitDialog(core, dialogs, { person, id: params['dialog'] ?? '' }, body);
    },
    closeDialog: ({ params }) => {
      const id = params['dialog'] ?? '';
      dialogs.get(who(core, params).key, id);
      dialogs.close(id);
      return done();
    },
  } satisfies Partial<ControlHandlers>;
}

function changingHandlers(core: Core) {
  return {
    person: async ({ params }) => {
      const change = oneOf<PersonChange>(PERSON_CHANGES, params);
      return done(await changePerson(core, who(core, params), change));
    },
    team: async ({ params, body }) => {
      const team = teamCalled(core, params);
      const by = body.by ? personCalled(core, body.by) : firstMember(core, team);
      return done(await changeTeam(core, team, oneOf<TeamChange>(TEAM_CHANGES, params), by));
    },
    addMember: async ({ params, body }) => {
      const person = personCalled(core, body.person);
      return done(await changeMember(core, teamCalled(core, params), person, true));
    },
    removeMember: async ({ params }) =>
      done(await changeMember(core, teamCalled(core, params), who(core, params), false)),
    addChannel: async ({ params, body }) => {
      const team = teamCalled(core, params);
      const key = body.name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
      const by = firstMember(core, team);
      const entry = { key, name: body.name, type: body.membershipType ?? 'standard', members: [by.key] };
      return viewChannel(await addChannel(core, team, entry, by));
    },
  } satisfies Partial<ControlHandlers>;
}

function wireHandlers(core: Core) {
  return {
    faults: () => core.faults.list(),
    setFault: ({ body }) => core.faults.add(body),
    clearFault: ({ params }) => {
      core.faults.clear(params['fault']);
      return done();
    },
    clearFaults: () => {
      core.faults.clear();
      return done();
    },
    requests: ({ query }) => {
      const after = Number(query.get('after') ?? 0);
      return core.log.seen.filter((request) => request.n > after);
    },
    deliveries: () => core.deliveries.list(),
    redeliver: async ({ body }) => {
      const delivery = await core.deliveries.again(body.activityId);
      if (!delivery) throw unknown('activity that is still known', body.activityId);
      return delivery;
    },
  } satisfies Partial<ControlHandlers>;
}

function done(botStatus?: number): Done {
  return botStatus === undefined ? { ok: true } : { ok: true, botStatus };
}

function who(core: Core, params: Named['params']): Person {
  return personCalled(core, params['person'] ?? '');
}

function where(core: Core, params: Named['params']): { person: Person; place: Place } {
  const person = who(core, params);
  return { person, place: placeFor(core, person, baseOf(params['conversation'] ?? '')) };
}

function which(core: Core, params: Named['params']) {
  const { person, place } = where(core, params);
  const message = messageAt(core, place, params['message'] ?? '');
  return { person, message, scene: sceneOf(person, place, message) };
}

function teamCalled(core: Core, params: Named['params']): Team {
  const team = core.world.team(params['team'] ?? '');
  if (!team) throw unknown('team', params['team'] ?? '');
  return team;
}

function oneOf<Change extends string>(known: readonly string[], params: Named['params']): Change {
  const change = params['change'] ?? '';
  if (!known.includes(change)) throw unknown('change', change);
  return change as Change;
}

function limitOf(query: URLSearchParams): number {
  const limit = Number(query.get('limit') ?? 100);
  if (Number.isInteger(limit) && limit > 0) return limit;
  throw new ClientRefusal(400, 'BadRequest', 'limit is a whole number above 0.');
}
