import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openJournal } from '../../src/localTeams/journal';
import { startAzurite } from '../../src/localTeams/launchAzurite';
import type { LocalTeams } from '../../src/localTeams/localTeams';
import { startLocalTeams } from '../../src/localTeams/server';
import { Storage } from '../../src/storage/storage';
import { begin, requestTo, rowsOf, untilSent } from '../bench/campaign/request';
import { knowPeople, knowTeams } from '../bench/campaign/seed';
import { alreadyInstalled, peopleOf } from '../bench/campaign/staff';
import type { Asker } from '../bench/people';
import { BotUnderFire } from './botUnderFire';
import { Ledger } from './field';
import type { CampaignFigures } from './figures';
import { SeededRandom } from './random';
import { freePort, noteErrors } from './run';
import { StorageDoor } from './storageDoor';

const TEAM = 'asked';
const LONGEST_MS = 20 * 60_000;
/** Kills between two writes, rather than in a request itself. */
const SHARE_IN_WRITES = 0.3;
const MOST_WRITES = 6;
/** All the kills find people left: on the average one comes after three fifths of an even share of them. */
const SPREAD = 1.2;

export interface CampaignFire {
  readonly people: number;
  readonly kills: number;
  /** The last request, counted from a start, at which a kill may come; by default so that all of them find people left. */
  readonly reach?: number;
  readonly seed: number;
  readonly progress: (line: string) => void;
  /** Rejects when the run is to end early. */
  readonly ended?: Promise<never>;
}

/** Where a campaign is played: real processes, the people known, nothing sent yet. */
interface Ground {
  readonly teams: LocalTeams;
  readonly storage: Storage;
  readonly bot: BotUnderFire;
  readonly people: readonly Asker[];
  readonly errors: readonly string[];
  /** How many cards reached each chat. */
  readonly cards: ReadonlyMap<string, number>;
  stop(): Promise<void>;
}

/**
 * Sends one request to many while the bot is killed again and again, at requests chosen by chance, and looks who has
 * the card how often. @throws when it does not come to its end
 */
export async function campaignUnderFire(fire: CampaignFire): Promise<CampaignFigures> {
  const ground = await prepareGround(fire.people);
  try {
    const over = [ground.bot.failed, ...(fire.ended ? [fire.ended] : [])];
    return await Promise.race([play(ground, fire), ...over]);
  } finally {
    await ground.stop();
  }
}

async function play(
  ground: Ground,
  { people, kills: wanted, reach = usualReach(people, wanted), seed, progress }: CampaignFire,
): Promise<CampaignFigures> {
  const { bot, storage, errors } = ground;
  const random = new SeededRandom(seed);
  bot.lookInDoubt = () => inDoubt(ground);
  bot.attack(() => {
    if (bot.kills.length >= wanted) return undefined;
    progress(`request to ${people}: ${bot.kills.length} of ${wanted} kills`);
    const writes = random.chance(SHARE_IN_WRITES) ? random.whole(1, MOST_WRITES) : 0;
    return { requests: random.whole(1, reach), writes, when: random.chance(0.5) ? 'before' : 'after' };
  });
  await begin(storage, requestTo([{ id: await teamId(ground), name: TEAM, members: ground.people }]));
  await untilSent(storage, LONGEST_MS);
  await bot.calm();
  const ledger = new Ledger(bot.kills);
  await check(ground, ledger);
  const inFlight = bot.kills.filter(({ requests, writes }) => requests + writes > 0).length;
  const mostInDoubt = Math.max(0, ...bot.kills.map(({ inDoubt: doubtful }) => doubtful.length));
  return { people, wanted, kills: bot.kills.length, inFlight, mostInDoubt, errors, ...ledger.findings() };
}

function usualReach(people: number, kills: number): number {
  return Math.max(2, Math.floor((people / kills) * SPREAD));
}

/** Everybody has one row that says so, and the card; more than once only where a kill left that in doubt. */
async function check({ storage, people, cards }: Ground, ledger: Ledger): Promise<void> {
  const delivered = new Map<string, number>();
  for await (const { personId, delivery } of rowsOf(storage))
    if (delivery === 'delivered') delivered.set(personId, (delivered.get(personId) ?? 0) + 1);
  for (const { objectId, name, chat } of people) {
    ledger.must(`${name}: has one row, delivered`, delivered.get(objectId) === 1);
    ledger.once(`${name}: the card`, cards.get(chat) ?? 0, objectId);
  }
}

/** Who has the card while their row says that it is still to be sent. */
async function inDoubt({ storage, people, cards }: Ground): Promise<string[]> {
  const chats = new Map(people.map(({ objectId, chat }) => [objectId, chat]));
  const found: string[] = [];
  for await (const { personId, delivery } of rowsOf(storage))
    if (delivery === 'pending' && cards.has(chats.get(personId) ?? '')) found.push(personId);
  return found;
}

async function prepareGround(size: number): Promise<Ground> {
  const sizes = { [TEAM]: size };
  const dataDir = mkdtempSync(join(tmpdir(), 'faults-teams-'));
  openJournal(dataDir, alreadyInstalled(sizes)).close();
  const azurite = await startAzurite();
  const teams = await startLocalTeams({ people: peopleOf(sizes), dataDir, unreachableDelayMs: 50 });
  const storage = new Storage({ kind: 'connection', connectionString: azurite.connectionString });
  const door = await StorageDoor.open(azurite.connectionString);
  const errors: string[] = [];
  const bot = new BotUnderFire({
    ...{ teams, door, port: await freePort() },
    onLog: (text) => noteErrors(text, errors),
  });
  const cards = countCards(teams);
  const people = (await teams.world()).people.map(({ aadObjectId, id, name, chatId }) => {
    return { objectId: aadObjectId, teamsId: id, name, chat: chatId };
  });
  const stop = async (): Promise<void> => {
    await bot.stop();
    await door.close();
    await teams.close();
    await azurite.stop();
    rmSync(dataDir, { recursive: true });
  };
  const ground = { teams, storage, bot, people, errors, cards, stop };
  await knowTeams(storage, teams.serviceUrl, [{ id: await teamId(ground), name: TEAM, members: people }]);
  await knowPeople(storage, teams.serviceUrl, people);
  await bot.start();
  return ground;
}

/** Counted where they arrive, also when nobody is left to hear the answer. */
function countCards(teams: LocalTeams): ReadonlyMap<string, number> {
  const cards = new Map<string, number>();
  teams.subscribe((event) => {
    if (event.type !== 'request') return;
    const { operation, status, conversationId = '' } = event.request;
    if (operation === 'send' && status === 201)
      cards.set(conversationId, (cards.get(conversationId) ?? 0) + 1);
  });
  return cards;
}

async function teamId({ teams }: Pick<Ground, 'teams'>): Promise<string> {
  return (await teams.world()).teams[0]?.id ?? '';
}
