import type { Card } from '../../../src/localTeams/json';
import type { MessageView, PressAnswer } from '../../../src/localTeams/api';
import type { TestProduct } from '../../support/product';

const MOST_PAGES = 20;

/** The care team's staff in the people file of local Teams. */
export const STAFF = ['night-carer', 'cook', 'driver', 'nurse', 'office'];

export async function careTeamId({ teams }: TestProduct): Promise<string> {
  const team = (await teams.world()).teams.find((each) => each.key === 'care');
  if (!team) throw new Error('There is no care team.');
  return team.id;
}

/** The manager's words on the compose card; today is 18 November 2026. */
export async function typed(
  product: TestProduct,
  changes: Record<string, string> = {},
): Promise<Record<string, string>> {
  const teams = await careTeamId(product);
  return {
    teams,
    title: 'Our policy',
    words: 'Please read it.',
    due: '2026-12-02',
    includeMe: 'false',
    check: 'false',
    ...changes,
  };
}

/** `remind`, Preview and Send by the manager, up to the end of what follows by itself. @returns the status card's message */
export async function sendRequest(
  product: TestProduct,
  changes: Record<string, string> = {},
): Promise<MessageView> {
  const manager = product.teams.person('manager');
  await manager.says('remind');
  const message = await manager.lastCardMessage();
  await manager.presses(message, 'Preview', await typed(product, changes));
  await manager.presses(message, 'Send');
  await product.idle();
  await product.teams.settled();
  return message;
}

/** "Read and confirm", Next to the end, "I confirm". @returns the answer to the last press */
export async function readAndConfirm(product: TestProduct, key: string): Promise<PressAnswer> {
  const person = product.teams.person(key);
  const message = await person.lastCardMessage();
  await person.presses(message, 'Read and confirm');
  for (let page = 1; page < MOST_PAGES; page++) {
    const card = (await person.lastCardMessage()).card;
    if (titlesOf(card).includes('I confirm')) break;
    await person.presses(message, 'Next');
  }
  return person.presses(message, 'I confirm');
}

export function titlesOf(card: Card | undefined): string[] {
  return ((card?.['actions'] ?? []) as { title: string }[]).map((action) => action.title);
}

/** What a button of the card sends. */
export function dataOf(card: Card | undefined, title: string): Record<string, string> {
  const actions = (card?.['actions'] ?? []) as { title: string; data: Record<string, string> }[];
  const found = actions.find((action) => action.title === title);
  if (!found) throw new Error(`There is no button ${title}.`);
  return found.data;
}

/** The card as JSON, to look for words in. */
export const textOf = (message: { card?: Card }): string => JSON.stringify(message.card);

/** A message as the person now sees it. */
export async function seen(product: TestProduct, key: string, { id }: { id: string }): Promise<MessageView> {
  const found = (await product.teams.person(key).chat()).find((message) => message.id === id);
  if (!found) throw new Error(`${key} does not see the message.`);
  return found;
}

/** What a press led to, as words. */
export function wordsOf({ result }: PressAnswer): string {
  if (result.kind === 'toast') return result.text;
  if (result.kind === 'closed') return result.text ?? '';
  if (result.kind === 'card') return textOf(result.message);
  return result.kind === 'dialog' ? JSON.stringify(result.dialog.card) : result.kind;
}
