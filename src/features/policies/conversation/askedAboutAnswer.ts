import { bareWords } from './bareWords';

/** What a short message asks about the answer before it. */
export type AskedAboutAnswer = 'why' | 'sinceWhen';

const LEAD = '(?:(?:but|and|so|ok|okay|oh|right|hm+|yeah|yes|no|well|erm|sorry|please)[ ,.!]*)*';
const THAT =
  '(?:that|this|it|so|then|tho|though|not|is that|is this|is it|is that so|thats that|is that a rule|is that the rule)';
const WHY = new RegExp(
  `^${LEAD}(?:(?:why|y|whys|how come|what for|for what reason|how so)(?: ${THAT})*(?: not)?(?: please| pls)?` +
    '|(?:whats|what is|is there|what was) (?:the|a|any) (?:reason|reasons|reasoning|point|thinking)(?: for| of| behind)?(?: (?:that|this|it|the rule))?' +
    '|(?:any|the) (?:particular )?reason(?: why| for that)?(?: not)?|give me (?:the|a) reason|(?:says|sez) who|who says(?: so)?' +
    '|(?:can you|could you) (?:explain|tell me) why(?: not)?|explain why(?: not)?|for what)$',
);
const SINCE_WHEN = new RegExp(
  `^${LEAD}(?:(?:since|from|as of) when(?: (?:is|was|has|does|do|did|are|have) .{1,40})?` +
    '|how long (?:has|have|is) (?:that|this|it|the rule)(?: been)?.{0,30}' +
    '|(?:is|was) (?:that|this|it) (?:a )?new(?: rule| one)?|when (?:did|was) (?:that|this|it) (?:come in|start|begin|change|changed|brought in|made|introduced|decided)' +
    '|when did (?:that|this|it) (?:become|get to be) (?:a|the) rule)$',
);

/** Whether a whole message is a bare "why?" or "since when?"; a question that says more stands for itself. */
export function askedAboutAnswer(words: string): AskedAboutAnswer | undefined {
  const plain = bareWords(words);
  if (WHY.test(plain)) return 'why';
  return SINCE_WHEN.test(plain) ? 'sinceWhen' : undefined;
}
