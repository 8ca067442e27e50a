import { isDeepStrictEqual } from 'node:util';
import type { ButtonChoice } from './api';
import { notNow } from './clientRefusal';
import { isObject, objectAt, textAt, type Card, type Json, type JsonObject } from './json';

/** A button of a card, and the inputs whose values go with it. */
export interface Button {
  action: JsonObject;
  /** of its own card and of the cards around it; none when it says so */
  inputs: JsonObject[];
}

/** Every button of a card at any depth, those inside Action.ShowCard included. */
export function buttonsOf(card: Card, around: JsonObject[] = []): Button[] {
  const { inputs, actions } = contentsOf(card);
  const reach = [...around, ...inputs];
  return actions.flatMap((action) => {
    const button = { action, inputs: action['associatedInputs'] === 'none' ? [] : reach };
    const inner = action['type'] === 'Action.ShowCard' ? buttonsOf(objectAt(action, 'card'), reach) : [];
    return [button, ...inner];
  });
}

/** The button that a person means. Throws 409 when the cards have none like it, or it is greyed out. */
export function findButton(cards: Card[], choice: ButtonChoice): Button {
  const all = cards.flatMap((card) => buttonsOf(card));
  const found =
    typeof choice === 'string' ? byWord(all, choice) : all.find((button) => fits(button.action, choice));
  if (!found) {
    const titles = all.map(({ action }) => textAt(action, 'title') ?? '(no title)').join(', ');
    const wanted = typeof choice === 'string' ? choice : JSON.stringify(choice);
    throw notNow('NoSuchButton', `There is no button ${wanted} here. There are: ${titles || 'none'}.`);
  }
  if (found.action['isEnabled'] === false) throw notNow('ButtonDisabled', 'This button is greyed out.');
  return found;
}

function byWord(buttons: Button[], word: string): Button | undefined {
  return (
    buttons.find(({ action }) => textAt(action, 'title') === word) ??
    buttons.find(({ action }) => verbOf(action) === word)
  );
}

function fits(action: JsonObject, choice: Exclude<ButtonChoice, string>): boolean {
  if (choice.title !== undefined && textAt(action, 'title') !== choice.title) return false;
  if (choice.verb !== undefined && verbOf(action) !== choice.verb) return false;
  return choice.data === undefined || isDeepStrictEqual(action['data'], choice.data);
}

// An Action.Submit has no verb of its own: bots put one into its data.
function verbOf(action: JsonObject): string | undefined {
  return textAt(action, 'verb') ?? textAt(action['data'], 'verb');
}

interface Contents {
  inputs: JsonObject[];
  actions: JsonObject[];
}

// What an Action.ShowCard holds is a card of its own and not looked into here.
function contentsOf(value: Json | undefined): Contents {
  const contents: Contents = { inputs: [], actions: [] };
  collect(value, contents);
  return contents;
}

function collect(value: Json | undefined, into: Contents): void {
  if (Array.isArray(value)) {
    for (const inner of value) collect(inner, into);
    return;
  }
  if (!isObject(value)) return;
  const type = textAt(value, 'type') ?? '';
  if (type.startsWith('Action.')) {
    into.actions.push(value);
    return;
  }
  if (type.startsWith('Input.')) into.inputs.push(value);
  for (const [name, inner] of Object.entries(value)) if (name !== 'refresh') collect(inner, into);
}
