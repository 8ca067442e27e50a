import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { DialogContext, DialogState, DialogTurnResult } from 'botbuilder-dialogs';
// By their files: the whole package brings recognisers of dates and numbers along, half a second of each start.
import { Dialog } from 'botbuilder-dialogs/lib/dialog';
import { DialogSet } from 'botbuilder-dialogs/lib/dialogSet';
import { z } from 'zod';
import type { Turn } from '../../../bot/turn';

export const FEATURE = 'concerns';
const REPORT = 'report';
const DETAIL = 'detail';

/** All that a conversation remembers of reports: which draft it is at, and which question about a report sent before. */
const placeSchema = z.object({
  dialogStack: z.array(
    z.discriminatedUnion('id', [
      z.object({ id: z.literal(REPORT), state: z.object({ draft: z.string() }) }),
      z.object({ id: z.literal(DETAIL), state: z.object({ asked: z.string() }) }),
    ]),
  ),
});

/**
 * Holds one id while the dialog runs, and nothing else. The draft row is the truth and `nextStep` decides, because the
 * library's own prompts ignore card presses, have no way back and no edit.
 */
class PlaceDialog<State extends object> extends Dialog<State> {
  override beginDialog(dc: DialogContext, options?: State): Promise<DialogTurnResult> {
    const instance = dc.activeDialog;
    if (instance && options) instance.state = { ...options };
    return Promise.resolve(Dialog.EndOfTurn);
  }

  override continueDialog(): Promise<DialogTurnResult> {
    return Promise.resolve(Dialog.EndOfTurn);
  }
}

const reportDialog = new PlaceDialog<{ draft: string }>(REPORT);
const detailDialog = new PlaceDialog<{ asked: string }>(DETAIL);

/** The guided dialog's place in the conversation of a turn. */
export interface DialogPlace {
  /** Goes to this draft, wherever the conversation was. */
  begin(draftId: string): Promise<void>;
  /** The draft that the conversation is at, if any. */
  continue(): Promise<string | undefined>;
  /** Leaves nothing behind. */
  cancel(): Promise<void>;
  /** Goes to a question about a report sent before; the draft that was open waits below it. */
  ask(asked: string): Promise<void>;
  /** That question, if the conversation is at one. */
  asked(): Promise<string | undefined>;
  /** Goes back to where the conversation was before that question. */
  askNoMore(): Promise<void>;
}

export function dialogPlace(turn: Turn): DialogPlace {
  const contextNow = (): Promise<DialogContext> =>
    new DialogSet(accessorOver(turn)).add(reportDialog).add(detailDialog).createContext(turn.context);
  const remember = (dc: DialogContext): void =>
    turn.state.set(FEATURE, dc.stack.length > 0 ? { dialogStack: dc.stack } : undefined);
  const active = async (id: string): Promise<Record<string, string> | undefined> => {
    if (!turn.state.get(FEATURE, placeSchema)) return undefined;
    const dc = await contextNow();
    await dc.continueDialog();
    return dc.activeDialog?.id === id ? (dc.activeDialog.state as Record<string, string>) : undefined;
  };
  const leaveQuestion = async (dc: DialogContext): Promise<void> => {
    if (dc.activeDialog?.id === DETAIL) await dc.endDialog();
  };
  return {
    async begin(draft) {
      const dc = await contextNow();
      await dc.cancelAllDialogs();
      await dc.beginDialog(REPORT, { draft });
      remember(dc);
    },
    continue: async () => (await active(REPORT))?.['draft'],
    async cancel() {
      const dc = await contextNow();
      await dc.cancelAllDialogs();
      remember(dc);
    },
    async ask(asked) {
      const dc = await contextNow();
      await leaveQuestion(dc);
      await dc.beginDialog(DETAIL, { asked });
      remember(dc);
    },
    asked: async () => (await active(DETAIL))?.['asked'],
    async askNoMore() {
      const dc = await contextNow();
      await leaveQuestion(dc);
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
