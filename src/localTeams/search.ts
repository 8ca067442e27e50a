import type { InsertRequest, SearchAnswer, SearchRequest, SearchResult } from './api';
import { eventId, makeActivity, type Scene } from './activities';
import type { BotAnswer } from './botHttp';
import { notNow } from './clientRefusal';
import type { Core } from './core';
import { textAt, type Json, type JsonObject } from './json';
import { SEARCH_RESULTS } from './limits';
import { post } from './posting';
import { messageAt } from './scene';
import type { SearchCommand } from './searchCommand';
import type { Searches } from './searches';
import { attachmentsOf, contentOf, extensionOf, previewOf, SEARCH_RULES } from './searchRules';
import { tell, type Said } from './talk';

/** What Teams shows where it can make nothing of an answer. */
const FAILED = 'The search did not work. Please try again.';

/**
 * A person types into the panel of the app's message extension. Teams asks the bot wherever that is: it need not be in
 * the conversation. It is asked once and waited for a few seconds, for the next letter asks anew.
 */
export async function search(
  core: Core,
  searches: Searches,
  scene: Scene,
  { text = '' }: SearchRequest,
): Promise<SearchAnswer> {
  const command = core.search;
  if (!command) throw notNow('NoSearch', 'The app has no search.');
  if (scene.person.departed) throw notNow('Departed', `${scene.person.name} has left.`);
  const special = { id: eventId(), value: queryOf(command, text) };
  const activity = makeActivity(core, 'invokeComposeExtensionQuery', scene, special);
  const answer = await core.deliveries.ask(activity);
  return { status: answer.status, body: answer.body, result: taken(searches, scene, answer) };
}

/** A person puts a result into the conversation: a message from them, with the card. */
export async function insert(
  core: Core,
  searches: Searches,
  { person, place }: Scene,
  { search: id, result, replyTo }: InsertRequest,
): Promise<Said> {
  const found = searches.result(person.key, id, result);
  const threadId = replyTo ? messageAt(core, place, replyTo).threadId : undefined;
  const card = { contentType: textAt(found, 'contentType') ?? '', content: contentOf(found) };
  if (place.kind === 'personal') {
    const html = { contentType: 'text/html', content: `<attachment id="${id}"></attachment>` };
    return tell(core, { person, place }, 'messageCard', { attachments: [card, html] });
  }
  // Nobody mentions the bot with a card, so it does not hear of it.
  return {
    message: post(core, {
      place,
      from: person.key,
      threadId,
      activity: { type: 'message', attachments: [card] },
    }),
  };
}

function queryOf(command: SearchCommand, text: string): JsonObject {
  const opening = command.initialRun ? [{ name: 'initialRun', value: 'true' }] : [];
  const parameters = text === '' ? opening : [{ name: command.parameter.name, value: text }];
  return { commandId: command.id, parameters, queryOptions: { skip: 0, count: SEARCH_RESULTS } };
}

function taken(searches: Searches, { person }: Scene, answer: BotAnswer): SearchResult {
  const broken = SEARCH_RULES.find((rule) => rule.isBroken(answer));
  if (broken) return { kind: 'failed', code: broken.code, text: `${FAILED} (${broken.rule})` };
  const extension = extensionOf(answer);
  if (textAt(extension, 'type') === 'message')
    return { kind: 'words', text: textAt(extension, 'text') ?? '' };
  const attachments = attachmentsOf(answer);
  return {
    kind: 'results',
    search: searches.keep(person.key, attachments),
    results: attachments.map(lineOf),
  };
}

function lineOf(attachment: Json): { title: string; text: string } {
  const content = contentOf(previewOf(attachment));
  return { title: textAt(content, 'title') ?? '', text: textAt(content, 'text') ?? '' };
}
