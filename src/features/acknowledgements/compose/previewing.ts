import type { CardReply } from '../../../bot/cardReply';
import { notice, showCard } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import { changesFor } from '../versions/sides';
import type { Composer } from './composing';
import type { Draft } from './draft';
import { whyTooFew } from './enoughPeople';
import { asSent } from './kinds';
import { previewCard } from './previewCard';
import type { Reach } from './reach';
import { reachOf } from './reach';

const NOBODY = 'There is nobody in these teams to send it to. Please choose another team.';

/** What staff will see, with who gets it. @param warning a line above the preview; empty for none */
export async function showPreview(
  composer: Composer,
  turn: Turn,
  draft: Draft,
  warning = '',
): Promise<CardReply> {
  const reach = await reachFor(composer, draft);
  const problem = whyNot(draft, reach);
  if (problem) return notice(problem);
  const changes = await changesFor(composer, draft.about);
  return showCard(previewCard(composer.policy, asSent(draft), turn.person.name, reach, warning, changes));
}

/** Who the draft would go to at this moment. */
export async function reachFor(composer: Composer, draft: Draft): Promise<Reach> {
  const { id, managerId, teamIds, senderIncluded, list, onPaper, everyone } = asSent(draft);
  const choice = {
    everyone,
    teamIds: everyone ? (await composer.directory.teams()).map((team) => team.id) : teamIds,
    leftOut: senderIncluded ? undefined : managerId,
    listId: list?.id,
    paperOf: onPaper > 0 ? id : undefined,
  };
  return reachOf(composer, choice, managerId);
}

/** @returns why it cannot go to this audience; undefined when it can. */
export function whyNot(draft: Draft, reach: Reach): string | undefined {
  return reach.people === 0 ? NOBODY : whyTooFew(draft.about, reach.others);
}
