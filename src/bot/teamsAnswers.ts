import { z } from 'zod';
import type { Channel, Member } from './addresses';

/** What the Connector answers to a send. */
export const sentAnswer = z.object({ id: z.string().min(1) });
/** A new thread: the conversation's id carries the message's, which some answers leave out. */
export const threadAnswer = z
  .object({ id: z.string().min(1), activityId: z.string().min(1).optional() })
  .transform(({ id, activityId }) => ({ activityId: activityId ?? /;messageid=(\d+)/.exec(id)?.[1] ?? '' }));
export const chatAnswer = z.object({ id: z.string().min(1) });

const text = z.string().min(1).nullish();
/** Teams names the Entra id `aadObjectId` in some answers, `objectId` in others, and has both in most. */
const account = z.object({
  id: z.string().min(1),
  name: text,
  aadObjectId: text,
  objectId: text,
  email: text,
  userPrincipalName: text,
  userRole: text,
});

/** Undefined for accounts without an Entra id: bots, and people who joined without signing in. */
export const memberAnswer = account.transform((read): Member | undefined => {
  const id = (read.aadObjectId ?? read.objectId)?.toLowerCase();
  if (!id) return undefined;
  return {
    teamsId: read.id,
    id,
    name: read.name ?? '',
    email: read.email ?? read.userPrincipalName ?? undefined,
    ...otherName(read),
    guest: isGuest(read),
  };
});

export const memberPageAnswer = z
  .object({ members: z.array(memberAnswer).nullish(), continuationToken: text })
  .transform(({ members, continuationToken }) => ({
    members: (members ?? []).filter((member) => member !== undefined),
    continuation: continuationToken ?? undefined,
  }));

/** The general channel comes without a name. What Teams adds later is not taken for a standard channel. */
const channel = z
  .object({ id: z.string().min(1), name: text, type: z.string().nullish() })
  .transform(({ id, name, type }): Channel => ({
    id,
    name: name ?? 'General',
    type: typeOf(type ?? 'standard'),
  }));
export const channelListAnswer = z
  .object({ conversations: z.array(channel).nullish() })
  .transform(({ conversations }) => conversations ?? []);

/** Many sign in with another name than their address. */
function otherName({ email, userPrincipalName }: z.infer<typeof account>) {
  return email && userPrincipalName && email !== userPrincipalName ? { userPrincipalName } : {};
}

/** The account's role says it; the name of a guest's account does too, where the role is missing. */
function isGuest({ userRole, userPrincipalName }: z.infer<typeof account>): boolean {
  return (
    ['guest', 'anonymous'].includes(userRole?.toLowerCase() ?? '') ||
    (userPrincipalName ?? '').includes('#EXT#')
  );
}

function typeOf(type: string): Channel['type'] {
  return type === 'standard' || type === 'shared' ? type : 'private';
}
