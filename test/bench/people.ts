import { randomUUID } from 'node:crypto';
import cardAction from '../../src/localTeams/fixtures/invoke.adaptiveCardAction.json';
import taskFetch from '../../src/localTeams/fixtures/invoke.taskFetch.json';
import messagePersonal from '../../src/localTeams/fixtures/message.personal.json';
import { BOT_ID } from './sink';

export const TENANT_ID = '7e57ab1e-0000-4000-8000-00000000c0de';

/** Somebody invented who asks. */
export interface Asker {
  readonly objectId: string;
  readonly teamsId: string;
  readonly name: string;
  /** Their chat with the question bot, or with the echo bot. */
  readonly chat: string;
}

/** What a button carries. */
export type Press = Readonly<Record<string, unknown>> & { readonly verb: string };

/** @param side the bot that they write to: the same people have a chat with each. */
export function askers(count: number, side: string): Asker[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index).padStart(12, '0');
    return {
      objectId: `00000000-beac-4000-8000-${number}`,
      teamsId: `29:bench-${number}`,
      name: `Bench Person ${index}`,
      chat: `a:bench-${side}-${number}`,
    };
  });
}

/** A message of one of them, in the shape in which Teams sends it. */
export function messageOf(asker: Asker, text: string, serviceUrl: string): string {
  return JSON.stringify({ ...envelopeOf(asker, serviceUrl), text });
}

/** A press of theirs on a card, with what the button carries. */
export function pressOf(asker: Asker, data: Press, serviceUrl: string): string {
  const action = { type: 'Action.Execute', verb: data.verb, data };
  return JSON.stringify({
    ...envelopeOf(asker, serviceUrl),
    ...{ type: 'invoke', name: cardAction.name, replyToId: cardAction.replyToId },
    value: { action, trigger: 'manual' },
  });
}

/** A press of theirs that opens a dialog. */
export function dialogOf(asker: Asker, data: Press, serviceUrl: string): string {
  return JSON.stringify({
    ...envelopeOf(asker, serviceUrl),
    ...{ type: 'invoke', name: taskFetch.name, replyToId: taskFetch.replyToId },
    value: { ...taskFetch.value, data: { msteams: { type: 'task/fetch' }, ...data } },
  });
}

/** Something that the bot takes and ignores. */
export function nothingAskedBy(asker: Asker, serviceUrl: string): string {
  return JSON.stringify({ ...envelopeOf(asker, serviceUrl), type: 'event', name: 'bench/nothing' });
}

function envelopeOf(asker: Asker, serviceUrl: string): Readonly<Record<string, unknown>> {
  const tenant = { id: TENANT_ID };
  return {
    ...messagePersonal,
    id: randomUUID(),
    timestamp: new Date().toISOString(),
    serviceUrl,
    from: { id: asker.teamsId, name: asker.name, aadObjectId: asker.objectId },
    recipient: { id: `28:${BOT_ID}`, name: 'Policy helper' },
    conversation: { conversationType: 'personal', tenantId: TENANT_ID, id: asker.chat },
    channelData: { tenant },
  };
}
