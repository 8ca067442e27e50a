/** Pronouns that point at nothing earlier: "is it ok to", "this year", "I think that my". */
const pointless: readonly RegExp[] = [
  /\b(is|was|be|would|isnt|its) (it )?(ok|okay|alright|all right|fine|allowed|permitted|acceptable|possible|against|wrong|right|safe|bad|better|legal|illegal|true|wise|sensible|a problem) (to|if|for|that|when)\b/g,
  /\b(is|was) it (against|illegal|unlawful|wrong|true|ok|okay)\b(?= \w+ \w+)/g,
  /\b(does|do|did) (it|this|they) (say|mention|cover)\b/g,
  /\b(this|that|these|those) (policy|policies|document|bot|rules?|guidance|procedure|year|month|week|weekend|evening|morning|afternoon|time|home|service|company|organisation|job|app)\b/g,
  /\b(one|some|any) of (this|that|these|those)\b/g,
  // The employer, who needs no naming.
  /\b(can|will|could|would|do) (they|it) (make|force|ask|tell|sack|fire|dismiss|check|watch) (me|us|my|our)\b/g,
  /\bso that\b/g,
  /\bthat (i|im|ive|my|we|our|you|your|a|an|the|some|someone|somebody|people|nobody|everyone|staff|clients|residents)\b/g,
];

const people =
  /\b(someone|somebody|anyone|anybody|everyone|people|person|man|woman|lady|girl|boy|lad|gentleman|child|friends?|neighbour|partner|ex|mum|dad|son|daughter|wife|husband|famil(y|ies)|relatives?|clients?|residents?|users?|patients?|tenants?|colleagues?|workmates?|coworkers?|carers?|nurses?|cooks?|drivers?|staff|boss|managers?|supervisors?|leaders?|deputy|members?|employees?)\b/;

/** Something that is named; its word follows one of these. */
const things =
  /\b(a|an|the|my|our|your|some|any|every|each|this|that|these|those|comments|photos|pictures|posts|rules|settings) \w+/;

const onlyOnPeople = /\b(he|hes|she|shes|him|his|her|hers)\b/;
const onAnything = /\b(it|its|they|theyre|theyd|them|their)\b/;
const atWhatWasSaid =
  /\b(this|these|those|that one|thats)\b|\bthat(?=$|[?.!,]| (go|goes|is|was|apply|applies|count|counts|mean|means|make|makes|include|includes|taken|too|then|even|also|still|case|way)\b)|\b(too|then|instead|either|though)[?.! ]*$/;

const atOnce =
  /^(is|was|does|did|would|will|can|has) that\b(?! (policy|document|bot|rule))|\bthe same (for|with|if|on|in)\b/;

/** Whether a normalised text has a pronoun whose noun is not in the text before it. */
export function pointsBack(normalised: string): boolean {
  const text = pointless.reduce((rest, pattern) => rest.replace(pattern, ' '), normalised);
  return (
    atOnce.test(normalised) ||
    atWhatWasSaid.test(text) ||
    comesBefore(onlyOnPeople, text, [people]) ||
    comesBefore(onAnything, text, [people, things])
  );
}

/** Whether a pronoun stands in the text before anything that it could stand for. */
function comesBefore(pronoun: RegExp, text: string, nouns: readonly RegExp[]): boolean {
  const found = pronoun.exec(text);
  return found !== null && !nouns.some((noun) => noun.test(text.slice(0, found.index)));
}
