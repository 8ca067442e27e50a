import type { Role, Roles } from '../../../storage/roles';

/** Roles that may send a request. */
const SENDERS: readonly Role[] = ['manager', 'administrator'];

export const ONLY_SENDERS =
  'Only managers and administrators can send a request to confirm the policy. ' +
  'If you think that somebody should be asked, please talk to your manager.';

export async function maySend(roles: Roles, personId: string): Promise<boolean> {
  const held = await roles.of(personId);
  return SENDERS.some((role) => held.has(role));
}

/** The check at the moment of sending, with Teams; without an answer from Teams it is no. */
export async function mayStillSend(roles: Roles, personId: string): Promise<boolean> {
  const held = await roles.of(personId);
  for (const role of SENDERS) {
    if (held.has(role) && (await roles.confirm(personId, role))) return true;
  }
  return false;
}

/** Administrators may send to everybody, with a second one's approval. */
export async function isAdministrator(roles: Roles, personId: string): Promise<boolean> {
  return (await roles.of(personId)).has('administrator');
}
