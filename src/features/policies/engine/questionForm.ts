import { normalise } from './words';

/**
 * How a question is asked. `polar` can be answered with yes or no; `reversed` too, but its yes means
 * "not allowed" ("is it against the rules to"), so that only an answer written for it will do;
 * `open` asks what, why, how; `bare` is a fragment.
 */
export type QuestionForm = 'polar' | 'reversed' | 'open' | 'bare';

const polite =
  /^((hi|hello|hey|hiya|please|so|and|but|ok|okay|well|also|er|um|right|sorry|just wondering|quick one|quick question)[ ,.!:-]+)+/;

const openStart =
  /^(what(?! (if|about)\b)|whats|why|how(?! about\b)|where|wheres|who|whos|whose|whom|which|when|tell me|explain|list|name the|give me|sum up|show me|describe|in short|for what|to what|purpose|scope|rules|tips)\b/;

const polarStart =
  /^(can|cant|may|could|couldnt|am|are|arent|is|isnt|was|were|do|dont|does|doesnt|did|should|shouldnt|must|will|wont|would|wouldnt|have|has|ought|might|shall|any chance)\b/;

const asksLeave =
  /\b(allowed|ok|okay|alright|all right|fine|permitted|acceptable|i can|can i|may i|right|correct|possible)\b/;

const reversedWords =
  /\b(against|break|breaks|breaking|(is|be|as|it) a breach|banned|forbidden|prohibited|not allowed|a problem|an offence|wrong (to|if|for)|in trouble|stop me|(can|could|should|must|may|do|would|is it ok|is it okay|is it fine) (i |we )?(not|never|avoid|refuse|skip)\b)/;

/** The form of a question, from the last of its parts that shows one. */
export function formOf(text: string): QuestionForm {
  const normalised = normalise(text);
  const parts = normalised.split(/[.,;:!?]+\s*|\s-\s/).map((part) => part.replace(polite, ''));
  for (const part of parts.reverse()) {
    if (openStart.test(part)) return 'open';
    if (polarStart.test(part)) return reversedWords.test(normalised) ? 'reversed' : 'polar';
  }
  return asksLeave.test(normalised) ? 'polar' : 'bare';
}
