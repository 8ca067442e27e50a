import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { notice, showCard } from '../../../bot/cardReply';
import { afterDecision } from '../../../bot/secondWord/secondWord';
import type { Turn } from '../../../bot/turn';
import { channelIn } from '../knownTeams';
import { resultCard } from '../setupCards';
import { channelRefusal } from '../setupDecision';
import { REFUSALS } from '../setupWords';
import { scheduleRequest } from './asking';
import type { SecondWordDeps } from './deps';
import type { Change, ChannelChange, LeadChange, SetupRequest } from './request';
import { isOpen } from './request';
import { decidedWords } from './requestWords';

const pressSchema = z.object({ request: z.string().max(100).catch('') });

const ONLY_ADMINISTRATORS = 'Only an administrator of this bot can answer this.';
const GONE = 'This is no longer there, so there is nothing to approve.';
const NOT_YOUR_OWN = 'You asked for this yourself, so another administrator has to approve it.';
const LAPSED = 'This was asked more than 24 hours ago, so it has lapsed. Nothing was changed.';
const CHANGED = 'Who gets reports was changed in the meantime, so this card no longer counts.';
const NOT_ADMINISTRATOR = 'Whoever asked for this is no longer an administrator, so nothing was changed.';
const TEAM_GONE = 'I am not in that team any more, so nothing was changed.';

/** "Approve": by another administrator than the one who asked, as long as things are as they were then. */
export async function approve(
  deps: SecondWordDeps,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await decidable(deps, turn, data);
  if (found.answer) return found.answer;
  const problem = await whyNotNow(deps, found.request);
  return problem ? notice(problem) : decide(deps, turn, found.request, 'approved');
}

/** "Do not approve". */
export async function refuse(
  deps: SecondWordDeps,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await decidable(deps, turn, data);
  return found.answer ?? decide(deps, turn, found.request, 'refused');
}

type Decidable =
  | { readonly request: SetupRequest; readonly answer?: undefined }
  | { readonly answer: CardReply };

/** Everything looked up anew; a decision that is there already is shown. */
async function decidable(
  deps: SecondWordDeps,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<Decidable> {
  if (!(await deps.roles.confirm(turn.person.id, 'administrator')))
    return { answer: notice(ONLY_ADMINISTRATORS) };
  const request = await deps.requests.get(pressSchema.parse(data).request);
  if (!request) return { answer: notice(GONE) };
  if (request.askedBy.id === turn.person.id) return { answer: notice(NOT_YOUR_OWN) };
  if (request.state !== 'asked') return { answer: decided(request) };
  return isOpen(request, deps.clock.now()) ? { request } : { answer: notice(LAPSED) };
}

async function whyNotNow(
  deps: SecondWordDeps,
  { askedBy, change }: SetupRequest,
): Promise<string | undefined> {
  if (!(await deps.roles.confirm(askedBy.id, 'administrator'))) return NOT_ADMINISTRATOR;
  if (!(await isAsItWas(deps, change))) return CHANGED;
  return change.what === 'lead' ? whyNotLead(deps, change) : whyNotChannel(deps, change);
}

async function isAsItWas({ directory, complaints }: SecondWordDeps, change: Change): Promise<boolean> {
  if (change.what === 'lead') return (await complaints.lead())?.personId === change.from.id;
  return (await directory.concernsChannel())?.channelId === change.from?.channelId;
}

async function whyNotLead({ roles }: SecondWordDeps, { to }: LeadChange): Promise<string | undefined> {
  if (await roles.couldHandle(to.id)) return undefined;
  return `Teams does not say that ${to.name} is in the complaints team now, so they cannot lead the complaints team. Nothing was changed.`;
}

/** The kind of the channel is asked of Teams again: it may have changed since. */
async function whyNotChannel(deps: SecondWordDeps, { to }: ChannelChange): Promise<string | undefined> {
  if (!to) return undefined;
  const team = await deps.directory.team(to.teamId);
  if (!team?.installed) return TEAM_GONE;
  const reason = channelRefusal(await channelIn(deps, team.serviceUrl, to.teamId, to.channelId));
  return reason && REFUSALS[reason].join(' ');
}

/** The net first, then the answer, then everything that follows from it. */
async function decide(
  deps: SecondWordDeps,
  { person }: Turn,
  { id }: SetupRequest,
  state: 'approved' | 'refused',
): Promise<CardReply> {
  const at = deps.clock.now();
  await scheduleRequest(deps, id, false);
  const now = await deps.requests.change(id, (latest) =>
    isOpen(latest, at)
      ? {
          ...afterDecision(latest, { state, by: person.id, byName: person.name }),
          decidedAt: at.toISOString(),
        }
      : latest,
  );
  await scheduleRequest(deps, id, true);
  return now && now.state !== 'asked' ? decided(now) : notice(LAPSED);
}

const decided = (request: SetupRequest): CardReply => showCard(resultCard(decidedWords(request)));
