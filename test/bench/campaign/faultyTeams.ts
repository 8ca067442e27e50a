import type { Row } from '../rows';
import type { Say } from '../runBench';
import type { CampaignExtent } from './extent';
import { begin, REQUEST_ID, requestTo, rowsOf, untilSent } from './request';
import { knowPeople } from './seed';
import { StandIn } from './standIn';

const LONGEST_MS = 5 * 60_000;
/** Who is told twice that they are gone is tried a second time after half a minute: the bot's clock moves on. */
const LATER = { BULK_A_SECOND: '50', LOCAL_TIME_OFFSET: 'PT10M' };

/** How many people of a hundred have blocked the bot, or left Teams. */
const everyNth = (all: readonly string[], percent: number, from: number): string[] =>
  all.filter(
    (_, at) => Math.floor(((at + from) * percent) / 100) > Math.floor(((at + from - 1) * percent) / 100),
  );

/** A request while Teams misbehaves: everybody is accounted for, and only a lost answer makes a second card. */
export async function faultyTeams({ faulty }: CampaignExtent, say: Say): Promise<Row[]> {
  say(`Sending a request to ${faulty} people with faults, lost answers, blocked and departed people …`);
  const field = await StandIn.open({ faulty });
  try {
    const { teams, storage } = field;
    const team = field.team('faulty');
    await knowPeople(storage, teams.serviceUrl, team.members);
    const keys = team.members.map((_, at) => `faulty-${at}`);
    const [blocked, departed] = [everyNth(keys, 1.5, 0), everyNth(keys, 1, 50)];
    for (const key of blocked) await teams.person(key).blocksBot();
    for (const key of departed)
      await teams.fail({ answer: 404, code: 'ConversationNotFound', conversation: key });
    await teams.fail({ answer: 'lost', operation: 'send', share: 0.01 });
    await teams.fail({ answer: 503, operation: 'send', share: 0.05 });
    await field.startBot({ BULK_A_SECOND: '50' });
    await begin(storage, requestTo([team]));
    await untilOnlyLaterOnes(field);
    await field.startBot(LATER);
    await untilSent(storage, LONGEST_MS);
    return await found(field, blocked.length, departed.length);
  } finally {
    await field.close();
  }
}

/** Waits until whoever is still pending has been tried and has to wait. */
async function untilOnlyLaterOnes(field: StandIn): Promise<void> {
  const tried = async (): Promise<boolean> => {
    const states: boolean[] = [];
    for await (const { delivery, nextTryAt } of rowsOf(field.storage))
      states.push(delivery !== 'pending' || nextTryAt !== undefined);
    return states.length > 0 && states.every(Boolean);
  };
  const giveUpAt = performance.now() + LONGEST_MS;
  while (!(await tried())) {
    if (performance.now() > giveUpAt) throw new Error(`Somebody of ${REQUEST_ID} was never tried.`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

async function found(field: StandIn, blocked: number, departed: number): Promise<Row[]> {
  const { members } = field.team('faulty');
  const byState: Record<string, number> = {};
  let unaccounted = members.length;
  let missing = 0;
  for await (const { delivery, personId } of rowsOf(field.storage)) {
    byState[delivery] = (byState[delivery] ?? 0) + 1;
    if (delivery !== 'pending' && delivery !== 'failed') unaccounted -= 1;
    const chat = members.find(({ objectId }) => objectId === personId)?.chat ?? '';
    if (delivery === 'delivered' && cardsIn(field, chat) === 0) missing += 1;
  }
  const wrong = Math.abs((byState['blocked'] ?? 0) - blocked) + Math.abs((byState['left'] ?? 0) - departed);
  const repeats = members.map(({ chat }) => Math.max(0, cardsIn(field, chat) - 1));
  const unexplained = members.filter(({ chat }, at) => (repeats[at] ?? 0) > lostIn(field, chat)).length;
  return [
    {
      row: 'people not accounted for, with faults',
      figure: unaccounted + wrong + missing,
      unit: '',
      limit: 0,
    },
    {
      row: 'cards that came twice, with faults',
      figure: repeats.reduce((all, one) => all + one, 0),
      unit: '',
    },
    { row: 'of them without a lost answer', figure: unexplained, unit: '', limit: 0 },
  ];
}

/** Cards that reached the chat: answered, or done with the answer lost. */
function cardsIn(field: StandIn, chat: string): number {
  const sent = field.seen.filter(
    ({ conversationId, operation }) => conversationId === chat && operation === 'send',
  );
  return sent.filter(({ status }) => status === 201).length + lostIn(field, chat);
}

function lostIn(field: StandIn, chat: string): number {
  return field.seen.filter(({ conversationId, status }) => conversationId === chat && status === 504).length;
}
