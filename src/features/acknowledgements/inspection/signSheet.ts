import type { Reader } from '../evidence/recordsFile';
import { momentInWords } from '../dates';
import { WHAT_IT_SHOWS } from '../evidence/fileFormat';
import type { Parties } from '../parties';
import { markup } from '../../../files/markup';
import type { NamedTeam } from './inspectionPage';
import { PAGE_END, pageStart, TABLE_END, tableRow, tableStart } from '../../../files/printedPage';

/** Lines without a name: for people who are not in Teams, or a sheet for anybody. */
const EMPTY_LINES = 10;
const ONLY_EMPTY_LINES = 40;
const WHAT_NEXT = 'Record each signature with “Signed on paper” in the list of names, and keep the sheet.';
const COLUMNS = ['Name', 'Signature', 'Date', 'Who saw it signed (name and signature)'];

/** A sheet to sign by hand: the version, what is confirmed, and a line for everybody in the team. */
export async function* signSheet(
  parties: Parties,
  reader: Reader,
  team: NamedTeam,
  withNames: boolean,
): AsyncGenerator<string> {
  const { policy, clock } = parties;
  yield pageStart(`Sign sheet: ${policy.title}`).text;
  yield markup`<p>Team: <strong>${team.name}</strong>. Version <strong>${policy.version.number}</strong> of the policy. Its text has the mark <code>${policy.version.hash}</code>.</p>
<p>Read the policy, or have it read to you, before you sign. You can ask questions first. By signing you say:</p>
<p><strong>“${policy.statement}”</strong></p>
<p>Somebody else than you signs beside you to say that they saw it.</p>
`.text;
  yield tableStart(`People of ${team.name}`, COLUMNS, 'sign').text;
  for (const name of withNames ? await namesIn(parties, team.id) : [])
    yield tableRow([name, '', '', '']).text;
  for (let line = 0; line < (withNames ? EMPTY_LINES : ONLY_EMPTY_LINES); line++)
    yield tableRow(['', '', '', '']).text;
  yield TABLE_END.text;
  const made = momentInWords(clock.now().toISOString());
  yield markup`<p>${WHAT_IT_SHOWS} Made on ${made} for ${reader.name}. ${WHAT_NEXT}</p>\n`.text;
  yield PAGE_END.text;
}

/** A team has at most 25,000 members, so that names can be sorted in memory. */
async function namesIn({ directory, sharedAccounts }: Parties, teamId: string): Promise<string[]> {
  const shared = new Set((await sharedAccounts.all()).map(({ personId }) => personId));
  const names: string[] = [];
  for await (const { name, guest, personId } of directory.members(teamId))
    if (!guest && !shared.has(personId)) names.push(name);
  return names.sort((one, other) => one.localeCompare(other, 'en-GB'));
}
