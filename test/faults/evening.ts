import assert from 'node:assert/strict';
import type { Driver } from '../../src/localTeams/driver';
import { eventually } from './eventually';
import { shows } from './field';

export const QUESTION = 'Is a private group really private?';
/** Means nothing without the question before. */
export const FOLLOW_UP = 'What if they ask me to?';
/** What somebody began to report. */
export const WHAT = 'Somebody wrote unkind things about me in a group chat.';
const DAYS_TO_CONFIRM = 10;
const MOST_PAGES = 20;

/** What there was at the end of an evening with the product. */
export interface Evening {
  readonly chats: Chats;
  /** The answer to the follow-up question. */
  readonly followedUp: string;
  /** The number of the nurse's record. */
  readonly receipt: string;
}

/** The chats and unread marks of the people who do nothing after the evening. */
export type Chats = Readonly<
  Record<string, { readonly unread: number; readonly messages: readonly string[] }>
>;
const QUIET = ['night-carer', 'cook', 'nurse', 'office', 'complaints-lead'];

/** A carer asks, a cook begins a report, a manager sends a request and a nurse confirms it. */
export async function playEvening(teams: Driver): Promise<Evening> {
  const followedUp = await followUpElsewhere(teams);
  const carer = teams.person('night-carer');
  assert.equal(await carer.says(QUESTION), 200);
  await carer.reads();
  const cook = teams.person('cook');
  assert.equal(await cook.says('report'), 200);
  await cook.presses(await cook.lastCardMessage(), 'No');
  assert.equal(await cook.says(WHAT), 200);
  await sendRequest(teams);
  const receipt = await confirm(teams);
  await statusCounts(teams);
  return { chats: await chatsOf(teams), followedUp, receipt };
}

export async function chatsOf(teams: Driver): Promise<Chats> {
  const entries = QUIET.map(async (key) => {
    const person = teams.person(key);
    const messages = (await person.chat()).map(
      (message) => `${message.id} ${message.delivery} ${shows(message)}`,
    );
    return [key, { unread: await person.unread(), messages }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Whether the question is in the person's chat. */
export async function asked(teams: Driver, key: string): Promise<boolean> {
  return (await teams.person(key).chat()).some(({ text }) => text === QUESTION);
}

/** What a follow-up is answered with, and that it is understood only after its question. */
async function followUpElsewhere(teams: Driver): Promise<string> {
  const manager = teams.person('manager');
  await manager.says(FOLLOW_UP);
  const alone = (await manager.lastMessage()).text;
  const lead = teams.person('complaints-officer');
  await lead.says(QUESTION);
  await lead.says(FOLLOW_UP);
  const after = (await lead.lastMessage()).text;
  assert.notEqual(after, alone);
  return after;
}

async function sendRequest(teams: Driver): Promise<void> {
  const manager = teams.person('manager');
  await manager.says('remind');
  const message = await manager.lastCardMessage();
  const due = new Date(Date.now() + DAYS_TO_CONFIRM * 86_400_000).toISOString().slice(0, 10);
  const { teams: all } = await teams.call('world', {}, undefined);
  const care = all.find(({ key }) => key === 'care')?.id ?? '';
  const words = { title: 'Our policy', words: 'Please read it.', due, includeMe: 'false', check: 'false' };
  await manager.presses(message, 'Preview', { teams: care, ...words });
  await manager.presses(message, 'Send');
}

/** The nurse reads to the end and confirms. @returns the number of the record. */
async function confirm(teams: Driver): Promise<string> {
  const nurse = teams.person('nurse');
  const isRequest = async () => (await nurse.chat()).find((message) => shows(message).includes('Our policy'));
  const card = await eventually('the request comes', isRequest);
  await nurse.presses(card, 'Read and confirm');
  for (let page = 1; page <= MOST_PAGES; page++) {
    if (shows(await nurse.lastCardMessage()).includes('"title":"I confirm"')) break;
    await nurse.presses(card, 'Next');
  }
  await nurse.presses(card, 'I confirm');
  const receipt = /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/.exec(shows(await nurse.lastCardMessage()))?.[0];
  assert.ok(receipt, 'no number on the receipt');
  return receipt;
}

/** Then nothing more of it is to come. */
async function statusCounts(teams: Driver): Promise<void> {
  const counted = async () => shows(await teams.person('manager').lastCardMessage()).includes('1 of 5');
  await eventually('the status card counts the nurse', counted);
  const delivered = async () =>
    (await teams.person('office').chat()).some((message) => shows(message).includes('Our policy'));
  await eventually('everybody has the request', delivered);
}
