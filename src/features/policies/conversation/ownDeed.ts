import { bareWords } from './bareWords';

/** What somebody does online, in the past. */
const DONE =
  'posted|reposted|shared|uploaded|tagged|filmed|videoed|recorded|commented|liked|accepted|added|friended|tweeted|retweeted|' +
  'messaged|dmd|leaked|forwarded|snapped|slagged|swore|sexted|livestreamed|live streamed|streamed|screenshotted|vlogged|' +
  'published|pressed (?:share|send|like|post)|clicked (?:share|send|like|post)|went live|gone live';
/** The same of verbs that are used for everything: only with where it went. */
const PUT =
  '(?:put|stuck|sent|wrote|written|said|gave|given|told|called|named|left|got|took|taken|made|shown|showed|moaned|ranted)' +
  '\\b.{0,60}\\b(?:online|on line|facebook|fb|face book|insta|instagram|tiktok|tik tok|snapchat|snap|twitter|whatsapp|whats app|' +
  'messenger|youtube|linkedin|reddit|telegram|discord|story|status|group chat|groupchat|gc|wrong (?:chat|group|grp|person)|selfie|my (?:page|profile|wall))';
const WELL =
  '(?: (?:\\w+ly|just|already|only|also|once|even|then|sort of|kind of|might have|may have|mightve|must have|went and|gone and|have gone and|did))*';
const SUBJECT = '(?:i|ive|i have|i had|we|weve|we have|ah|av|ave|iv)';
const IF =
  '(?<!\\b(?:if|can|could|should|may|might|must|would|will|when|unless|before|after|have|had|what|where|am|are|do|did|since|because|cos|that|which|than|as) )';

const DEEDS: readonly RegExp[] = [
  new RegExp(`${IF}\\b${SUBJECT}${WELL} (?:${DONE})\\b`),
  new RegExp(`${IF}\\b${SUBJECT}${WELL} ${PUT}\\b`),
  /\b(?:it was|it were|that was|its|it is|was) me (?:who|that|wot|what)\b/,
  /\b(?:i|we) (?:did|posted|put|shared|sent|wrote|made|filmed|took) it (?:myself|meself|ourselves)\b/,
  /\bi (?:think i|might have|mightve|may have|must have|have|know i)?(?:ve)? ?(?:messed up|made a (?:mistake|post)|done (?:something|summat|sommat) (?:daft|stupid|silly|wrong|bad|awful)|broke the (?:policy|rules?)|broken the (?:policy|rules?))/,
  /^(?:ive|i have|i) (?:done|did) (?:something|summat|sommat) (?:daft|stupid|silly|wrong|bad|awful)/,
  /\b(?:my|me) own (?:fault|doing|mistake)\b|\bhands up\b.{0,30}\bme\b|\bi (?:want|need|have|would like) to (?:own up|confess|come clean)\b/,
  /\bi (?:have|ve) been (?:messaging|chatting (?:to|with)|texting|following|talking to) (?:a|one of|my)\b.{0,20}\b(?:client|resident|patient|service user|lady|gentleman|gentlemen)/,
  /^(?:by accident|by mistake|accidentally)[ ,]+i\b/,
];
/** What goes to somebody who is there to hear it is no deed to own up to. */
const TOLD_RIGHT_PEOPLE =
  /\b(?:told|wrote to|sent|messaged|shared|reported|forwarded|showed)\b.{0,25}\b(?:manager|boss|gaffer|supervisor|team leader|hr|safeguarding|police|union|rep|office|complaints|cqc|solicitor|admin)\b/;

/** Somebody else used what was left open. */
const LEFT_OPEN = /\bleft (?:my|me) .{0,30}\b(?:open|logged in|unlocked)\b/;
/** Signs that something is asked, not told. */
const ASKS =
  /\b(?:can|could|would|should|does|do|is it|is that|was that|ok|okay|alright|allowed|what|where|how|which|whom?|who|ought|whats|if|say|will|thats ok|no|right|count)\b/;
/** Characters: somebody who writes more has more to say than that. */
const SHORT = 80;

/** Whether somebody tells that they did it themselves: "I posted a photo of a client by mistake". */
export function isOwnDeed(words: string): boolean {
  const plain = bareWords(words);
  return DEEDS.some((deed) => deed.test(plain)) && !TOLD_RIGHT_PEOPLE.test(plain) && !LEFT_OPEN.test(plain);
}

/** Whether nothing else can be meant: "I posted it myself." A question about it is a question. */
export function isPlainlyOwnDeed(words: string): boolean {
  return words.length <= SHORT && !words.includes('?') && !ASKS.test(bareWords(words)) && isOwnDeed(words);
}
