import { makeActivity } from './activities';
import type { SeenRequest, WorldView } from './api';
import { badTokens, type BadTokens } from './badTokens';
import { endpointOf, postJson, type BotAnswer } from './botHttp';
import type { CallControl, ControlHandlers } from './controlCall';
import type { Core } from './core';
import { Driver } from './driver';
import type { FixtureName } from './fixtures';
import { installAll } from './installAll';
import type { JsonObject } from './json';
import type { OnRequest } from './requestLog';
import { personCalled, placeFor } from './scene';
import { connectorToken } from './tokens';
import { until, type Subscribe } from './until';

/** Local Teams, running in this process. */
export class LocalTeams extends Driver {
  /** without a `/` at its end: LOCAL_TEAMS_URL */
  readonly url: string;
  /** as activities name it: with the `/` */
  readonly serviceUrl: string;
  readonly openIdUrl: string;
  readonly botId: string;
  readonly tenantId: string;
  /** true when the data directory held nothing, and always without one */
  readonly isNew: boolean;
  /** tokens that a bot must refuse */
  readonly badTokens: BadTokens;
  private botEndpoint: string | undefined;

  constructor(
    private readonly core: Core,
    handlers: ControlHandlers,
    /** ends the server and everything that it waits for; what is unanswered goes on at the next start */
    readonly close: () => Promise<void>,
  ) {
    super(callHandlers(handlers));
    this.serviceUrl = core.serviceUrl;
    this.url = core.serviceUrl.slice(0, -1);
    this.openIdUrl = `${this.url}/v1/.well-known/openidconfiguration`;
    this.botId = core.world.bot.id;
    this.tenantId = core.world.tenantId;
    this.isNew = core.state.isNew;
    this.badTokens = badTokens(core.key, { botId: this.botId, serviceUrl: this.serviceUrl });
  }

  /** The bot's address, from now on; what waits for the bot goes at once. `undefined`: there is no bot. */
  connectBot(botUrl: string | undefined): void {
    this.botEndpoint = botUrl && endpointOf(botUrl);
    this.core.deliveries.connect(botUrl);
  }

  /** Installs the bot for everybody whom the people file says it for, and who was never asked before. */
  installAll(): Promise<void> {
    return installAll(this.core);
  }

  world(): Promise<WorldView> {
    return this.call('world', {}, undefined);
  }

  /** What the bot asked of the Connector, oldest first; the newest 1,000. */
  get requests(): readonly SeenRequest[] {
    return this.core.log.seen;
  }

  /** Called with each request's number before anything is done about it; what it returns is waited for. */
  set onRequest(hook: OnRequest | undefined) {
    this.core.log.onRequest = hook;
  }

  subscribe: Subscribe = (listener) => this.core.bus.subscribe(listener);

  /** Waits until `look` gives something; it looks now and after each event. Rejects after `withinMs` (10 s). */
  until<T>(look: () => T | Promise<T>, withinMs?: number): Promise<NonNullable<T>> {
    return until(this.subscribe, look, withinMs);
  }

  /** Waits until no activity is on its way and no request of the bot is being worked on. */
  async settled(withinMs?: number): Promise<void> {
    await this.until(() => this.core.deliveries.underWay === 0 && this.core.log.underWay === 0, withinMs);
  }

  /** A right token for the bot. */
  token(): string {
    return connectorToken(this.core.key, { botId: this.botId, serviceUrl: this.serviceUrl });
  }

  /** An activity as Teams would send it, to be changed and sent with `sendRaw`. `at`: a channel's key. */
  sampleActivity(fixture: FixtureName, person: string, special: JsonObject = {}, at = person): JsonObject {
    const who = personCalled(this.core, person);
    const scene = { person: who, place: placeFor(this.core, who, at) };
    return makeActivity(this.core, fixture, scene, { id: this.core.state.ids.next(), ...special });
  }

  /** Posts anything to the bot, once, with a right token, another one, or (`null`) none. */
  sendRaw(body: string | JsonObject, token: string | null = this.token()): Promise<BotAnswer> {
    if (!this.botEndpoint) throw new Error('There is no bot: connectBot comes first.');
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return postJson(this.botEndpoint, text, token === null ? undefined : `Bearer ${token}`);
  }
}

function callHandlers(handlers: ControlHandlers): CallControl {
  return async (name, params, body, query = {}) =>
    handlers[name]({ params, body, query: new URLSearchParams(query) });
}
