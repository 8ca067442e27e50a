import type { Campaign, CampaignView } from '../campaign/campaign';
import type { Recipient } from '../campaign/recipient';
import { dayInWords, momentInWords } from '../dates';
import { WHAT_IT_SHOWS } from '../evidence/fileFormat';
import type { Reader } from '../evidence/recordsFile';
import type { Parties } from '../parties';
import { sameVersion, versionOf } from '../policyToConfirm';
import type { Html } from '../../../files/markup';
import { markup } from '../../../files/markup';
import { PAGE_END, pageStart, TABLE_END, tableRow, tableStart } from '../../../files/printedPage';
import type { AsAt, Group } from './standing';
import { groupAt, GROUPS, howItStood, whatWasDone } from './standing';
import { ownParts, peopleAsked } from './teamPeople';
import type { PeopleAsked } from './teamPeople';

/** A team as a page is headed with it. */
export interface NamedTeam {
  readonly id: string;
  readonly name: string;
}

const CAPTIONS: Readonly<Record<Group, string>> = {
  confirmed: 'Confirmed in Teams',
  onPaper: 'Confirmed on paper',
  away: 'Away',
  outstanding: 'Have the request and have not confirmed',
  notReached: 'Not reached',
  left: 'Left without confirming',
  withdrawn: 'Withdrawn from',
};
const OLDER_STATEMENT = 'the statement that stands on each receipt of that version.';
const HOW_TO_READ =
  'Reasons for not being reached are as they are known now, and what was done is told with its dates, also where it came later. It names people: keep it safe.';
const COLUMNS = ['Name', 'How it stands', 'What was done about it'];

/**
 * One printable page about one team: how the requests for the policy stood at a moment. It is read and sent part by
 * part, so that it needs no more memory for a hundred thousand people than for two thousand and the team's roster.
 */
export async function* inspectionPage(
  parties: Parties,
  reader: Reader,
  team: NamedTeam,
  at: AsAt,
): AsyncGenerator<string> {
  yield pageStart(`Inspection page: ${team.name}`).text;
  const requests = await requestsTo(parties, team.id, at);
  yield (await heading(parties, reader, team, at, requests[0])).text;
  if (requests.length === 0) yield markup`<p>Nobody in this team had been asked by then.</p>`.text;
  for (const [index, view] of requests.entries()) yield* section(parties, view, team, at, index === 0);
  yield PAGE_END.text;
}

/** Requests for the version that was asked for last by then, the newest first; a reminder of a clause asks for none. */
async function requestsTo(
  { teamRequests, campaigns, versions }: Parties,
  teamId: string,
  { moment }: AsAt,
): Promise<CampaignView[]> {
  const views: CampaignView[] = [];
  for (const id of await teamRequests.allOf(teamId)) {
    const view = await campaigns.view(id);
    if (view && view.campaign.about.kind !== 'clause' && view.campaign.createdAt <= moment) views.push(view);
  }
  views.sort((one, other) => other.campaign.createdAt.localeCompare(one.campaign.createdAt));
  const [newest] = views;
  if (!newest) return [];
  const same = await versions.sameAs(newest.campaign);
  return views.filter(({ campaign }) => same.some((version) => sameVersion(campaign, version)));
}

async function heading(
  { policy, clock, versions }: Parties,
  reader: Reader,
  team: NamedTeam,
  at: AsAt,
  newest: CampaignView | undefined,
): Promise<Html> {
  const version = newest?.campaign ?? versionOf(policy);
  const text = sameVersion(version, versionOf(policy)) ? policy : await versions.texts.of(version);
  const statement = text ? `“${text.statement}”` : OLDER_STATEMENT;
  const made = momentInWords(clock.now().toISOString());
  return markup`<p><strong>How it stood on ${dayInWords(at.day)}</strong> (${momentInWords(at.moment)})</p>
<p>Policy: ${policy.title}, version ${version.versionNumber}. Its text has the mark <code>${version.versionHash}</code>.</p>
<p>What people confirm: ${statement}</p>
<p><strong>${WHAT_IT_SHOWS}</strong></p>
<p>Made on ${made} for ${reader.name}, about ${team.name} alone. ${HOW_TO_READ}</p>
`;
}

async function* section(
  parties: Parties,
  view: CampaignView,
  team: NamedTeam,
  at: AsAt,
  isNewest: boolean,
): AsyncGenerator<string> {
  const { campaign } = view;
  const asked = await peopleAsked(parties, view, team.id, at);
  const sent = `Sent on ${momentInWords(campaign.createdAt)} by ${campaign.managerName}.`;
  const due = `To be confirmed by ${dayInWords(campaign.due)}.${stateInWords(campaign)}`;
  yield markup`<h2>${campaign.title}</h2><p>${sent} ${due}</p>\n`.text;
  yield* corrections(parties, campaign);
  yield summary(asked).text;
  for (const part of ownParts(view, team.id)) {
    const rows: Recipient[] = [];
    for await (const { value } of parties.recipients.list(campaign.id, part.id)) rows.push(value);
    yield* tables(rows, at);
  }
  yield* tables(asked.throughOtherTeams, at);
  if (isNewest) yield* notAsked(asked);
}

function stateInWords({ state, paused }: Campaign): string {
  if (state === 'cancelled') return ' It was withdrawn.';
  return paused ? ' It is paused.' : '';
}

async function* corrections({ campaigns }: Parties, { id }: Campaign): AsyncGenerator<string> {
  for (const { title, words, due, until, byName } of await campaigns.saidBefore(id)) {
    const when = `Until it was corrected by ${byName} on ${momentInWords(until)} it said:`;
    yield markup`<p>${when} “${title}”. “${words}” To be confirmed by ${dayInWords(due)}.</p>\n`.text;
  }
}

function summary({ counts }: PeopleAsked): Html {
  const rows = GROUPS.filter((group) => counts[group] > 0).map((group) =>
    tableRow([CAPTIONS[group], counts[group].toLocaleString('en-GB')]),
  );
  const total = GROUPS.reduce((all, group) => all + counts[group], 0);
  const all = tableRow(['Asked in all', total.toLocaleString('en-GB')]);
  return markup`${tableStart('In numbers', ['Where people stand', 'People'])}${rows}${all}${TABLE_END}`;
}

/** The people of one part, group by group and by name. */
function* tables(rows: readonly Recipient[], at: AsAt): Generator<string> {
  const sorted = rows.toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));
  for (const group of GROUPS) {
    const people = sorted.filter((row) => groupAt(row, at) === group);
    if (people.length === 0) continue;
    yield tableStart(`${CAPTIONS[group]}: ${people.length.toLocaleString('en-GB')}`, COLUMNS).text;
    for (const row of people) yield tableRow([row.name, howItStood(row, at), whatWasDone(row)]).text;
    yield TABLE_END.text;
  }
}

function* notAsked({ notAsked: names }: PeopleAsked): Generator<string> {
  if (names.length === 0) return;
  yield tableStart('In the team today and not asked by this request', ['Name', 'Why']).text;
  for (const { name, why } of names) yield tableRow([name, why]).text;
  yield TABLE_END.text;
}
