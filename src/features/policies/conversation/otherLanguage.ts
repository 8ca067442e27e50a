import type { Message } from '../../../bot/messengerPort';
import { helpNowCard, otherLanguageCard } from './cards';
import { languageOf } from './languageOf';
import type { Incoming } from './messagesFor';

/** A greeting or thanks in another language that the bot has learnt is answered like one in English. */
const GREETING_WORDS = 6;

/** To a message in another language: what anybody in danger needs first, then what can be said in that language. */
export function repliesInOtherLanguage({
  turn,
  words,
  shape,
  outcome,
  deps,
}: Incoming): Message[] | undefined {
  const { policy, contacts, clauseLink, log } = deps;
  const language = languageOf(words, policy.languages);
  const isUnderstood = outcome.outcome === 'command' || isGreeting(words, outcome.outcome);
  if ((!language && shape !== 'otherScript') || (isUnderstood && !outcome.urgent)) return undefined;
  // Nobody can tell whether it is about something that happened.
  turn.keepNothingSaid();
  log.info('policies.otherLanguage', { known: language !== undefined });
  const policyLink = clauseLink(policy.clauses[0]?.id ?? '');
  const card = otherLanguageCard(language, { contacts, policyLink });
  return outcome.urgent ? [{ card: helpNowCard(outcome.urgent, contacts) }, { card }] : [{ card }];
}

function isGreeting(words: string, outcome: string): boolean {
  return outcome === 'smalltalk' && words.split(' ').length <= GREETING_WORDS;
}
