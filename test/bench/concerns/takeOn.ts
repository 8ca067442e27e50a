import { CaseStore } from '../../../src/features/concerns/case/caseStore';
import type { TestProduct } from '../../support/product';
import type { Row } from '../rows';
import type { Say } from '../runBench';
import { cardsOf, report, startComplaints } from './complaintsTeam';

/** The officer of the example and the lead are two of them. */
const HANDLERS = 20;
const MORE_OFFICERS = HANDLERS - 2;
const ABOUT = { kind: 'bullying', affected: 'me', what: 'Invented: unkind things in a group chat.' };

/** All handlers press `Take on` at the same moment, report after report. */
export async function takeOn(reports: number, say: Say): Promise<Row[]> {
  say(`${HANDLERS} handlers press Take on at the same moment, ${reports} times …`);
  const product = await startComplaints(reports, MORE_OFFICERS);
  try {
    const { people } = await product.teams.world();
    const handlers = people
      .filter(({ role }) => /^complaints (lead|officer)$/.test(role))
      .map(({ key }) => key);
    if (handlers.length !== HANDLERS) throw new Error(`There are ${handlers.length} handlers.`);
    const rounds: Round[] = [];
    for (let at = 0; at < reports; at++) rounds.push(await round(product, handlers, `carer-${at}`));
    const wrong = rounds.filter(({ owners, records }) => owners !== 1 || records !== 1).length;
    const untold = rounds.reduce((all, one) => all + one.untold, 0);
    return [
      { row: 'reports taken on by 20 at once', figure: rounds.length, unit: '', atLeast: reports },
      { row: 'of them without exactly one owner', figure: wrong, unit: '', limit: 0 },
      { row: 'handlers not told who was first', figure: untold, unit: '', limit: 0 },
    ];
  } finally {
    await product.stop();
  }
}

interface Round {
  /** How many were shown that they have it. */
  readonly owners: number;
  /** How often its history says that it was taken on. */
  readonly records: number;
  /** Who was told neither that they have it nor who does. */
  readonly untold: number;
}

async function round(product: TestProduct, handlers: readonly string[], carer: string): Promise<Round> {
  const reference = await report(product.teams.person(carer), ABOUT);
  await product.idle();
  const [card] = await cardsOf(product, reference);
  if (!card) throw new Error(`The card of ${reference} is not in the channel.`);
  const answers = await Promise.all(
    handlers.map((key) => product.teams.person(key).presses(card, 'Take on')),
  );
  await product.idle();
  const { records, owner } = await recorded(product, reference);
  const told = answers.filter(
    ({ result }) => result.kind === 'toast' && result.text.startsWith(`${owner} has already taken on`),
  ).length;
  const owners = answers.filter(({ result }) => result.kind === 'card').length;
  return { owners, records, untold: handlers.length - owners - told };
}

async function recorded(
  product: TestProduct,
  reference: string,
): Promise<{ records: number; owner: string }> {
  const cases = new CaseStore(product.storage);
  for await (const { id, value } of cases.all()) {
    if (value.reference !== reference) continue;
    const events = await cases.events(id);
    return {
      records: events.filter(({ what }) => what === 'takenOn').length,
      owner: value.handler?.name ?? '',
    };
  }
  throw new Error(`There is no record of ${reference}.`);
}
