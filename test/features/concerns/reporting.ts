import assert from 'node:assert/strict';
import people from '../../../src/localTeams/people.json';
import type { MessageView, PressAnswer } from '../../../src/localTeams/api';
import type { PersonDriver } from '../../../src/localTeams/driver';
import type { PeopleFile } from '../../../src/localTeams/people';
import { parsePeople } from '../../../src/localTeams/people';
import type { TestProduct, TestProductOptions } from '../../support/product';
import { startProduct } from '../../support/product';

/** What an invented report says. */
export const WHAT = 'Somebody wrote unkind things about me in a group chat.';
export const ABOUT = { kind: 'bullying', affected: 'me', what: WHAT };

/** The people of the example, and twenty carers more: one for each test, so that Teams' rates hold nobody up. */
function peopleWithCarers(): PeopleFile {
  const carers = Array.from({ length: 20 }, (_, at) => ({
    ...{ key: `carer-${at}`, name: `Carer Number${at}`, title: 'Carer', role: 'staff' },
  }));
  const teams = people.teams.map((team) =>
    team.key === 'care' ? { ...team, members: [...team.members, ...carers.map(({ key }) => key)] } : team,
  );
  return parsePeople({ ...people, people: [...people.people, ...carers], teams });
}

/** A product with many carers; `next` gives one who has not written yet. */
export async function startReporting(
  options: TestProductOptions = {},
): Promise<{ product: TestProduct; next: () => PersonDriver }> {
  const product = await startProduct({ ...options, teams: { ...options.teams, people: peopleWithCarers() } });
  const used = { count: 0 };
  return { product, next: () => product.teams.person(`carer-${used.count++}`) };
}

/** Everything that a card shows, as one text; inputs and their values included. */
export const seen = (message: MessageView | PressAnswer): string => JSON.stringify(message);

/** The text of what a press led to. */
export function toast({ result }: PressAnswer): string {
  assert.equal(result.kind, 'toast', JSON.stringify(result));
  return result.kind === 'toast' ? result.text : '';
}

/** Presses a button of the newest card in the person's chat. */
export async function press(
  person: PersonDriver,
  title: string,
  inputs: Record<string, string> = {},
): Promise<PressAnswer> {
  return person.presses(await person.lastCardMessage(), title, inputs);
}

/** From the first word to the review, with buttons. */
export async function toReview(person: PersonDriver, about: Record<string, string> = ABOUT): Promise<void> {
  await person.says('report');
  await press(person, 'No');
  await press(person, 'Next', about);
}

/** A whole report. @returns its reference. */
export async function sendReport(
  product: TestProduct,
  who = 'night-carer',
  name = 'kept',
  about = ABOUT,
): Promise<string> {
  const person = product.teams.person(who);
  await toReview(person, about);
  await press(person, 'Send', { name });
  await product.idle();
  return referenceIn(await person.lastCardMessage());
}

export function referenceIn(message: MessageView): string {
  const reference = /[2346789FHKMRTWXY]{3}-[2346789FHKMRTWXY]{4}/.exec(seen(message))?.[0];
  assert.ok(reference, `no reference in ${seen(message)}`);
  return reference;
}

/** The card of a reference in the concerns channel. */
export async function channelCard(product: TestProduct, reference: string): Promise<MessageView> {
  const card = (await channelCards(product)).find((message) => seen(message).includes(reference));
  assert.ok(card, `no card of ${reference} in the channel`);
  return card;
}

export async function channelCards(product: TestProduct): Promise<MessageView[]> {
  const messages = await product.teams.channel('complaints/concerns').messages();
  return messages.filter(({ card }) => card !== undefined);
}

/** All of a person's chat as one text. */
export async function chatOf(product: TestProduct, who: string): Promise<string> {
  return JSON.stringify(await product.teams.person(who).chat());
}

/** Has Teams bring somebody's last message to the bot again. */
export async function bringAgain(product: TestProduct, who: string): Promise<void> {
  const { people } = await product.teams.call('world', {}, undefined);
  const chat = people.find(({ key }) => key === who)?.chatId;
  const deliveries = await product.teams.call('deliveries', {}, undefined);
  const message = deliveries.findLast(
    ({ what, conversationId }) => what.startsWith('message') && conversationId === chat,
  );
  assert.equal(await product.teams.redeliver(message?.activityId ?? assert.fail()), 200);
}
