/** Words that a question in English begins with. */
const OPENERS = new Set(
  (
    'can could may might must should shall will would do does did is are am was were has have had ' +
    'what which who whom whose when where why how isnt arent dont doesnt cant couldnt shouldnt wouldnt'
  ).split(' '),
);
/** Characters: somebody who writes more is telling something, not asking. */
const LONGEST = 300;

/** Whether a text is put as a question: it ends with a question mark or begins as a question does. */
export function isPutAsQuestion(words: string): boolean {
  if (words.length === 0 || words.length > LONGEST) return false;
  return words.endsWith('?') || (beginsAsQuestion(words) && !/[.!]\s+\S/.test(words));
}

/** Whether a text begins with a word that questions begin with. */
export function beginsAsQuestion(words: string): boolean {
  const first = words.toLowerCase().match(/^[a-z]+(?:[’'][a-z]+)?/)?.[0] ?? '';
  return OPENERS.has(first.replace(/[’']/, '')) || OPENERS.has(first.replace(/[’']s$/, ''));
}
