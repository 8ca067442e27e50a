import type { Composer } from '../composing';
import type { Draft } from '../draft';
import type { ReadAddresses } from './addresses';
import type { Finding } from './findings';
import { addressFindings } from './findings';
import { matchAddresses } from './matching';
import type { OpenDraft } from './openDraft';
import { openDraft } from './openDraft';

/** The draft with its new list and what was found, or why it has the list from before. */
export type KeptList =
  | { readonly draft: Draft; readonly findings: Finding[]; readonly refused?: undefined }
  | Extract<OpenDraft, { refused: string }>;

/**
 * Looks for addresses in the teams of the draft's manager and makes them the draft's list. The rows first, then the
 * draft that names them: cut short in between, the draft has the list from before.
 * @param listId an id that nobody uses yet, or that of the same list again
 */
export async function keepList(
  composer: Composer,
  { managerId, id }: Draft,
  read: ReadAddresses,
  listId: string,
): Promise<KeptList> {
  const { directory, roles, lists, drafts } = composer;
  const matched = await matchAddresses(directory, await roles.teamsOf(managerId), read.addresses);
  await lists.put(listId, matched.people);
  const list = matched.people.length > 0 ? { id: listId, people: matched.people.length } : undefined;
  await drafts.changeList({ managerId, id }, { list });
  // It may have been sent while the addresses were looked for.
  const now = await openDraft(composer, managerId, id);
  return now.refused ? now : { draft: now.draft, findings: addressFindings(read, matched) };
}
