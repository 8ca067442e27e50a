import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { CardReply } from '../../../bot/cardReply';
import { notice, showCard } from '../../../bot/cardReply';
import type { Router } from '../../../bot/router';
import type { Turn } from '../../../bot/turn';
import type { Card } from '../../../cards/render';
import type { Clock } from '../../../clock';
import { forgetQuestion, questionKey, recentQuestion } from '../conversation/recentQuestions';
import type { AnsweringEngine } from '../engine/outcome';
import { sendDoneCard, sendPreviewCard } from './cards';
import type { Redaction } from './redaction';
import { isSendCommand } from './sendCommand';
import type { SentQuestion, SentQuestionStore } from './sentQuestionStore';
import { weekOf } from './sentQuestionStore';
import { sendable } from './sendable';
import { sendWords } from './sendWords';

export interface SendingDeps {
  readonly engine: AnsweringEngine;
  readonly store: SentQuestionStore;
  readonly redact: Redaction;
  readonly clock: Clock;
}

const previewSchema = z.object({ question: z.string() });
const sendSchema = z.object({ question: z.string(), row: z.uuid() });

/**
 * A question that the policy did not answer can be sent to the policy team, without a name: first its text is shown as
 * it would go, then Send. These turns are kept nowhere, so that the person's state does not tell that there was one.
 */
export function registerSending(router: Router, deps: SendingDeps): void {
  router.onMessage('policies', async (turn) => {
    if (!isSendCommand(turn.text)) return false;
    await answerCommand(turn, deps);
    return true;
  });
  router.onCardAction('policies.previewQuestion', async (turn, data) => {
    const parsed = previewSchema.safeParse(data);
    const shown = await preview(turn, deps, parsed.success ? parsed.data.question : '');
    return typeof shown === 'string' ? notice(shown) : showCard(shown);
  });
  router.onCardAction('policies.sendQuestion', (turn, data) => send(turn, deps, data));
  router.onCardAction('policies.dontSend', (turn) => {
    turn.keepNothingSaid();
    return Promise.resolve(showCard(sendDoneCard(sendWords.notSent)));
  });
}

async function answerCommand(turn: Turn, deps: SendingDeps): Promise<void> {
  if (turn.place.kind !== 'personal') return turn.say(sendWords.onlyHere);
  const last = recentQuestion(turn, deps.clock);
  if (!last) return turn.say(sendWords.none);
  const shown = await preview(turn, deps, questionKey(last.text));
  if (typeof shown === 'string') turn.say(shown);
  else turn.show(shown);
}

/** @returns the card, or in words why there is none */
async function preview(turn: Turn, deps: SendingDeps, question: string): Promise<Card | string> {
  turn.keepNothingSaid();
  const asked = recentQuestion(turn, deps.clock, question);
  if (!asked) return sendWords.gone;
  const found = await sendable(asked, deps);
  if (typeof found === 'string') return sendWords[found];
  return sendPreviewCard(found.text, { question, row: randomUUID() });
}

async function send(turn: Turn, deps: SendingDeps, data: Record<string, unknown>): Promise<CardReply> {
  turn.keepNothingSaid();
  const parsed = sendSchema.safeParse(data);
  if (!parsed.success) return notice(sendWords.gone);
  const { question, row } = parsed.data;
  const week = weekOf(deps.clock.now());
  if (!(await deps.store.has(week, row))) {
    const kept = await questionToKeep(turn, deps, question, week);
    if (typeof kept === 'string') return notice(kept);
    await deps.store.keep(row, kept);
  }
  forgetQuestion(turn, question);
  return showCard(sendDoneCard(sendWords.sent));
}

/** The text is made anew from what the bot remembers: what a card brings back is never kept. */
async function questionToKeep(
  turn: Turn,
  deps: SendingDeps,
  question: string,
  week: string,
): Promise<SentQuestion | string> {
  const asked = recentQuestion(turn, deps.clock, question);
  const found = asked ? await sendable(asked, deps) : 'gone';
  return typeof found === 'string' ? sendWords[found] : { ...found, week };
}
