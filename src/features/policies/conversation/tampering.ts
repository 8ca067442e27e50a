/** How people try to make a chat program say what it should not; in small letters, wherever it stands. */
const TAMPERING: readonly RegExp[] = [
  /^(?:(?:hi|hello|please|ok|now|system|user|assistant)[ ,:.!-]+)*(?:ignore|disregard|forget|override|bypass) (?:all |any |every |each )?(?:of )?(?:the |your |my |these )?(?:(?:previous|prior|above|earlier|other|existing|current|safety) )*(?:instructions?|prompts?|guidelines|programming|directives?|training)\b/,
  /\b(?:system prompt|hidden prompt|initial prompt|developer mode|debug mode|god mode|jailbreak|jail break)\b/,
  /\byou are (?:now|no longer) (?:dan|a|an|in|the|chatgpt|bound|restricted|unrestricted|free)\b/,
  /\b(?:act|behave|respond|answer) as (?:if you (?:are|were) )?(?:an? )?(?:dan|unrestricted|uncensored|chatgpt|linux|hacker|different (?:ai|bot))\b/,
  /\b(?:print|reveal|show|repeat|output|tell) (?:me )?(?:all )?(?:of )?(?:your|the) (?:(?:hidden|secret|system|initial|full|original) )*(?:prompt|instructions|configuration|source code|training data)\b/,
  /<\/?(?:system|instructions?|prompt)>|\[\/?(?:inst|system)\]|\{\{.{0,80}\}\}/,
];

/** The bot answers from reviewed words alone, so that there is nothing to be talked out of. */
export const TAMPERING_WORDS =
  'I answer only with the words of the social media policy, and nothing that is typed here changes them. ' +
  'Ask me a question about it, or type **help**.';

/** Whether somebody tries to give the bot other instructions. */
export function isTampering(words: string): boolean {
  const lower = words.toLowerCase();
  return TAMPERING.some((pattern) => pattern.test(lower));
}
