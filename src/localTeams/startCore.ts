import type { Core } from './core';
import { Deliveries } from './deliver';
import { EventBus } from './events';
import { Faults } from './faults';
import { REDELIVER_AFTER_MS, REFRESH_AFTER_MS, SEARCH_ANSWER_MS } from './limits';
import type { LocalTeamsOptions } from './options';
import { parsePeople, type PeopleFile } from './people';
import examplePeople from './people.json';
import { RequestLog } from './requestLog';
import { readSearchCommand } from './searchCommand';
import { SlidingWindows } from './slidingWindows';
import { State } from './state';
import { connectorToken, keptSigningKey, newSigningKey } from './tokens';
import { World } from './world';

const DELIVERY_TRIES = 3;
const UNREACHABLE_DELAY_MS = 250;
const TOKEN_RENEWED_MS = 300_000;

/** Puts the parts together. `serviceUrl` ends with `/`. */
export function startCore(options: LocalTeamsOptions, serviceUrl: string): Core {
  const now = options.now ?? Date.now;
  const { dataDir } = options;
  const world = makeWorld(options, options.people ?? parsePeople(examplePeople));
  const state = new State(world, now, dataDir);
  const bus = new EventBus();
  const key = options.signingKey ?? (dataDir ? keptSigningKey(dataDir) : newSigningKey());
  const token = renewedToken(() => connectorToken(key, { botId: world.bot.id, serviceUrl }));
  return {
    world,
    state,
    bus,
    log: new RequestLog(bus, now),
    faults: new Faults(bus, (name) => world.place(name)?.id ?? world.team(name)?.id ?? name),
    windows: new SlidingWindows(now),
    deliveries: new Deliveries(state, bus, deliveryRules(options), () => `Bearer ${token()}`),
    key,
    search: options.search ?? readSearchCommand(),
    serviceUrl,
    now,
    refreshAfterMs: options.refreshAfterMs ?? REFRESH_AFTER_MS,
  };
}

function makeWorld(options: LocalTeamsOptions, file: PeopleFile): World {
  const bot = { ...file.bot, id: options.botId ?? file.bot.id, appId: options.appId ?? file.bot.appId };
  return new World(options.tenantId ?? file.tenantId, bot, file);
}

function deliveryRules(options: LocalTeamsOptions) {
  return {
    redeliverAfterMs: options.redeliverAfterMs ?? REDELIVER_AFTER_MS,
    tries: options.deliveryTries ?? DELIVERY_TRIES,
    unreachableDelayMs: options.unreachableDelayMs ?? UNREACHABLE_DELAY_MS,
    askMs: options.searchAnswerMs ?? SEARCH_ANSWER_MS,
  };
}

// Signing takes more time than all the rest of a delivery; Teams too uses a token for a while.
function renewedToken(make: () => string): () => string {
  const kept = { token: '', at: -Infinity };
  return () => {
    if (Date.now() - kept.at > TOKEN_RENEWED_MS) Object.assign(kept, { token: make(), at: Date.now() });
    return kept.token;
  };
}
