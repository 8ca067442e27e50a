import { CaseStore } from '../../../src/features/concerns/case/caseStore';
import type { FaultRequest, SeenRequest } from '../../../src/localTeams/api';
import type { TestProduct } from '../../support/product';
import type { Row } from '../rows';
import type { Say } from '../runBench';
import { cardsOf, report, startComplaints } from './complaintsTeam';

const MINUTE = 60_000;
const HOUR = 60;
/** The longest wait between two tries, and a minute. */
const BACK_WITHIN = 16;
const ANSWERS: readonly FaultRequest['answer'][] = [404, 403, 429, 503, 'lost'];
const [TAKEN, LOST] = [201, 504];
/** The least urgent first, so that the order in which they came is the wrong one. */
const WHAT = 'Invented: something unkind.';
const ABOUT = [
  { kind: 'bullying', affected: 'me', what: WHAT },
  { kind: 'contact', affected: 'serviceUser', what: WHAT },
  { kind: 'bullying', affected: 'me', what: 'Invented: he has a knife and is going to kill her now.' },
];
const URGENCIES = ['danger', 'soon', 'normal'];

interface Found {
  notOnce: number;
  notLanded: number;
  outOfOrder: number;
  repeats: number;
  unexplained: number;
}

/** The channel is away for an hour of the product's clock, in each of the ways in which Teams says so. */
export async function channelAway(each: number, say: Say): Promise<Row[]> {
  say(`The channel is away for an hour, ${ANSWERS.join(', ')}, with ${each} reports each …`);
  const product = await startComplaints(each * ANSWERS.length);
  try {
    const seen: SeenRequest[] = [];
    product.teams.subscribe((event) => {
      if (event.type !== 'request' || event.request.operation !== 'createConversation') return;
      const { n, status } = event.request;
      const request = product.teams.requests.findLast((one) => one.n === n);
      if (request && status !== undefined) seen.push({ ...request, status });
    });
    const found: Found = { notOnce: 0, notLanded: 0, outOfOrder: 0, repeats: 0, unexplained: 0 };
    for (const [at, answer] of ANSWERS.entries()) {
      const references = await awayFor(product, answer, { each, from: at * each });
      await count(product, references, seen, found);
    }
    return rowsOf(found, each * ANSWERS.length);
  } finally {
    await product.stop();
  }
}

/** Reports come all through the hour; then the channel is back. @returns their references */
async function awayFor(
  product: TestProduct,
  answer: FaultRequest['answer'],
  { each, from }: { each: number; from: number },
): Promise<string[]> {
  await product.teams.fail({ answer, operation: 'createConversation' });
  await product.teams.fail({ answer, operation: 'send', conversation: 'complaints/concerns' });
  const references: string[] = [];
  for (let minute = 0; minute < HOUR; minute++) {
    if (references.length < each && minute >= (references.length * HOUR) / each) {
      const carer = product.teams.person(`carer-${from + references.length}`);
      references.push(await report(carer, ABOUT[references.length % ABOUT.length] ?? {}));
    }
    await product.advance(MINUTE);
  }
  await product.teams.clearFaults();
  for (let minute = 0; minute < BACK_WITHIN; minute++) await product.advance(MINUTE);
  return references;
}

async function count(
  product: TestProduct,
  references: readonly string[],
  posts: readonly SeenRequest[],
  found: Found,
): Promise<void> {
  const records = await recordsOf(product);
  found.outOfOrder += outOfOrder(references, posts, (reference) => records.get(reference)?.rank ?? -1);
  for (const reference of references) {
    const lost = posts.filter((post) => isPost(post, reference, LOST)).length;
    const cards = (await cardsOf(product, reference)).length;
    found.notOnce += records.get(reference)?.times === 1 ? 0 : 1;
    found.notLanded += posts.some((post) => isPost(post, reference, TAKEN)) ? 0 : 1;
    found.repeats += Math.max(0, cards - 1);
    found.unexplained += Math.max(0, cards - 1 - lost);
  }
}

async function recordsOf({ storage }: TestProduct): Promise<Map<string, { rank: number; times: number }>> {
  const records = new Map<string, { rank: number; times: number }>();
  for await (const { value } of new CaseStore(storage).all()) {
    const times = (records.get(value.reference)?.times ?? 0) + 1;
    records.set(value.reference, { rank: URGENCIES.indexOf(value.urgency), times });
  }
  return records;
}

/** How many landed at another place than by urgency, and then by when they were sent. */
function outOfOrder(
  references: readonly string[],
  posts: readonly SeenRequest[],
  rankOf: (reference: string) => number,
): number {
  const landedAt = (reference: string): number => posts.findIndex((post) => isPost(post, reference, TAKEN));
  const landed = [...references].sort((one, other) => landedAt(one) - landedAt(other));
  const right = [...references].sort((one, other) => rankOf(one) - rankOf(other));
  return landed.filter((reference, at) => reference !== right[at]).length;
}

const isPost = (post: SeenRequest, reference: string, status: number): boolean =>
  post.status === status && JSON.stringify(post.body ?? '').includes(reference);

function rowsOf(found: Found, sent: number): Row[] {
  const none = { unit: '', limit: 0 };
  return [
    { row: 'reports sent while the channel was away', figure: sent, unit: '' },
    { row: 'of them without exactly one record', figure: found.notOnce, ...none },
    { row: 'of them not in the channel once it is back', figure: found.notLanded, ...none },
    { row: 'of them not in the order of urgency', figure: found.outOfOrder, ...none },
    { row: 'second cards where an answer was lost', figure: found.repeats, unit: '' },
    { row: 'second cards where none was lost', figure: found.unexplained, ...none },
  ];
}
