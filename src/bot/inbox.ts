import type { Activity } from 'botbuilder';
import type { Clock } from '../clock';
import type { StoredDirectory } from '../storage/directory';
import { StorageUnavailable } from '../storage/errors';
import { monthOf } from '../storage/forgetPeople';
import type { ConversationAddress } from './addresses';
import type { Authentication } from './authentication';
import { isExtensionQuery, type ExtensionQueries } from './extensionQueries';
import { noticeFor, TRY_AGAIN } from './failures';
import type { TurnAnswer } from './held';
import { parseActivity } from './incoming';
import type { MembershipEvents } from './membershipEvents';
import type { Messenger } from './messengerPort';
import { messageText } from './messageText';
import { CANNOT_WRITE } from './outbox';
import { personOf, placeOf } from './place';
import type { PolicyBot } from './policyBot';
import type { Person, Place } from './turn';
import type { TurnRunner } from './turnRunner';

export interface InboxDeps {
  readonly authentication: Authentication;
  readonly runner: TurnRunner;
  readonly bot: PolicyBot;
  readonly events: MembershipEvents;
  readonly queries: ExtensionQueries;
  readonly directory: StoredDirectory;
  readonly messenger: Messenger;
  readonly clock: Clock;
  /** Told of a message before its turn runs, so that reading it goes on beside what storage takes. */
  expect(text: string): void;
}

const TAKEN: TurnAnswer = { status: 200 };
/** Whose turn it is when Teams tells about a team: nobody's in particular. */
const TEAM_ITSELF: Person = { id: 'team', teamsId: '', name: '' };

/** Where activities come in: who may, what it is, and whose turn it becomes. */
export class Inbox {
  constructor(private readonly deps: InboxDeps) {}

  /** @param authorization the HTTP header. @returns what the HTTP request is answered with (docs/outside.md). */
  async receive(body: unknown, authorization: string): Promise<TurnAnswer> {
    if (!/^Bearer \S+$/.test(authorization)) return { status: 401 };
    const activity = parseActivity(body);
    if (!activity) return { status: 400 };
    const refused = await this.deps.authentication.refuses(activity, authorization);
    return refused ? { status: refused } : this.take(activity);
  }

  private take(activity: Activity): Promise<TurnAnswer> {
    switch (activity.type) {
      case 'message':
      case 'invoke':
        return isExtensionQuery(activity) ? this.query(activity) : this.byPerson(activity);
      case 'conversationUpdate':
      case 'installationUpdate':
        return this.event(activity);
      default:
        // Teams adds types; what we do not know is taken and ignored.
        return Promise.resolve(TAKEN);
    }
  }

  private async query(activity: Activity): Promise<TurnAnswer> {
    return activity.id ? this.deps.queries.answer(activity) : { status: 400 };
  }

  private async byPerson(activity: Activity): Promise<TurnAnswer> {
    const person = personOf(activity);
    if (!person || !activity.id) return activity.id ? TAKEN : { status: 400 };
    const { runner, bot } = this.deps;
    const place = placeOf(activity);
    if (activity.type === 'message') this.deps.expect(messageText(activity));
    const home = await this.homeOf(person, place).catch((error: unknown) => homeless(activity, error));
    if (home && 'status' in home) return home;
    if (!home) return this.cannotWrite(activity, place);
    const stateOf = activity.type === 'message' ? home.conversationId : place.conversationId;
    const repeatable = bot.isRepeatable(activity);
    return runner.run({ activity, person, place, home, stateOf, repeatable }, (turn) => bot.answer(turn));
  }

  private async event(activity: Activity): Promise<TurnAnswer> {
    const { runner, events } = this.deps;
    const place = placeOf(activity);
    const person = place.kind === 'personal' ? personOf(activity) : TEAM_ITSELF;
    if (!person) return TAKEN;
    const home = { serviceUrl: place.serviceUrl, conversationId: place.conversationId };
    if (place.kind === 'personal') await this.remember(person, place);
    const subject = { activity, person, place, home, stateOf: place.conversationId, repeatable: false };
    return runner.run(subject, (turn) => events.handle(turn));
  }

  /** The person's own chat: this one, the one that is known, or a new one. */
  private async homeOf(person: Person, place: Place): Promise<ConversationAddress | undefined> {
    const { serviceUrl, conversationId } = place;
    if (place.kind === 'personal') {
      await this.remember(person, place);
      return { serviceUrl, conversationId };
    }
    const known = await this.deps.directory.person(person.id);
    if (known?.conversationId && known.chat === 'open')
      return { serviceUrl, conversationId: known.conversationId };
    const opened = await this.deps.messenger.openChat(serviceUrl, person.teamsId, 'waiting');
    if (opened.outcome !== 'read') return undefined;
    await this.remember(person, { ...place, conversationId: opened.value.conversationId });
    return opened.value;
  }

  private async remember(
    { id, teamsId, name }: Person,
    { serviceUrl, conversationId }: Place,
  ): Promise<void> {
    try {
      await this.deps.directory.rememberPerson({
        id,
        teamsId,
        name,
        serviceUrl,
        conversationId,
        chat: 'open',
        spokeIn: monthOf(this.deps.clock.now()),
      });
    } catch (error) {
      // The turn goes on: if storage stays away, the turn itself tells the person.
      if (!(error instanceof StorageUnavailable)) throw error;
    }
  }

  private async cannotWrite(activity: Activity, { serviceUrl, conversationId }: Place): Promise<TurnAnswer> {
    if (activity.type === 'invoke') return { status: 200, body: noticeFor(activity, CANNOT_WRITE) };
    await this.deps.messenger.send({ serviceUrl, conversationId }, { text: CANNOT_WRITE }, 'waiting');
    return TAKEN;
  }
}

/** A press waits for words; a message that storage does not let through comes again. */
function homeless(activity: Activity, error: unknown): TurnAnswer {
  if (!(error instanceof StorageUnavailable) || activity.type !== 'invoke') throw error;
  return { status: 200, body: noticeFor(activity, TRY_AGAIN) };
}
