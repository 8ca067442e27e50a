import { bareWords } from './bareWords';

/** What may stand before the words that matter. */
const LEAD = '(?:(?:no|nope|nah|na|oh|hm+|erm|sorry|but|well|ok|okay|ey|eh|and|so)[ ,.!]*)*';
const THAT = '(?:thats|that is|that isnt|that wasnt|that|this is|this isnt|this|its|it isnt|it is|it)';
const MEANING =
  '(?:meant|mean|ment|asked|ask|asking|askin|wanted|want|wantin|after|on about|looking for|lookin for|talking about|talkin about)';

/** Whole messages, in small letters and without apostrophes, that send an answer back. */
const SENT_BACK: readonly string[] = [
  // "that's not what I meant", "nowt like what i was asking for"
  `(?:${THAT} )?(?:not|isnt|wasnt|nowt like|nothing like|never) (?:really |quite |even )?(?:what|wot|wat|the thing|the one|the bit) (?:i|we|ah)(?:m| am| was| were| had|ve| have| did| actually| really| just)* ?${MEANING}(?: for| about| to know| to ask)?`,
  // "I didn't mean that", "i wasnt asking about that", "never asked that"
  `(?:i )?(?:didnt|did not|dont|do not|wasnt|was not|am not|im not|never) ${MEANING}(?: for| about)?(?: that| this| it| them| those)?(?: at all| one)?`,
  // "wrong answer", "that's the wrong one", "thats wrong"
  `(?:${THAT} )?(?:a |the )?(?:wrong|incorrect)(?: (?:answer|one|clause|bit|thing|rule|part))?`,
  // "not that one", "that's not it", "thats not my question"
  `(?:${THAT} )?not (?:right|it|that|this|that one|this one|the one|quite it|helpful|the answer|an answer|my question|answering my question|relevant)`,
  `(?:${THAT} )?(?:isnt|wasnt) (?:right|it|helpful|an answer|my question|relevant)`,
  // "you misunderstood me", "youve got me wrong", "you didnt answer my question"
  '(?:i think )?(?:you|youve|u)(?: have)? (?:misunderstood|misread|not understood)(?: me| my question| it| that)?',
  '(?:i think )?(?:you|youve|u)(?: have)? (?:got|getting) (?:me|it|that) (?:all )?wrong',
  '(?:you|youve|u)(?: have)? got (?:hold of )?the wrong (?:end of the stick|idea|end)',
  '(?:you|u) (?:dont|didnt|havent) (?:get|got|understand|understood|answer|answered)(?: me| it| that| my question| the question| what i (?:meant|mean|asked))?',
  // "that doesn't answer my question", "doesnt help"
  `(?:${THAT} )?(?:doesnt|does not|dont|didnt) (?:answer|help|fit)(?: (?:my question|the question|it|me|with that|what i asked))?`,
  // "I meant something else", "none of these", "another answer please", "try again"
  '(?:i (?:meant|mean|was asking about|asked about|wanted) )?(?:something|summat|sommat|smth|sumthing) (?:else|different)',
  '(?:none of (?:these|those|them|the above)|neither(?: of (?:these|those|them))?)',
  '(?:another|a different|any other|other) (?:answers?|ones?|clauses?|options?)',
  '(?:try again|have another go|guess again|what else(?: is there| have you got)?)',
  '(?:show me |have you got )?(?:any )?(?:other ones|the others|others|another one)',
];
const NOT_MEANT = new RegExp(`^${LEAD}(?:${SENT_BACK.join('|')})(?: please| pls| plz| then| mate| love)?$`);

/** What stands before a question that is put anew: "no, I meant …". */
const PUT_ANEW =
  /^(?:(?:no|nope|nah|sorry|but|well|oh)[ ,.!]+)*(?:that['’]?s not what i (?:meant|asked)[ ,.!;:]+)?(?:(?:what )?i meant(?: was)?(?: to ask)?|i was asking(?: about)?|my question (?:was|is))[ ,:]+(?=\S+ \S+)/i;

/** Whether somebody says, in whatever words, that the last answer is not to what they meant. */
export function isNotMeant(words: string): boolean {
  const plain = bareWords(words);
  return NOT_MEANT.test(plain);
}

/** The question in "No, I meant: can I post it?"; other words stay as they are. */
export function questionPutAnew(words: string): string {
  return isNotMeant(words) ? words : words.replace(PUT_ANEW, '');
}
