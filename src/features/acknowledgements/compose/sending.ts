import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { notice } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import type { TeamRecord } from '../../../storage/roles';
import type { Campaign } from '../campaign/campaign';
import { campaignIdOf } from '../campaign/campaign';
import { dayOf } from '../dates';
import { versionOf } from '../policyToConfirm';
import { problemWithReminders } from '../remind/schedule';
import type { Composer } from './composing';
import { DRAFT_GONE, ownDraft, showPreview, showSent } from './composing';
import type { Draft } from './draft';
import { problemWithDue } from './draftInput';
import { mayStillSend } from './permission';

const sendData = z.object({ revision: z.coerce.number().int().catch(-1) });
const NOT_CONFIRMED =
  'I could not check with Teams that you may send this, so nothing was sent. Please try again in a minute. ' +
  'Only managers and administrators can send a request.';
const LOOK_AGAIN =
  'This was changed after you opened this preview. Please look at it again before you send it.';

/** "Send": makes the campaign of this draft, once, and has it delivered. */
export async function send(
  composer: Composer,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const draft = await ownDraft(composer, turn, data);
  if (!draft) return notice(DRAFT_GONE);
  if (draft.campaignId) return showSent(composer, turn, draft.campaignId);
  if (!(await mayStillSend(composer.roles, turn.person.id))) return notice(NOT_CONFIRMED);
  if (sendData.parse(data).revision !== draft.revision) return showPreview(composer, turn, draft, LOOK_AGAIN);
  const teams = await composer.roles.teamsOf(turn.person.id);
  const problem = whyNotSend(draft, teams, dayOf(composer.clock.now()));
  if (problem) return notice(`${problem} Press Back to change it.`);
  const campaign = await composer.campaigns.create(campaignOf(composer, turn, draft, teams));
  await composer.drafts.markSent(draft, campaign.id);
  return showSent(composer, turn, campaign.id);
}

/** The draft may be weeks old. */
function whyNotSend(draft: Draft, teams: readonly TeamRecord[], today: string): string | undefined {
  const allowed = new Set(teams.map((team) => team.id));
  if (draft.teamIds.length === 0) return 'No team is chosen.';
  if (!draft.teamIds.every((id) => allowed.has(id))) return 'You can no longer send to one of these teams.';
  return problemWithDue(draft.due, today) ?? problemWithReminders(draft.reminders);
}

function campaignOf(composer: Composer, turn: Turn, draft: Draft, teams: readonly TeamRecord[]): Campaign {
  const { title, words, due, senderIncluded, joinersIncluded, check, about, reminders, sendAt } = draft;
  return {
    kind: 'campaign',
    id: campaignIdOf(turn.person.id, draft.id),
    managerId: turn.person.id,
    managerName: turn.person.name,
    teams: teams.filter((team) => draft.teamIds.includes(team.id)).map(({ id, name }) => ({ id, name })),
    title,
    words,
    due,
    senderIncluded,
    check,
    joinersIncluded,
    about,
    reminders,
    sendAt,
    ...versionOf(composer.policy),
    state: 'preparing',
    createdAt: composer.clock.now().toISOString(),
  };
}
