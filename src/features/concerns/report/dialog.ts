import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { DialogContext, DialogState, DialogTurnResult } from 'botbuilder-dialogs';
// By their files: the whole package brings recognisers of dates and numbers along, half a second of each start.
import { Dialog } from 'botbuilder-dialogs/lib/dialog';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet';
import { z } from 'zod';
import type { Turn } from '../../../bot/turn';

export const FEATURE = 'concerns';
const REPORT = 'report';

/** All that a conversation remembers of a report: which draft it is at. */
const placeSchema = z.object({
  dialogStack: z.array(z.object({ id: z.literal(REPORT), state: z.object({ draft: z.string() }) })),
});

/**
 * Holds the draft's id while the dialog runs, and nothing else. The draft row is the truth and `nextStep` decides,
 * because the library's own prompts ignore card presses, have no way back and no edit.
 */
class ReportDialog extends Dialog<{ draft: string }> {
  override beginDialog(dc: DialogContext, options?: { draft: string }): Promise<DialogTurnResult> {
    const instance = dc.activeDialog;
    if (instance && options) instance.state = { draft: options.draft };
    return Promise.resolve(Dialog.EndOfTurn);
  }

  override continueDialog(): Promise<DialogTurnResult> {
    return Promise.resolve(Dialog.EndOfTurn);
  }
}

const reportDialog = new ReportDialog(REPORT);

/** The guided dialog's place in the conversation of a turn. */
export interface DialogPlace {
  /** Goes to this draft, wherever the conversation was. */
  begin(draftId: string): Promise<void>;
  /** The draft that the conversation is at, if any. */
  continue(): Promise<string | undefined>;
  /** Leaves nothing behind. */
  cancel(): Promise<void>;
}

export function dialogPlace(turn: Turn): DialogPlace {
  const contextNow = (): Promise<DialogContext> =>
    new DialogSet(accessorOver(turn)).add(reportDialog).createContext(turn.context);
  const remember = (dc: DialogContext): void =>
    turn.state.set(FEATURE, dc.stack.length > 0 ? { dialogStack: dc.stack } : undefined);
  return {
    async begin(draft) {
      const dc = await contextNow();
      await dc.cancelAllDialogs();
      await dc.beginDialog(REPORT, { draft });
      remember(dc);
    },
    async continue() {
      if (!turn.state.get(FEATURE, placeSchema)) return undefined;
      const dc = await contextNow();
      await dc.continueDialog();
      return (dc.activeDialog?.state as { draft: string } | undefined)?.draft;
    },
    async cancel() {
      const dc = await contextNow();
      await dc.cancelAllDialogs();
      remember(dc);
    },
  };
}

/** The turn's state as the library wants to see it; what does not fit the schema counts as no place. */
function accessorOver({ state }: Turn): StatePropertyAccessor<DialogState> {
  return {
    get: (_context: TurnContext, empty?: DialogState) =>
      Promise.resolve(state.get(FEATURE, placeSchema) ?? empty ?? { dialogStack: [] }),
    set: (_context, value) => Promise.resolve(state.set(FEATURE, value)),
    delete: () => Promise.resolve(state.set(FEATURE, undefined)),
  };
}
