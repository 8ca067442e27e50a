import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { done, notice } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import { render } from '../../../cards/render';
import type { TeamRecord } from '../../../storage/roles';
import { MOST_TEAMS_SHOWN } from '../compose/composeCard';
import { maySend } from '../compose/permission';
import { dayInWords, dayOf, isDay, momentInWords } from '../dates';
import type { EvidenceParties } from '../evidence/evidenceCommand';
import type { FileKind } from '../evidence/fileLinks';
import { LINK_MINUTES } from '../../../jobs/oneUseLinks';
import { exactWords } from '../exactWords';

const ASKED_FOR =
  /^(?:please )?(?:(?:show|get|give|make|print)(?: me)? )?(?:the |an? )?(?:inspection(?: page)?|sign(?:ing)? sheet)(?: please)?$/;
const ONLY_MANAGERS = 'Only managers and administrators can make a page for an inspection or a sign sheet.';
const NO_TEAMS = 'There is no team yet that you can make a page about.';
const NOT_YOUR_TEAM =
  'You can make a page only about a team that you can send to. Please choose another one.';
const NO_DAY = 'Please choose today or an earlier day.';

const pageData = z.object({
  team: z.string().max(300).catch(''),
  day: z.string().catch(''),
  names: z.string().catch('true'),
});

/** Whether a message is the command `inspection`, in its own words and no others. */
export function asksForInspection(text: string): boolean {
  return ASKED_FOR.test(exactWords(text));
}

/** `inspection`: which team, and which day? */
export async function showInspection(parties: EvidenceParties, turn: Turn): Promise<void> {
  if (!(await maySend(parties.roles, turn.person.id))) return turn.say(ONLY_MANAGERS);
  const teams = await parties.roles.teamsOf(turn.person.id);
  const [first] = teams;
  if (!first) return turn.say(NO_TEAMS);
  turn.show(
    render('acknowledgements/inspection', {
      teams: teams.slice(0, MOST_TEAMS_SHOWN).map(({ id, name }) => ({ id, name })),
      hasMoreTeams: teams.length > MOST_TEAMS_SHOWN,
      team: (teams.find((team) => !team.managers && !team.concernsChannelId) ?? first).id,
      today: dayOf(parties.clock.now()),
    }),
  );
}

/** "Make an inspection page" on the card of records. */
export async function openInspection(parties: EvidenceParties, turn: Turn): Promise<CardReply> {
  await showInspection(parties, turn);
  return done;
}

/** "Make the page": a link that opens it once, for this person. */
export async function makeInspection(
  parties: EvidenceParties,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await teamFor(parties, turn, data);
  if (found.refused !== undefined) return notice(found.refused);
  const { day } = pageData.parse(data);
  if (!isDay(day) || day > dayOf(parties.clock.now())) return notice(NO_DAY);
  const what = `Inspection page about ${found.team.name}, ${dayInWords(day)}`;
  return showLink(parties, turn, 'inspection', { teamId: found.team.id, day }, what);
}

/** "Make a sign sheet": with the names of the team, or with empty lines alone. */
export async function makeSheet(
  parties: EvidenceParties,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await teamFor(parties, turn, data);
  if (found.refused !== undefined) return notice(found.refused);
  const kind = pageData.parse(data).names === 'false' ? 'emptySheet' : 'sheet';
  const about = { teamId: found.team.id, day: dayOf(parties.clock.now()) };
  return showLink(parties, turn, kind, about, `Sign sheet for ${found.team.name}`);
}

async function teamFor({ roles }: EvidenceParties, { person }: Turn, data: Record<string, unknown>) {
  if (!(await maySend(roles, person.id))) return { refused: ONLY_MANAGERS };
  const { team: id } = pageData.parse(data);
  const team = (await roles.teamsOf(person.id)).find((each: TeamRecord) => each.id === id);
  return team ? { team, refused: undefined } : { refused: NOT_YOUR_TEAM };
}

/** A card of its own: the one with the teams stays for the next page. */
async function showLink(
  { fileLinks, evidenceFiles, clock }: EvidenceParties,
  turn: Turn,
  kind: FileKind,
  about: { readonly teamId: string; readonly day: string },
  what: string,
): Promise<CardReply> {
  // The link is for the chat alone: what is said is not kept in storage for a repeat, which gets a new one.
  turn.keepNothingSaid();
  const ends = new Date(clock.now().getTime() + LINK_MINUTES * 60_000);
  const reader = { personId: turn.person.id, personName: turn.person.name };
  const page = `${evidenceFiles.baseUrl}/records/${await fileLinks.make({ ...reader, kind, ...about })}`;
  turn.show(render('acknowledgements/printedPage', { what, page, until: momentInWords(ends.toISOString()) }));
  return done;
}
