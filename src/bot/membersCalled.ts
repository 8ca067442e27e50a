import type { ConversationAddress, Member } from './addresses';
import type { Messenger } from './messengerPort';

/** No team of this product's own is larger by far; a roster that goes on for ever is left. */
const MOST_PAGES = 20;

/**
 * Members of a team whose whole name or address these words are, as Teams names them now.
 * @returns `unread` when Teams did not give the roster to its end
 */
export async function membersCalled(
  messenger: Pick<Messenger, 'members'>,
  team: ConversationAddress,
  words: string,
): Promise<readonly Member[] | 'unread'> {
  const wanted = plain(words);
  const found: Member[] = [];
  let continuation: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const read = await messenger.members(team, continuation, 'waiting');
    if (read.outcome !== 'read') return 'unread';
    found.push(...read.value.members.filter((member) => namesOf(member).includes(wanted)));
    continuation = read.value.continuation;
    if (!continuation) return found;
  }
  return 'unread';
}

function namesOf({ name, email, userPrincipalName }: Member): string[] {
  return [name, email, userPrincipalName].flatMap((one) => (one ? [plain(one)] : []));
}

/** A mention of somebody arrives as `<at>Name</at>`. */
function plain(text: string): string {
  return text
    .replace(/<\/?at[^>]*>/gi, ' ')
    .replace(/^@/, '')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ');
}
