import type { Detail } from '../case/case';

/** By the words that reporters use; the first that fits. */
const NAMED: readonly (readonly [string, RegExp])[] = [
  ['Facebook or Messenger', /facebook|\bfb\b|messenger/i],
  ['WhatsApp', /what'?s ?app/i],
  ['Instagram', /insta/i],
  ['TikTok', /tik ?tok/i],
  ['Snapchat', /snap ?chat|\bsnap\b/i],
  ['YouTube', /you ?tube/i],
  ['X (Twitter)', /twitter|\btweet|^x$|\bx\.com/i],
  ['E-mail or text message', /e-?mail|\btext(ed|s)?\b|\bsms\b/i],
];
const ELSEWHERE = 'Somewhere else';
const NOT_SAID = 'Not said';

/** Every place that trends count. */
export const PLATFORMS: readonly string[] = [...NAMED.map(([label]) => label), ELSEWHERE, NOT_SAID];

/** Where a case happened, from the last that its reporter said about it. Of their words nothing is told. */
export function platformOf(details: readonly Detail[]): string {
  const said = details.findLast(({ question }) => question === 'platform')?.text;
  if (!said) return NOT_SAID;
  return NAMED.find(([, words]) => words.test(said))?.[0] ?? ELSEWHERE;
}
