import { randomUUID } from 'node:crypto';
import type { DialogView } from './api';
import type { Scene } from './activities';
import { DIALOG_CARD_RULES, refusalOfCard } from './cardRules';
import { unknown } from './clientRefusal';
import { isObject, objectAt, textAt, type Json, type JsonObject } from './json';
import { Refusal } from './refusal';

/** A dialog that somebody has open. */
export interface OpenDialog {
  scene: Scene;
  view: DialogView;
}

/** The dialogs that are open. They are gone after a restart, as when an app is closed. */
export class Dialogs {
  private readonly open = new Map<string, OpenDialog>();

  /** Opens what the bot answered (`task.value`). Throws the refusal of a dialog that Teams would not show. */
  show(scene: Scene, value: JsonObject): DialogView {
    const view = { id: randomUUID(), title: textAt(value, 'title') ?? '', ...size(value), ...content(value) };
    this.open.set(view.id, { scene, view });
    return view;
  }

  /** A dialog of this person. Throws 404. */
  get(person: string, id: string): OpenDialog {
    const dialog = this.open.get(id);
    if (!dialog || dialog.scene.person.key !== person) throw unknown('open dialog of this person', id);
    return dialog;
  }

  close(id: string): void {
    this.open.delete(id);
  }
}

function content(value: JsonObject): Pick<DialogView, 'card' | 'url'> {
  const url = textAt(value, 'url');
  const card = objectAt(value, 'card')['content'];
  if (isObject(card)) {
    const refusal = refusalOfCard(card, DIALOG_CARD_RULES);
    if (refusal) throw refusal;
    return { card };
  }
  if (url) return { url };
  throw new Refusal(400, 'BadArgument', 'A dialog has a card, as an attachment with its content, or a url.');
}

function size(value: JsonObject): Pick<DialogView, 'width' | 'height'> {
  const { width, height } = value;
  return { ...(isSize(width) ? { width } : {}), ...(isSize(height) ? { height } : {}) };
}

function isSize(value: Json | undefined): value is number | string {
  return typeof value === 'number' || typeof value === 'string';
}
