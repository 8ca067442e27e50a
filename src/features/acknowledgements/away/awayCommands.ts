import { plainWords } from '../remind/remindCommands';

const AWAY = /^(?<who>(?:i am|i'm|im) )?(?:away|off) until (?<day>.{1,40})$/;
const ALONE = /^(?:(?:i am|i'm|im) )?away$/;
const BACK = /^(?:(?:i am|i'm|im) )?back(?: again| at work| now)?$/;
/** What can be nothing else: a question may begin with "I am off until". */
const OWN_WORDS = /^away until /;

/** What a message says about being away, in its own words and no others; undefined where it says nothing. */
export type AwayCommand =
  | { readonly kind: 'away'; /** As it was typed. */ readonly day: string; readonly isCertain: boolean }
  | { readonly kind: 'back' };

export function awayCommandIn(text: string): AwayCommand | undefined {
  const words = plainWords(text);
  if (BACK.test(words)) return { kind: 'back' };
  if (ALONE.test(words)) return { kind: 'away', day: '', isCertain: true };
  const day = AWAY.exec(words)?.groups?.['day'];
  return day === undefined ? undefined : { kind: 'away', day, isCertain: OWN_WORDS.test(words) };
}
