import type { Member } from '../../bot/addresses';
import { membersCalled } from '../../bot/membersCalled';
import type { Messenger } from '../../bot/messengerPort';
import type { Turn } from '../../bot/turn';
import { leadStanding } from './leadStanding';
import { askSecond } from './secondWord/asking';
import type { SecondWordDeps } from './secondWord/deps';
import type { SetupWords } from './setupWords';
import { REFUSALS } from './setupWords';

interface NamingDeps extends Omit<SecondWordDeps, 'messenger'> {
  readonly messenger: Pick<Messenger, 'members'>;
}

/** The name in `make NAME the complaints lead`. */
export function leadNamedIn(text: string): string | undefined {
  const named = /^(?:please )?make (?<name>.{1,200}?) the complaints lead(?: please)?[.!]*$/i.exec(
    text.trim(),
  );
  return named?.groups?.['name'];
}

/**
 * An administrator names who leads the complaints team: a member of that team, and no administrator. One is enough for
 * the first lead; another in their place is asked of a second administrator.
 */
export async function nameLead(turn: Turn, name: string, deps: NamingDeps): Promise<SetupWords> {
  const by = turn.person;
  if (!(await deps.roles.confirm(by.id, 'administrator'))) return refused(...REFUSALS.notAdministrator);
  const channel = await deps.directory.concernsChannel();
  if (!channel) return refused(NO_CHANNEL);
  const { team } = channel;
  const place = { serviceUrl: team.serviceUrl, conversationId: team.id };
  const found = await membersCalled(deps.messenger, place, name);
  if (found === 'unread') return refused(UNREAD);
  const [member, ...others] = found;
  if (!member) return refused(`Nobody in ${team.name} has this name or e-mail address.`, WHOLE_NAME);
  if (others.length > 0)
    return refused(`${found.length} people in ${team.name} have this name.`, SAY_ADDRESS);
  return (await deps.roles.couldHandle(member.id)) ? write(turn, member, deps) : refused(...NOT_SOMEBODY);
}

const NO_CHANNEL =
  'Please say first which channel concerns go to. In a channel of the complaints team write to me: use this channel for concerns';
const UNREAD = 'Teams did not tell me who is in the complaints team. Please try again in a minute.';
const WHOLE_NAME =
  'Please write the whole name as Teams shows it, or the e-mail address. The lead has to be in that team.';
const SAY_ADDRESS = 'Please write the e-mail address instead of the name.';
const NOT_SOMEBODY = [
  'A guest or an administrator of this bot cannot lead the complaints team: administrators see no report.',
  'If this person is neither, Teams did not answer just now. Please try again in a minute.',
] as const;

async function write(turn: Turn, member: Member, deps: NamingDeps): Promise<SetupWords> {
  const { id, teamsId, name } = member;
  const before = await deps.complaints.lead();
  if (before?.personId === id)
    return { title: 'Nothing to change', lines: [`${before.name} is the complaints lead already.`] };
  if (before) {
    const from = { id: before.personId, name: before.name };
    return askSecond(deps, turn, { what: 'lead', from, to: { id, teamsId, name } });
  }
  await deps.tellDecisions(false);
  const isFirst = await deps.complaints.setLead(
    leadStanding(member, { by: turn.person }, deps.clock.now()),
    undefined,
  );
  // Somebody else was named in the meantime, so this is a change of the lead.
  if (!isFirst) return write(turn, member, deps);
  await deps.tellDecisions(true);
  return {
    title: 'Done',
    lines: [
      `${name} is the complaints lead now, sees reports and confirms who else does.`,
      'The channel for concerns is told.',
    ],
  };
}

function refused(...lines: readonly string[]): SetupWords {
  return { title: 'Nothing was changed', lines };
}
