import type { ButtonChoice, DialogSubmitRequest, FeedbackRequest, PressAnswer, PressRequest } from './api';
import { eventId, makeActivity, type Scene } from './activities';
import type { BotAnswer } from './botHttp';
import { findButton, type Button } from './cardButtons';
import { checkedInputs } from './cardInputs';
import { notNow } from './clientRefusal';
import type { Core } from './core';
import type { Dialogs } from './dialogs';
import type { FixtureName } from './fixtures';
import { failed, pressAnswer, takeDialogAnswer, takeExecuteAnswer } from './invokeAnswers';
import { isObject, objectAt, textAt, type Card, type Json, type JsonObject } from './json';
import { asksForFeedback, cardSeenBy } from './messageView';
import { mark } from './posting';
import type { StoredMessage } from './records';
import { checkReachesBot } from './scene';
import { say } from './talk';

/** A press in progress: who pressed which message's button, and what goes with it. */
interface Press {
  core: Core;
  dialogs: Dialogs;
  scene: Scene;
  message: StoredMessage;
  button: Button;
  inputs: Record<string, string>;
}

const NOTHING_SENT: BotAnswer = { status: 200, body: null };

/** A person presses a button of the card that they see. */
export async function press(
  core: Core,
  dialogs: Dialogs,
  scene: Scene,
  message: StoredMessage,
  request: PressRequest,
): Promise<PressAnswer> {
  const card = cardSeenBy(message, scene.person.key);
  if (!card) throw notNow('NoCard', 'This message has no card.');
  const button = findButton([card], request.button);
  const inputs = isSent(button.action) ? checkedInputs(button.inputs, request.inputs ?? {}) : {};
  return act({ core, dialogs, scene, message, button, inputs });
}

/** A person submits a dialog: its card's button, or what its page passed on. */
export async function submitDialog(
  core: Core,
  dialogs: Dialogs,
  dialogId: { person: string; id: string },
  request: DialogSubmitRequest,
): Promise<PressAnswer> {
  const { scene, view } = dialogs.get(dialogId.person, dialogId.id);
  const choice = 'data' in request ? undefined : findDialogButton(view.card, request.button);
  const url = choice && linkOf(choice.action);
  if (url) return pressAnswer(NOTHING_SENT, { kind: 'link', url });
  const data: Json | undefined =
    'data' in request
      ? request.data
      : choice && withInputs(choice, checkedInputs(choice.inputs, request.inputs ?? {}));
  checkReachesBot(core, scene);
  const answer = await invoke(core, 'invokeTaskSubmit', scene, { value: { data } });
  const result = takeDialogAnswer(dialogs, scene, answer, true);
  if (result.kind !== 'failed') dialogs.close(view.id);
  return pressAnswer(answer, result);
}

/** Thumbs under a message of the bot. */
export async function giveFeedback(
  core: Core,
  scene: Scene,
  message: StoredMessage,
  { reaction, text }: FeedbackRequest,
): Promise<PressAnswer> {
  if (!asksForFeedback(message.activity)) throw notNow('NoFeedback', 'This message has no thumbs.');
  checkReachesBot(core, scene);
  const feedback = JSON.stringify({ feedbackText: text ?? '' });
  const value = { actionName: 'feedback', actionValue: { reaction, feedback } };
  const answer = await invoke(core, 'invokeFeedback', scene, { value, replyToId: message.id });
  if (answer.status !== 200) return pressAnswer(answer, failed(`Status${answer.status}`));
  const { conversationId, id } = message;
  mark(core, message, { what: 'feedback', conversationId, id, person: scene.person.key, reaction });
  return pressAnswer(answer, { kind: 'nothing' });
}

/** Asks the bot for a card's newest form, as a client does by itself (`refresh`). */
export async function refreshCard(
  core: Core,
  scene: Scene,
  message: StoredMessage,
  action: JsonObject,
): Promise<BotAnswer> {
  const answer = await invokeExecute(core, scene, message, action, {}, 'automatic');
  takeExecuteAnswer(core, scene, message, answer);
  return answer;
}

async function act(pressed: Press): Promise<PressAnswer> {
  const { core, scene, message, inputs } = pressed;
  const { action } = pressed.button;
  switch (textAt(action, 'type')) {
    case 'Action.Execute': {
      checkReachesBot(core, scene);
      const answer = await invokeExecute(core, scene, message, action, inputs, 'manual');
      return pressAnswer(answer, takeExecuteAnswer(core, scene, message, answer));
    }
    case 'Action.Submit':
      return submit(pressed);
    case 'Action.OpenUrl':
      return pressAnswer(NOTHING_SENT, { kind: 'link', url: linkOf(action) ?? '' });
    case 'Action.ShowCard':
    case 'Action.ToggleVisibility':
      return pressAnswer(NOTHING_SENT, { kind: 'shown' });
    default:
      throw notNow('UnknownAction', 'Teams does not know this kind of button.');
  }
}

async function submit(pressed: Press): Promise<PressAnswer> {
  const { core, dialogs, scene, message, button } = pressed;
  checkReachesBot(core, scene);
  const data = withInputs(button, pressed.inputs);
  const teams = objectAt(button.action['data'], 'msteams');
  switch (textAt(teams, 'type')) {
    case 'task/fetch': {
      const special = { value: { data }, replyToId: message.id, ...legacy(message) };
      const answer = await invoke(core, 'invokeTaskFetch', scene, special);
      return pressAnswer(answer, takeDialogAnswer(dialogs, scene, answer, false));
    }
    case 'imBack':
    case 'messageBack':
      return speak(pressed, teams);
    default: {
      const special = { id: core.state.ids.next(), value: data, replyToId: message.id, ...legacy(message) };
      const answer = await core.deliveries.deliver(makeActivity(core, 'messageSubmit', scene, special));
      return pressAnswer(answer, { kind: 'nothing' });
    }
  }
}

async function speak({ core, scene, message }: Press, teams: JsonObject): Promise<PressAnswer> {
  const text = textAt(teams, 'text') ?? textAt(teams, 'value') ?? '';
  const replyTo = scene.place.kind === 'channel' ? { replyTo: message.id, mentionBot: true } : {};
  const said = await say(core, scene.person, scene.place, { text, ...replyTo });
  return pressAnswer({ status: said.botStatus ?? 0, body: null }, { kind: 'nothing' });
}

function invokeExecute(
  core: Core,
  scene: Scene,
  message: StoredMessage,
  action: JsonObject,
  inputs: Record<string, string>,
  trigger: 'manual' | 'automatic',
): Promise<BotAnswer> {
  const data = withInputs({ action }, inputs);
  const value = { action: { ...described(action), data }, trigger };
  return invoke(core, 'invokeAdaptiveCardAction', scene, {
    value,
    replyToId: message.id,
    ...legacy(message),
  });
}

// What the fixture has and the button leaves out must not be said of it.
function described(action: JsonObject): JsonObject {
  const { id, title, verb } = action;
  return { type: 'Action.Execute', id, title, verb };
}

function invoke(core: Core, fixture: FixtureName, scene: Scene, special: JsonObject): Promise<BotAnswer> {
  return core.deliveries.deliver(makeActivity(core, fixture, scene, { id: eventId(), ...special }));
}

function legacy(message: StoredMessage): JsonObject {
  return { channelData: { legacy: { replyToId: message.id } } };
}

function isSent(action: JsonObject): boolean {
  return action['type'] === 'Action.Execute' || action['type'] === 'Action.Submit';
}

function linkOf(action: JsonObject): string | undefined {
  return action['type'] === 'Action.OpenUrl' ? (textAt(action, 'url') ?? '') : undefined;
}

function findDialogButton(card: Card | undefined, choice: ButtonChoice): Button {
  if (!card) throw notNow('NoCard', 'This dialog is a page.');
  return findButton([card], choice);
}

function withInputs({ action }: Pick<Button, 'action'>, inputs: Record<string, string>): Json {
  const data = action['data'];
  if (data === undefined || data === null) return inputs;
  return isObject(data) ? { ...data, ...inputs } : data;
}
