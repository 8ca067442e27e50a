import type { Composer } from '../composing';
import { draftOf } from '../composing';
import type { Draft } from '../draft';
import { maySend } from '../permission';

/** Why the list of a draft does not change any more, or not by this person. */
export type ListClosed = 'draftGone' | 'sent' | 'notSender';
export type OpenDraft =
  | { readonly draft: Draft; readonly refused?: undefined }
  | { readonly refused: ListClosed };

/** A draft of this person whose list may change: asked anew with every press and every file. */
export async function openDraft(composer: Composer, managerId: string, id: string): Promise<OpenDraft> {
  const draft = await draftOf(composer, managerId, id);
  if (!draft) return { refused: 'draftGone' };
  if (draft.campaignId) return { refused: 'sent' };
  return (await maySend(composer.roles, managerId)) ? { draft } : { refused: 'notSender' };
}
