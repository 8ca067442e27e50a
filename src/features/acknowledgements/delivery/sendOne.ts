import type { Recipient, TryResult } from '../campaign/recipient';
import type { Campaign } from '../campaign/campaign';
import type { Card } from '../../../cards/render';
import type { ConversationAddress } from '../../../bot/addresses';
import type { Refused } from '../../../bot/outcomes';
import type { Parties } from '../parties';

/** One try for one person: find their chat, open it where there is none, send the card. */
export async function sendOne(
  { directory, messenger, log }: Pick<Parties, 'directory' | 'messenger' | 'log'>,
  campaign: Campaign,
  recipient: Recipient,
  card: Card,
): Promise<TryResult> {
  const person = await directory.person(recipient.personId);
  if (person?.chat === 'blocked') return { outcome: 'blocked', code: 'KnownBlocked' };
  try {
    const known = person?.chat === 'open' ? person.conversationId : undefined;
    const chat = await chatWith(messenger, recipient, known);
    if ('outcome' in chat) return chat;
    const sent = await messenger.send(chat, { card }, 'bulk');
    return sent.outcome === 'sent' ? { ...sent, conversationId: chat.conversationId } : sent;
  } catch (error) {
    // One person's fault must not hold up everybody after them: it counts as a try and ends as failed.
    log.error('acknowledgements.send', error, { campaign: campaign.id });
    return { outcome: 'unavailable', code: 'Fault' };
  }
}

/** After "the chat is gone" the known chat is not believed a second time. */
async function chatWith(
  messenger: Parties['messenger'],
  recipient: Recipient,
  conversationId: string | undefined,
): Promise<ConversationAddress | Refused> {
  const { serviceUrl, teamsId } = recipient;
  if (conversationId && recipient.refusal !== 'conversationGone') return { serviceUrl, conversationId };
  const opened = await messenger.openChat(serviceUrl, teamsId, 'bulk');
  return opened.outcome === 'read' ? opened.value : opened;
}
