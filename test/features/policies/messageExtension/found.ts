import type { SearchAnswer } from '../../../../src/localTeams/api';
import { listAt, objectAt, textAt, type JsonObject } from '../../../../src/localTeams/json';

/** The ids of the clauses that a search lists, in their order. */
export function idsIn({ result }: SearchAnswer): string[] {
  return result.kind === 'results' ? result.results.map(({ text }) => text.split(' ')[0] ?? '') : [];
}

/** The words that a search shows in the place of results. */
export function wordsIn({ result }: SearchAnswer): string {
  return result.kind === 'words' ? result.text : '';
}

/** The cards of an answer as it came over the wire. */
export function cardsIn({ body }: SearchAnswer): JsonObject[] {
  return listAt(objectAt(body, 'composeExtension'), 'attachments').map((one) => objectAt(one, 'content'));
}

/** The words of an answer of the kind "message", or undefined for any other answer. */
export function messageIn(body: SearchAnswer['body']): string | undefined {
  const extension = objectAt(body, 'composeExtension');
  return extension['type'] === 'message' ? textAt(extension, 'text') : undefined;
}
