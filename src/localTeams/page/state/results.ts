import type { MessageView, PressAnswer, PressResult } from '../../api';
import { inReadersWords } from '../client/apiError';
import { messagesKey } from './appState';
import { showAt } from './layoutChanges';
import type { Session } from './session';
import { ownPageFrom, tabLinkFrom } from './deepLink';

/** Waits for a press and shows what came of it. True when it was taken; a failure was told to the reader. */
export async function act(session: Session, person: string, press: Promise<PressAnswer>): Promise<boolean> {
  try {
    const { result } = await press;
    showResult(session, person, result);
    return result.kind !== 'failed';
  } catch (error) {
    session.notices.show('error', inReadersWords(error), person);
    return false;
  }
}

/** Shows what a press, a submitted dialog or thumbs led to. */
export function showResult(session: Session, person: string, result: PressResult): void {
  switch (result.kind) {
    case 'card':
      return replaceMessage(session, person, result.message);
    case 'toast':
      return session.notices.show('info', result.text, person);
    case 'dialog':
      return session.store.update((state) => ({ ...state, dialog: { person, view: result.dialog } }));
    case 'closed':
      session.store.update((state) => ({ ...state, dialog: undefined }));
      if (result.text) session.notices.show('info', result.text, person);
      return;
    case 'failed':
      return session.notices.show('error', result.text, person);
    case 'link':
      return openLink(session, person, result.url);
    case 'nothing':
    case 'shown':
      return;
  }
}

/** Opens an address as Teams does: a page of this app beside the chat, anything else in a new window. */
export function openLink(session: Session, person: string, address: string): void {
  const { world } = session.store.get();
  const tabs = world?.tabs ?? [];
  const link = tabLinkFrom(address);
  const ours = link ? link.appId === world?.appId : true;
  const target = link ?? ownPageFrom(address, tabs);
  const tab = ours ? tabs.find((one) => one.entityId === target?.entityId) : undefined;
  if (target && tab) return openTab(session, person, tab.entityId, target.subPageId);
  if (link) return session.notices.show('error', 'This page is not part of the app.', person);
  if (/^(https?|mailto|tel):/i.test(address)) window.open(address, '_blank', 'noopener');
}

/** Shows a page of the app on this person's phone. */
export function openTab(session: Session, person: string, tab: string, subPage?: string): void {
  session.layout((layout) => {
    const at = layout.places.findIndex((place) => place.person === person);
    const where = { kind: 'tab' as const, tab, ...(subPage === undefined ? {} : { subPage }) };
    return at < 0 ? layout : showAt({ ...layout, front: at }, at, where);
  });
}

function replaceMessage(session: Session, person: string, message: MessageView): void {
  const key = messagesKey(person, message.conversationId);
  session.store.update((state) => {
    const loaded = state.messages[key];
    if (!loaded) return state;
    const messages = loaded.messages.map((old) => (old.id === message.id ? message : old));
    return { ...state, messages: { ...state.messages, [key]: { ...loaded, messages } } };
  });
}
