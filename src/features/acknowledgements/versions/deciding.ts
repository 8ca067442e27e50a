import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { done, notice, showCard } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import { composeCard } from '../compose/composeCard';
import type { Composer } from '../compose/composing';
import { formAround } from '../compose/composing';
import { draftIdOf, newDraft } from '../compose/draft';
import { maySend } from '../compose/permission';
import { momentInWords } from '../dates';
import { exactWords } from '../exactWords';
import type { Parties } from '../parties';
import { decidedCard, versionCard } from './versionCards';
import type { Decision, VersionChange } from './policyVersions';
import { versionKey } from './policyVersions';

const COMMAND = /^(?:show (?:me )?)?(?:the )?(?:policy changes|new policy version)$/;
const ONLY_ADMINISTRATORS =
  'Only an administrator of this bot can say what a new version of the policy means.';
const NOTHING_NEW = 'There is no new version of the policy to decide on.';
const NOT_MATERIAL = 'People are not asked to confirm this version again, so there is no request to write.';
const ONLY_SENDERS = 'Only managers and administrators can send a request to confirm the policy.';

const changeData = z.object({
  to: z.string().max(200).catch(''),
  page: z.coerce.number().int().nonnegative().max(1_000).catch(0),
});

/** Whether a message is the command `policy changes`, in its own words and no others. */
export function asksForPolicyChanges(text: string): boolean {
  return COMMAND.test(exactWords(text));
}

/** `policy changes`: the question about the newest version, for whoever missed it. */
export async function showPolicyChanges(parties: Parties, turn: Turn): Promise<void> {
  if (!(await isAdministrator(parties, turn))) return turn.say(ONLY_ADMINISTRATORS);
  const change = await parties.versions.undecided();
  if (change) turn.show(await versionCard(parties, change));
  else turn.say(NOTHING_NEW);
}

/** "More changes" and back. */
export async function turnPage(
  parties: Parties,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const found = await changeIn(parties, turn, data);
  if (found.refused !== undefined) return notice(found.refused);
  return showCard(await versionCard(parties, found.change, changeData.parse(data).page));
}

/** "Yes, people must confirm again". */
export function material(composer: Composer, turn: Turn, data: Record<string, unknown>): Promise<CardReply> {
  return decide(composer, turn, data, 'material');
}

/** "No, it is minor". */
export function minor(composer: Composer, turn: Turn, data: Record<string, unknown>): Promise<CardReply> {
  return decide(composer, turn, data, 'minor');
}

/** A decision is made once; whoever comes later is told what it was. */
async function decide(
  composer: Composer,
  turn: Turn,
  data: Record<string, unknown>,
  decision: Decision,
): Promise<CardReply> {
  const found = await changeIn(composer, turn, data);
  if (found.refused !== undefined) return notice(found.refused);
  const change = await composer.versions.decide(versionKey(found.change.to), decision, turn.person);
  if (!change) return notice(NOTHING_NEW);
  if (change.decision !== decision) return notice(decidedInWords(change));
  return showCard(decidedCard(composer.policy, change));
}

function decidedInWords({ decision, decidedByName = '', decidedAt = '' }: VersionChange): string {
  const what = decision === 'material' ? 'that people must confirm it again' : 'that it is minor';
  return `${decidedByName} decided on ${momentInWords(decidedAt)} ${what}. That stays.`;
}

/** "Write the request": a draft about what changed; the same one at every press of the same person. */
export async function draftChange(
  composer: Composer,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const { roles, drafts, policy, clock, versions } = composer;
  if (!(await maySend(roles, turn.person.id))) return notice(ONLY_SENDERS);
  const change = await versions.changeTo(changeData.parse(data).to);
  if (change?.decision !== 'material') return notice(NOT_MATERIAL);
  const teams = await roles.teamsOf(turn.person.id);
  const who = { managerId: turn.person.id, activityId: `change:${versionKey(change.to)}` };
  const draft = await drafts.open({
    ...newDraft(who, policy, [], clock.now()),
    id: draftIdOf(who.activityId),
    about: { kind: 'change', sinceVersion: change.from.versionNumber },
    title: `Changed: ${policy.title}`,
    words:
      'Our policy has changed. Below you see what is different. Please read the policy and confirm it as it is ' +
      'now. If something is not clear, please ask me.',
  });
  turn.show(composeCard(draft, await formAround(composer, turn, teams)));
  return done;
}

async function changeIn(parties: Parties, turn: Turn, data: Record<string, unknown>) {
  if (!(await isAdministrator(parties, turn))) return { refused: ONLY_ADMINISTRATORS };
  const change = await parties.versions.changeTo(changeData.parse(data).to);
  return change ? { change, refused: undefined } : { refused: NOTHING_NEW };
}

function isAdministrator({ roles }: Parties, { person }: Turn): Promise<boolean> {
  return roles.confirm(person.id, 'administrator');
}
