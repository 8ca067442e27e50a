import type { PressAnswer, PressResult } from './api';
import type { Scene } from './activities';
import type { BotAnswer } from './botHttp';
import { CARD_RULES, refusalOfCard } from './cardRules';
import { CARD_TYPE } from './cards';
import type { Core } from './core';
import type { Dialogs } from './dialogs';
import { isObject, objectAt, textAt, type JsonObject } from './json';
import { viewMessage } from './messageView';
import { showTo } from './posting';
import type { StoredMessage } from './records';
import { Refusal } from './refusal';

/** What Teams shows when it can make nothing of an answer. */
const UNREACHABLE = 'Unable to reach app. Please try again.';

/** A press that the client cannot make anything of. */
export function failed(code: string, text = UNREACHABLE): PressResult {
  return { kind: 'failed', code, text };
}

/** The answer to a press, with what the client made of it. */
export function pressAnswer(answer: BotAnswer, result: PressResult): PressAnswer {
  return { status: answer.status, body: answer.body, result };
}

/** What an answer to adaptiveCard/action does: a new card for this person, a line of text, or an error. */
export function takeExecuteAnswer(
  core: Core,
  scene: Scene,
  message: StoredMessage,
  answer: BotAnswer,
): PressResult {
  const { body } = answer;
  if (answer.status !== 200) return failed(`Status${answer.status}`);
  if (!isObject(body) || typeof body['statusCode'] !== 'number') return failed('EmptyAnswer');
  const type = textAt(body, 'type');
  if (body['statusCode'] !== 200) return failed(`StatusCode${body['statusCode']}`, errorText(body));
  if (type === 'application/vnd.microsoft.activity.message') {
    return { kind: 'toast', text: textAt(body, 'value') ?? '' };
  }
  if (type !== CARD_TYPE) return failed('UnknownAnswerType');
  return showCard(core, scene, message, objectAt(body, 'value'));
}

/** What an answer to task/fetch or task/submit does: a dialog, a text, or nothing more. */
export function takeDialogAnswer(
  dialogs: Dialogs,
  scene: Scene,
  answer: BotAnswer,
  isSubmit: boolean,
): PressResult {
  if (answer.status !== 200) return failed(`Status${answer.status}`);
  const task = objectAt(answer.body, 'task');
  switch (textAt(task, 'type')) {
    case 'continue':
      return refusedOr(() => ({ kind: 'dialog', dialog: dialogs.show(scene, objectAt(task, 'value')) }));
    case 'message':
      return { kind: 'closed', text: textAt(task, 'value') ?? '' };
    case undefined:
      // Only a submit may be answered with nothing: the dialog closes.
      return isSubmit ? { kind: 'closed' } : failed('EmptyAnswer');
    default:
      return failed('UnknownAnswerType');
  }
}

function showCard(core: Core, scene: Scene, message: StoredMessage, card: JsonObject): PressResult {
  const refusal = refusalOfCard(card, CARD_RULES);
  if (refusal) return failed(refusal.code, refusal.message);
  if (message.deleted) return { kind: 'nothing' };
  showTo(core, message, scene.person.key, { card, at: core.now() });
  return { kind: 'card', message: viewMessage(core, message, scene.person.key) };
}

function refusedOr(make: () => PressResult): PressResult {
  try {
    return make();
  } catch (error) {
    if (error instanceof Refusal) return failed(error.code, error.message);
    throw error;
  }
}

function errorText(body: JsonObject): string {
  return textAt(objectAt(body, 'value'), 'message') ?? UNREACHABLE;
}
