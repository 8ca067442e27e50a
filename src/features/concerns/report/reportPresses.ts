import type { Card } from '../../../cards/render';
import type { CardReply } from '../../../bot/cardReply';
import { notice, showCard } from '../../../bot/cardReply';
import type { Router } from '../../../bot/router';
import type { CardActionHandler, Turn } from '../../../bot/turn';
import { dialogPlace } from './dialog';
import type { DraftInput } from './drafts/draftChanges';
import type { Draft } from './draft';
import type { Step } from './nextStep';
import { nextStep } from './nextStep';
import type { StepPress } from './presses';
import { readPress } from './presses';
import { goneCard, plainCard, savedCard } from '../reporter/receipt';
import type { ReportDialog, Shown } from './reportDialog';
import type { Sending } from './send';
import { z } from 'zod';

const changeSchema = z.object({ to: z.enum(['danger', 'about']).catch('about') });
const LATE = 'This is where you are now. Nothing is lost.';

type InputOf = (press: StepPress, data: Record<string, unknown>) => DraftInput;

/** The buttons of the guided dialog. */
export function registerReportPresses(router: Router, dialog: ReportDialog, sending: Sending): void {
  const input = (toInput: InputOf): CardActionHandler =>
    pressed(sending, async (turn, press, data) => {
      const shown = await dialog.take(turn, press.draftId, toInput(press, data), press.seen);
      return replyOf(turn, press, shown, sending);
    });
  router.onCardAction('concerns.start', (turn) => start(turn, dialog, sending));
  router.onCardAction(
    'concerns.answer',
    input(({ answers }) => ({ do: 'answer', answers })),
  );
  router.onCardAction(
    'concerns.goOn',
    input(({ answers }) => ({ do: 'goOn', answers })),
  );
  router.onCardAction(
    'concerns.change',
    input(({ answers }, data) => ({ do: 'change', to: changeSchema.parse(data).to, answers })),
  );
  router.onCardAction(
    'concerns.askCancel',
    input(({ answers }) => ({ do: 'askCancel', answers })),
  );
  router.onCardAction(
    'concerns.keep',
    input(({ answers }) => ({ do: 'keep', answers })),
  );
  router.onCardAction(
    'concerns.initials',
    input(({ answers }) => ({ do: 'initials', answers })),
  );
  router.onCardAction(
    'concerns.later',
    pressed(sending, (turn, press) => later(turn, press, dialog, sending)),
  );
  const on = (verb: string, step: Step, work: AtStep): void =>
    router.onCardAction(verb, atStep(step, dialog, sending, work));
  on('concerns.ringMe', 'hr', (turn, draft) => dialog.ringMe(turn, draft));
  on('concerns.delete', 'cancel', (turn, draft) => remove(turn, dialog, draft));
  on('concerns.send', 'review', (turn, draft, press) => send(turn, dialog, sending, draft, press));
}

function pressed(
  sending: Sending,
  handle: (turn: Turn, press: StepPress, data: Record<string, unknown>) => Promise<CardReply>,
): CardActionHandler {
  return async (turn, data) => {
    turn.keepNothingSaid();
    const press = readPress(data);
    if ('refused' in press) return notice(press.refused);
    const receipt = await sending.finishBegun(turn);
    return receipt ? showCard(receipt) : handle(turn, press, data);
  };
}

async function start(turn: Turn, dialog: ReportDialog, sending: Sending): Promise<CardReply> {
  turn.keepNothingSaid();
  turn.show((await sending.finishBegun(turn)) ?? (await dialog.open(turn)));
  return notice('Your report is below.');
}

async function replyOf(turn: Turn, press: StepPress, shown: Shown, sending: Sending): Promise<CardReply> {
  if (shown.kind === 'refused') return notice(shown.words);
  if (shown.kind === 'gone')
    return showCard((await sending.receiptOf(turn.person, press.draftId)) ?? goneCard());
  const [first, ...rest] = shown.cards;
  for (const card of rest) turn.show(card);
  return first ? showCard(first) : notice(LATE);
}

/** Sent already, as a second press finds it, or deleted. The conversation forgets a draft that is no more. */
async function gone(turn: Turn, { draftId }: StepPress, sending: Sending): Promise<CardReply> {
  const place = dialogPlace(turn);
  if ((await place.continue()) === draftId) await place.cancel();
  return showCard((await sending.receiptOf(turn.person, draftId)) ?? goneCard());
}

async function later(
  turn: Turn,
  press: StepPress,
  dialog: ReportDialog,
  sending: Sending,
): Promise<CardReply> {
  const { answers } = press;
  const shown = await dialog.take(turn, press.draftId, { do: 'put', answers }, press.seen);
  if (shown.kind !== 'cards') return replyOf(turn, press, shown, sending);
  await dialog.drafts.remindLater(turn.person.id, press.draftId);
  await dialogPlace(turn).cancel();
  return showCard(savedCard());
}

/** What a press does with the draft that its card was drawn from. */
type AtStep = (turn: Turn, draft: Draft, press: StepPress) => Promise<Card>;

/** A press that counts only on the card of this step as the draft is now; any other is shown where they are. */
function atStep(step: Step, dialog: ReportDialog, sending: Sending, work: AtStep): CardActionHandler {
  return pressed(sending, async (turn, press) => {
    const draft = await dialog.drafts.of(turn.person.id);
    if (draft?.id !== press.draftId) return gone(turn, press, sending);
    const isSeen = nextStep(draft) === step && draft.revision === press.seen.revision;
    return showCard(await (isSeen ? work(turn, draft, press) : dialog.present(turn, draft, LATE)));
  });
}

async function remove(turn: Turn, { drafts }: ReportDialog, draft: Draft): Promise<Card> {
  await drafts.remove(turn.person.id, draft.id);
  await dialogPlace(turn).cancel();
  return deletedCard();
}

async function send(
  turn: Turn,
  dialog: ReportDialog,
  sending: Sending,
  draft: Draft,
  { answers }: StepPress,
): Promise<Card> {
  const { name = draft.name ?? 'kept', involved = draft.involved, involvedUnlisted } = answers;
  const unlisted = involvedUnlisted ?? draft.involvedUnlisted;
  const receipt = await sending.send(turn, { ...draft, involved, involvedUnlisted: unlisted }, name);
  return receipt ?? dialog.present(turn, draft);
}

/** Told after a draft was deleted. */
export function deletedCard() {
  return plainCard(
    'Your report is deleted',
    'Nobody has seen it. To start a new one at any time, type **report**.',
  );
}
