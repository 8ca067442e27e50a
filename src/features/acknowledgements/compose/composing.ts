import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { notice, showCard } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import type { TeamRecord } from '../../../storage/roles';
import { campaignIdOf } from '../campaign/campaign';
import { dayOf } from '../dates';
import { deliverSoon } from '../delivery/deliverSoon';
import type { Parties } from '../parties';
import { showStatus } from '../progress/watching';
import { sharedInWords, withoutShared } from '../shared/withoutShared';
import { changesFor } from '../versions/sides';
import { composeCard } from './composeCard';
import type { Draft, Drafts } from './draft';
import { newDraft } from './draft';
import { readDraftInput } from './draftInput';
import { maySend, ONLY_SENDERS } from './permission';
import { previewCard } from './previewCard';
import { reachOf } from './reach';

/** What composing works with. */
export interface Composer extends Parties {
  readonly drafts: Drafts;
}

const draftData = z.object({ draft: z.string().max(100).catch('') });
export const DRAFT_GONE = 'This draft is no longer there. Type **remind** to start a new one.';
const NO_TEAMS =
  'There is no team yet that you can send to. An administrator can add me to a team; then type **remind** again.';

/** `remind`: opens the compose card, for those who may send. */
export async function remind(composer: Composer, turn: Turn): Promise<void> {
  const { roles, drafts, policy, clock } = composer;
  if (!(await maySend(roles, turn.person.id))) return turn.say(ONLY_SENDERS);
  const teams = await roles.teamsOf(turn.person.id);
  if (teams.length === 0) return turn.say(NO_TEAMS);
  const who = { managerId: turn.person.id, activityId: turn.activityId };
  const draft = await drafts.open(newDraft(who, policy, likelyTeams(teams), clock.now()));
  turn.show(composeCard(draft, teams, dayOf(clock.now())));
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
  const { roles, drafts, clock } = composer;
  const draft = await ownDraft(composer, turn, data);
  if (!draft) return notice(DRAFT_GONE);
  if (draft.campaignId) return showSent(composer, turn, draft.campaignId);
  if (!(await maySend(roles, turn.person.id))) return notice(ONLY_SENDERS);
  const teams = await roles.teamsOf(turn.person.id);
  const read = readDraftInput(data, new Set(teams.map((team) => team.id)), dayOf(clock.now()));
  if (read.problem !== undefined) return notice(read.problem);
  const filled = await drafts.fill(turn.person.id, draft.id, read.input);
  return filled ? showPreview(composer, turn, filled) : notice(DRAFT_GONE);
}

/** @param warning a line above the preview; empty for none */
export async function showPreview(
  { roles, directory, policy, sharedAccounts, versions }: Composer,
  turn: Turn,
  draft: Draft,
  warning = '',
): Promise<CardReply> {
  const leftOut = draft.senderIncluded ? undefined : draft.managerId;
  const people = withoutShared(directory, await sharedAccounts.all());
  const reach = await reachOf(people.directory, { teamIds: draft.teamIds, leftOut });
  if (reach.people === 0)
    return notice('There is nobody in these teams to send it to. Please choose another team.');
  const sender = { name: turn.person.name, teams: await roles.teamsOf(turn.person.id) };
  const told = { ...reach, shared: sharedInWords(people.leftOut) };
  const changes = await changesFor({ versions, policy }, draft.about);
  return showCard(previewCard(policy, draft, sender, told, warning, changes));
}

/** "Back": the compose card with everything as it was typed. */
export async function edit(
  composer: Composer,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const draft = await ownDraft(composer, turn, data);
  if (!draft) return notice(DRAFT_GONE);
  if (draft.campaignId) return showSent(composer, turn, draft.campaignId);
  const teams = await composer.roles.teamsOf(turn.person.id);
  return showCard(composeCard(draft, teams, dayOf(composer.clock.now())));
}

/** Also for a later press: where a crash came in between, this finishes what the first one began. */
export async function showSent(composer: Composer, turn: Turn, campaignId: string): Promise<CardReply> {
  const campaign = await composer.campaigns.get(campaignId);
  if (campaign?.state === 'preparing') {
    // Before the delivery can begin, so that no crash leaves a request that its manager cannot find.
    await composer.campaigns.enterInList(campaign);
    await deliverSoon(composer, campaignId);
  }
  return showStatus(composer, turn, campaignId);
}

/**
 * A draft is looked up among the presser's own: the id of somebody else's leads nowhere. It counts as sent as soon
 * as its campaign is there, also where a crash kept the draft from saying so.
 */
export async function ownDraft(
  { drafts, campaigns }: Composer,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<Draft | undefined> {
  const { draft: id } = draftData.parse(data);
  const draft = id === '' ? undefined : await drafts.get(turn.person.id, id);
  if (!draft || draft.campaignId) return draft;
  const made = await campaigns.get(campaignIdOf(turn.person.id, id));
  return made ? { ...draft, campaignId: made.id } : draft;
}
