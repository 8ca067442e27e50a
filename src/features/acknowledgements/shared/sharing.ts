import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { notice, showCard } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { JobResult } from '../../../jobs/jobs';
import { momentInWords } from '../dates';
import { membershipChanged } from '../delivery/lookAgain';
import { exactWords } from '../exactWords';
import type { Parties } from '../parties';
import type { FoundAccount } from './findAccounts';
import { findAccounts, memberOf } from './findAccounts';
import type { SharedAccount } from './sharedAccounts';
import { MOST_SHARED } from './sharedAccounts';

export const SHARING = 'acknowledgements.sharedAccounts';
const ONE_KEY = 'all';
const MOST_LISTED = 20;

const COMMAND = /^(?:(?:show |list )?(?:the )?shared accounts|shared account:? (?<words>.{1,200}))$/;
const ONLY_ADMINISTRATORS = 'Only an administrator of this bot can say which accounts are shared.';
const GONE = 'I cannot find this account in the team any more, so nothing was changed.';
const TOO_MANY = `There are ${MOST_SHARED} shared accounts already. Please take one from the list first.`;

const id = z.string().max(300).catch('');
const accountData = z.object({ team: id, person: id });

/** Whether a message is the command `shared accounts` or `shared account NAME`, in these words alone. */
export function asksForSharedAccounts(text: string): boolean {
  return COMMAND.test(exactWords(text));
}

/** With a name after them the words may begin a question about the policy: from others than administrators they do. */
export async function meansSharedAccounts(parties: Parties, turn: Turn): Promise<boolean> {
  const named = COMMAND.exec(exactWords(turn.text))?.groups?.['words'] !== undefined;
  return !named || (!turn.text.includes('?') && (await isAdministrator(parties, turn)));
}

/** `shared account NAME`: who is meant, to be chosen; `shared accounts`: those that are listed. */
export async function showSharedAccounts(parties: Parties, turn: Turn): Promise<void> {
  if (!(await isAdministrator(parties, turn))) return turn.say(ONLY_ADMINISTRATORS);
  const words = COMMAND.exec(exactWords(turn.text))?.groups?.['words'];
  const found = words === undefined ? [] : await findAccounts(parties.directory, words);
  const nobody = words !== undefined && found.length === 0;
  const said = nobody
    ? 'Nobody in the teams that I am in has this e-mail address or this whole name. Please check it.'
    : '';
  turn.show(listCard(await parties.sharedAccounts.all(), found, said));
}

/** "This is a shared account": from now on it is not asked, and cannot confirm. */
export async function share(parties: Parties, turn: Turn, data: Record<string, unknown>): Promise<CardReply> {
  if (!(await isAdministrator(parties, turn))) return notice(ONLY_ADMINISTRATORS);
  const { team, person } = accountData.parse(data);
  const member = team && person ? await memberOf(parties.directory, team, person) : undefined;
  if (!member) return notice(GONE);
  if ((await parties.sharedAccounts.all()).length >= MOST_SHARED) return notice(TOO_MANY);
  const at = parties.clock.now().toISOString();
  const account = { personId: person, name: member.name, byId: turn.person.id, byName: turn.person.name, at };
  await parties.sharedAccounts.add(account);
  return changed(parties, `${member.name} is a shared account now. It can ask me, and it cannot confirm.`);
}

/** "Not shared any more": it is asked again, as one person. */
export async function unshare(
  parties: Parties,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  if (!(await isAdministrator(parties, turn))) return notice(ONLY_ADMINISTRATORS);
  const { person } = accountData.parse(data);
  if (person) await parties.sharedAccounts.remove(person);
  return changed(parties, 'The account is not shared any more. Open requests ask it again.');
}

/** Requests that are open look again at whom they ask; also for a repeat, which finishes what a crash left. */
async function changed({ sharedAccounts, jobs, clock }: Parties, said: string): Promise<CardReply> {
  await jobs.schedule(SHARING, ONE_KEY, clock.now());
  return showCard(listCard(await sharedAccounts.all(), [], said));
}

/** The job after a change of the list. */
export async function lookAtShared(parties: Parties): Promise<JobResult> {
  for (const team of await parties.directory.teams()) await membershipChanged(parties, team.id);
  return 'done';
}

function isAdministrator({ roles }: Parties, { person }: Turn): Promise<boolean> {
  return roles.confirm(person.id, 'administrator');
}

function listCard(accounts: readonly SharedAccount[], found: readonly FoundAccount[], said: string): Card {
  const known = new Set(accounts.map(({ personId }) => personId));
  const more = accounts.length - MOST_LISTED;
  return render('acknowledgements/sharedAccounts', {
    said,
    hasSaid: said !== '',
    hasFound: found.length > 0,
    found: found.map(({ member, team }) => ({
      name: member.name,
      where: [member.email, team.name].filter(Boolean).join(', '),
      isNew: !known.has(member.personId),
      team: team.id,
      person: member.personId,
    })),
    nobody: accounts.length === 0,
    accounts: accounts.slice(0, MOST_LISTED).map(({ name, byName, at, personId }) => ({
      name,
      since: `Listed by ${byName} on ${momentInWords(at)}`,
      person: personId,
    })),
    hasMore: more > 0,
    more: `and ${more} more`,
  });
}
