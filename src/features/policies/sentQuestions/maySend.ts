import type { Outcome } from '../engine/outcome';

const QUESTIONS: readonly Outcome['outcome'][] = ['answer', 'choices', 'outofscope'];

/** What somebody did online, in the past. */
const DONE =
  'posted|reposted|shared|uploaded|tagged|filmed|recorded|commented|liked|accepted|tweeted|retweeted|messaged|leaked|' +
  'slagged|swore|sexted|livestreamed|friended|screenshotted';
/** "I accidentally posted", "we've already shared", "ive put"; not "if I posted" and not "have I shared". */
const OWN_DEED = new RegExp(
  '(?<!\\b(?:if|can|could|should|may|might|must|would|will|when|unless|before|have|had|what|am|are|do|did) )' +
    `\\b(?:i|we)(?:'?ve| have| had)?(?: (?:\\w+ly|just|already|only|also|once|even|then|sort of|kind of|might have|may have))? (?:${DONE})\\b` +
    "|\\b(?:i|we)(?:'?ve| have)(?: \\w+ly| just| already| only)? (?:put|sent|told|written|said|taken|added|shown|given)\\b",
);

/**
 * Whether a question may be kept at all. What is, or may be, about something that happened is for a report and never
 * kept; an own deed even where the engine takes it for a question.
 */
export function maySend(question: string, { outcome, urgent, report }: Outcome): boolean {
  if (!QUESTIONS.includes(outcome) || urgent !== false || report) return false;
  return !OWN_DEED.test(question.toLowerCase().replace(/[’‘]/g, "'"));
}
