import type { Part } from '../../../src/features/acknowledgements/campaign/campaign';
import { Campaigns } from '../../../src/features/acknowledgements/campaign/campaigns';
import { noCounts } from '../../../src/features/acknowledgements/campaign/counts';
import type { Storage } from '../../../src/storage/storage';
import { REQUEST_ID, requestTo } from './request';
import { writeRows } from './seed';
import type { Team } from './staff';

/** Writes a request that everybody has, past the bot: a part for each team, which is no larger than a part may be. */
export async function writeDelivered(
  storage: Storage,
  serviceUrl: string,
  teams: readonly Team[],
  id = REQUEST_ID,
): Promise<void> {
  const campaigns = new Campaigns(storage);
  const at = new Date().toISOString();
  await campaigns.create(requestTo(teams, { id, state: 'sent', createdAt: at }));
  for (const [index, { name, members }] of teams.entries()) {
    const counts = { ...noCounts, delivered: members.length };
    const part: Part = { kind: 'part', id: `${index}-0`, teamName: name, counts, countedAt: at };
    await campaigns.putPart(id, part);
  }
  await writeRows(storage, 'recipients', recipients(serviceUrl, teams, { id, at }));
}

function* recipients(
  serviceUrl: string,
  teams: readonly Team[],
  { id, at: deliveredAt }: { readonly id: string; readonly at: string },
) {
  for (const [index, { members }] of teams.entries()) {
    for (const [at, { objectId: personId, teamsId, name, chat: conversationId }] of members.entries()) {
      const value = {
        ...{ kind: 'recipient', personId, teamsId, name, serviceUrl, conversationId, deliveredAt },
        ...{ delivery: 'delivered', attempts: 0, activityId: String(1_000_000 + at) },
      };
      yield { partition: `${id}:${index}-0`, row: personId, value };
    }
  }
}
