import { pace } from '../asking';
import { percentile } from '../percentiles';
import type { Row } from '../rows';
import type { Say } from '../runBench';
import type { CampaignExtent } from './extent';
import { perSecond } from './rates';
import { begin, requestTo, untilSent } from './request';
import { knowPeople } from './seed';
import { StandIn } from './standIn';

const QUESTIONS_A_SECOND = 5;
const LONGEST_MS = 10 * 60_000;

/** People ask while a request is being sent at the share that bulk has by itself. */
export async function questionsBesideCampaign(
  { beside, asking }: CampaignExtent,
  texts: readonly string[],
  say: Say,
): Promise<Row[]> {
  say(`Asking ${QUESTIONS_A_SECOND} questions a second while ${beside} people get a request …`);
  const field = await StandIn.open({ beside, asking });
  try {
    const { storage, teams } = field;
    const [team, askers] = [field.team('beside'), field.team('asking')];
    await knowPeople(storage, teams.serviceUrl, [...team.members, ...askers.members]);
    await field.startBot();
    await teams.person('asking-0').says('Can I post a photo of a resident?');
    field.seen.length = 0;
    await begin(storage, requestTo([team]));
    const state = { sent: false };
    const sending = untilSent(storage, LONGEST_MS).finally(() => (state.sent = true));
    const times: Promise<number>[] = [];
    while (!state.sent) {
      const began = performance.now();
      const at = times.length;
      const who = teams.person(`asking-${at % asking}`);
      times.push(timed(() => who.says(texts[at % texts.length] ?? '')));
      await pace(began, 1_000 / QUESTIONS_A_SECOND);
    }
    await sending;
    const chats = new Set(team.members.map(({ chat }) => chat));
    const cards = field.seen.filter(({ conversationId }) => chats.has(conversationId ?? ''));
    return [
      {
        row: 'question beside a request being sent, 99th percentile',
        figure: percentile(await Promise.all(times), 0.99),
        unit: 'ms',
        limit: 1_000,
      },
      { row: 'deliveries beside 5 questions a second', figure: perSecond(cards), unit: 'a second' },
    ];
  } finally {
    await field.close();
  }
}

/** @returns milliseconds until the bot had answered, with its reply in the chat */
async function timed(say: () => Promise<number>): Promise<number> {
  const began = performance.now();
  const status = await say();
  if (status !== 200) throw new Error(`A question was answered ${status}.`);
  return performance.now() - began;
}
