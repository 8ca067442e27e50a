import {
  AdaptiveCard,
  OpenUrlAction,
  SerializationContext,
  Versions,
  type Action,
  type Input,
} from 'adaptivecards';
import type { Card } from '../../json';
import { cardMarkdown } from './markdown';
import { teamsHostConfig } from './hostConfig';

/** What a drawn card tells the page. */
export interface CardListener {
  onPress: (action: Action) => void;
  onLink: (address: string) => void;
  onInput: (id: string, value: string) => void;
}

/** Draws a card as Teams does, version 1.5; undefined when there is nothing to draw. */
export function drawCard(json: Card, listener: CardListener): HTMLElement | undefined {
  useMarkdown();
  const card = new AdaptiveCard();
  card.hostConfig = teamsHostConfig();
  card.parse(json, new SerializationContext(Versions.v1_5));
  card.onExecuteAction = (action) => {
    if (action instanceof OpenUrlAction) listener.onLink(action.url ?? '');
    else listener.onPress(action);
  };
  card.onAnchorClicked = (_element, anchor) => {
    listener.onLink(anchor.href);
    return true;
  };
  card.onInputValueChanged = (input: Input) => {
    const value: unknown = input.value;
    if (input.id) listener.onInput(input.id, typeof value === 'string' ? value : '');
  };
  const isEmpty = card.getItemCount() === 0 && card.getActionCount() === 0;
  return isEmpty ? undefined : card.render();
}

/** The package asks for Markdown through a property of its class, for every card alike. */
function useMarkdown(): void {
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = cardMarkdown(text);
    result.didProcess = true;
  };
}
