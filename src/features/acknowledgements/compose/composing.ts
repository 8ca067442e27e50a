import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { notice, showCard } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import type { TeamRecord } from '../../../storage/roles';
import { campaignIdOf } from '../campaign/campaign';
import type { Parties } from '../parties';
import type { FormAround } from './composeCard';
import { composeCard } from './composeCard';
import type { Draft } from './draft';
import { holds, newDraft } from './draft';
import type { Drafts } from './drafts';
import { readDraftInput } from './draftInput';
import type { ListLinks } from './list/upload/listLinks';
import { isAdministrator, maySend, ONLY_SENDERS } from './permission';
import { showPreview } from './previewing';
import { showSent } from './showSent';

/** What composing works with. */
export interface Composer extends Parties {
  readonly drafts: Drafts;
  readonly listLinks: ListLinks;
}

const draftData = z.object({
  draft: z.string().max(100).catch(''),
  revision: z.coerce.number().int().optional().catch(undefined),
});
export const DRAFT_GONE = 'This draft is no longer there. Type **remind** to start a new one.';
const NO_TEAMS =
  'There is no team yet that you can send to. An administrator can add me to a team; then type **remind** again.';
const CHANGED_ELSEWHERE =
  'This draft was changed in another window or on another phone after you opened it here. What you see is what you ' +
  'have just typed, and nothing of it is lost. Press Preview again to keep it as it stands here.';

/** `remind`: opens the compose card, for those who may send. */
export async function remind(composer: Composer, turn: Turn): Promise<void> {
  const { roles, drafts, policy, clock } = composer;
  if (!(await maySend(roles, turn.person.id))) return turn.say(ONLY_SENDERS);
  const teams = await roles.teamsOf(turn.person.id);
  if (teams.length === 0) return turn.say(NO_TEAMS);
  const who = { managerId: turn.person.id, activityId: turn.activityId };
  const draft = await drafts.open(newDraft(who, policy, likelyTeams(teams), clock.now()));
  turn.show(composeCard(draft, await formAround(composer, turn, teams)));
}

/** The one team of staff, where there is only one; otherwise the manager chooses. */
function likelyTeams(teams: readonly TeamRecord[]): string[] {
  const ofStaff = teams.filter((team) => !team.managers && !team.concernsChannelId);
  return ofStaff.length === 1 ? ofStaff.map((team) => team.id) : [];
}

/** "Preview": keeps what was typed and shows what staff will see. */
export async function preview(
  composer: Composer,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const { roles, drafts, clock, policy } = composer;
  const found = await unsentDraft(composer, turn, data);
  if (found.answer) return found.answer;
  const { draft } = found;
  if (!(await maySend(roles, turn.person.id))) return notice(ONLY_SENDERS);
  const teams = await roles.teamsOf(turn.person.id);
  const allowed = new Set(teams.map((team) => team.id));
  const mayAskEveryone = await isAdministrator(roles, turn.person.id);
  const read = readDraftInput(data, { draft, policy, allowed, mayAskEveryone, now: clock.now() });
  if (read.problem !== undefined) return notice(read.problem);
  const { revision = draft.revision } = draftData.parse(data);
  const filled = await drafts.fill({ ...draft, revision }, read.input);
  if (!filled) return notice(DRAFT_GONE);
  if (holds(filled, read.input)) return showPreview(composer, turn, filled);
  if (filled.campaignId) return showSent(composer, turn, filled.campaignId);
  // The form as it was typed, for a draft that was changed elsewhere: nothing of either is lost by pressing.
  const around = { ...(await formAround(composer, turn, teams)), warning: CHANGED_ELSEWHERE };
  return showCard(composeCard({ ...filled, ...read.input }, around));
}

/** What the form shows beside the draft. */
export async function formAround(
  { policy, clock, roles }: Composer,
  turn: Turn,
  teams: readonly TeamRecord[],
): Promise<FormAround> {
  const mayAskEveryone = await isAdministrator(roles, turn.person.id);
  return { policy, teams, mayAskEveryone, now: clock.now() };
}

/** "Back": the compose card with everything as it was typed. */
export async function edit(
  composer: Composer,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await unsentDraft(composer, turn, data);
  if (found.answer) return found.answer;
  const { draft } = found;
  const teams = await composer.roles.teamsOf(turn.person.id);
  return showCard(composeCard(draft, await formAround(composer, turn, teams)));
}

/** The presser's draft as long as it was not sent, or what they get instead. */
export async function unsentDraft(
  composer: Composer,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<{ readonly draft: Draft; readonly answer?: undefined } | { readonly answer: CardReply }> {
  const draft = await ownDraft(composer, turn, data);
  if (!draft) return { answer: notice(DRAFT_GONE) };
  return draft.campaignId ? { answer: await showSent(composer, turn, draft.campaignId) } : { draft };
}

/** The draft that a press names, among the presser's own. */
export function ownDraft(
  composer: Composer,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<Draft | undefined> {
  return draftOf(composer, turn.person.id, draftData.parse(data).draft);
}

/**
 * A draft is looked up among one person's own: the id of somebody else's leads nowhere. It counts as sent as soon as
 * its campaign is there, also where a crash kept the draft from saying so.
 */
export async function draftOf(
  { drafts, campaigns }: Composer,
  managerId: string,
  id: string,
): Promise<Draft | undefined> {
  const draft = id === '' ? undefined : await drafts.get(managerId, id);
  if (!draft || draft.campaignId) return draft;
  const made = await campaigns.get(campaignIdOf(managerId, id));
  return made ? { ...draft, campaignId: made.id } : draft;
}
