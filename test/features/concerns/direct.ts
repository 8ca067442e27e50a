import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { TestAdapter, TurnContext } from 'botbuilder';
import type { CardReply } from '../../../src/bot/cardReply';
import { Router } from '../../../src/bot/router';
import type { Turn } from '../../../src/bot/turn';
import { TurnState } from '../../../src/bot/turnState';
import type { Card } from '../../../src/cards/render';
import { loadContacts } from '../../../src/contacts/contacts';
import type { ConcernsDeps } from '../../../src/features/concerns';
import { registerConcerns } from '../../../src/features/concerns';
import { draftSchema } from '../../../src/features/concerns/report/draft';
import { createLog } from '../../../src/log';
import { createKeyRing } from '../../../src/storage/keyRing';
import { createNameSeal } from '../../../src/storage/nameSeal';
import { createSealing } from '../../../src/storage/sealing';
import { Storage } from '../../../src/storage/storage';
import { startAzurite } from '../../support/azurite';
import { FakeClock } from '../../support/fakeClock';
import { ABOUT } from './reporting';

type Data = Record<string, unknown>;
const COMMANDS: Readonly<Record<string, string>> = {
  report: 'report',
  cancel: 'cancel',
  'my reports': 'my_reports',
};

/** A turn that keeps what was shown. */
export interface SeenTurn extends Turn {
  readonly cards: Card[];
  /** How often the turn was told to keep nothing. */
  readonly forgets: { count: number };
}

/** Concerns on real storage, without Teams: presses may carry whatever somebody makes up. */
export class DirectConcerns {
  readonly prefix = `t${randomBytes(6).toString('hex')}`;
  readonly router = new Router();
  /** Who holds the role, by id. */
  readonly handlers = new Set<string>();
  private readonly sealing = createSealing({ key: randomBytes(32), keyId: 'test' });
  private readonly names = createNameSeal([{ key: randomBytes(32), keyId: 'test-names' }]);
  private readonly files = createKeyRing([{ key: randomBytes(32), keyId: 'test-files' }], 'files');
  private connectionString = '';
  private turns = 0;

  async start(): Promise<void> {
    this.connectionString = (await startAzurite()).connectionString;
    const nobody = (): Promise<undefined> => Promise.resolve(undefined);
    const deps = {
      storage: this.storage(),
      directory: { concernsChannel: nobody, person: nobody, teams: () => Promise.resolve([]) },
      ...{ administrators: [], hrPeople: [] },
      roles: {
        confirm: (id: string) => Promise.resolve(this.handlers.has(id)),
        couldHandle: () => Promise.resolve(false),
        isThere: () => Promise.resolve(false),
      },
      complaints: { holds: nobody, lead: nobody, handler: nobody, handlers: () => Promise.resolve([]) },
      jobs: { on: () => undefined, schedule: nobody, scheduleByLatest: nobody },
      ...{ clock: new FakeClock(), log: createLog('silent'), contacts: loadContacts() },
      ...{ sealing: { ...this.sealing, names: this.names, files: this.files }, baseUrl: 'http://127.0.0.1' },
      commandIn: (text: string) => Promise.resolve(COMMANDS[text]),
      answerQuestion: () => Promise.resolve(false),
      urgencyIn: () => Promise.resolve(false),
    };
    registerConcerns(this.router, deps as unknown as ConcernsDeps);
  }

  private storage(): Storage {
    return new Storage({ kind: 'connection', connectionString: this.connectionString }, this.prefix);
  }

  turn(who: string, text = ''): SeenTurn {
    const [cards, forgets] = [[] as Card[], { count: 0 }];
    const activity = { type: 'message', channelId: 'msteams' };
    const nothing = (): void => undefined;
    return {
      ...{ cards, forgets, text, attachmentCount: 0, state: new TurnState() },
      person: { id: who, teamsId: `29:${who}`, name: `Person ${who}` },
      place: { kind: 'personal', conversationId: `chat-${who}`, serviceUrl: 'http://127.0.0.1/' },
      context: new TurnContext(new TestAdapter(() => Promise.resolve()), activity),
      activityId: `activity-${this.turns++}`,
      ...{ say: nothing, sayHere: nothing, afterwards: nothing },
      keepNothingSaid: () => void (forgets.count += 1),
      show: (card) => void cards.push(card),
    };
  }

  /** What is shown to somebody who typed a message. */
  async says(who: string, text: string): Promise<Card[]> {
    const turn = this.turn(who, text);
    await this.router.message(turn);
    return turn.cards;
  }

  /** @returns puts the person's draft back as it is now. */
  async keepDraft(who: string): Promise<() => Promise<void>> {
    const table = this.storage().table('concernDrafts', draftSchema);
    const partition = this.sealing.tag(who, 'concerns.draft');
    const draft = (await table.get(partition, 'open'))?.value ?? assert.fail();
    return () => table.put(partition, 'open', draft);
  }

  /** @param verb without the feature's name. */
  press(who: string, verb: string, data: object): Promise<CardReply> {
    return this.router.cardAction(this.turn(who), `concerns.${verb}`, { ...data, verb: `concerns.${verb}` });
  }

  /** @returns draft, step and revision of the person's first card. */
  async report(who: string): Promise<Data> {
    const turn = this.turn(who, 'report');
    await this.router.message(turn);
    return placeIn(turn.cards[0]);
  }

  async toReview(who: string, about: object = ABOUT): Promise<Data> {
    const danger = await this.press(who, 'answer', { ...(await this.report(who)), danger: 'no' });
    return placeIn(await this.press(who, 'answer', { ...placeIn(danger), ...about }));
  }
}

/** Draft, step and revision as the first button of a card carries them. */
export function placeIn(shown: unknown): Data {
  const data = /"data":(\{[^{}]*"draft"[^{}]*\})/.exec(JSON.stringify(shown))?.[1];
  assert.ok(data, JSON.stringify(shown));
  const { draft, step, revision } = JSON.parse(data) as Data;
  return { draft, step, revision };
}
