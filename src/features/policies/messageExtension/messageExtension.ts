import { z } from 'zod';
import type { ExtensionQuery, ExtensionReply } from '../../../bot/messageExtension';
import type { Router } from '../../../bot/router';
import type { ClauseLink } from '../conversation/answerWords';
import type { Policy } from '../policy';
import { contentFolder } from '../policy';
import { readJson } from '../policyFiles';
import { clauseResult } from './clauseResult';
import { ClauseSearch } from './clauseSearch';

/** As the manifest names them (appPackage/manifest.json, composeExtensions). */
export const SEARCH_COMMAND = 'searchPolicy';
export const SEARCH_PARAMETER = 'words';

export interface MessageExtensionDeps {
  readonly policy: Policy;
  /** The address that opens a clause on the policy page. */
  readonly clauseLink: ClauseLink;
}

const NOTHING_FOUND =
  'Nothing in the policy fits these words. Try one or two other words, such as photo, friend or WhatsApp. ' +
  'You can also ask me in our own chat.';
const wordGroups = z.record(z.string(), z.array(z.string()));

/** The search of the policy from any chat. Nothing of it is kept: not who searched, nor for what. */
export function registerMessageExtension(router: Router, { policy, clauseLink }: MessageExtensionDeps): void {
  const search = new ClauseSearch(policy, readJson(contentFolder, 'words.json', wordGroups));
  router.onMessageExtensionQuery('policies', SEARCH_COMMAND, (query) =>
    Promise.resolve(resultsOf(search, query)),
  );

  function resultsOf(clauses: ClauseSearch, { parameters }: ExtensionQuery): ExtensionReply {
    const found = clauses.find(parameters.get(SEARCH_PARAMETER) ?? '');
    if (found.length === 0) return { kind: 'notice', text: NOTHING_FOUND };
    return { kind: 'results', results: found.map((clause) => clauseResult(policy, clause, clauseLink)) };
  }
}
