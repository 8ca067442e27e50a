import { addFeature, addVector, toUnitLength, type Features } from './hashedFeatures';
import { normalise, readLength } from './words';

/** Longest run of words that is one feature: "do i have to" points one way, "have i to" another. */
const longestRun = 3;

/** Words by which a question says which way it points. */
const cues: readonly (readonly [name: string, words: RegExp])[] = [
  [
    'permission',
    /\b(allow(ed|s)?|ok|okay|fine|all ?right|alright|permit(ted|s)?|permissible|acceptable|good to go|in order|free to|may|can|could|okey|safe|legit|cool)\b/,
  ],
  [
    'prohibition',
    /\b(ban(ned|s)?|forbid(den|s)?|prohibit(ed|s)?|against|out of bounds|off limits|off the table|wrong|breach(ing)?|break(s|ing)?|trouble|no no|caught|illegal|not allowed|disappoint)\b/,
  ],
  [
    'obligation',
    /\b(must|have to|has to|got to|gotta|need(s)? to|need|supposed to|obliged|ought|should|shall|made to|make me|forced?|compulsory|required|expected|duty)\b/,
  ],
  [
    'refusal',
    /\b(ignor(e|es|ing)|refus(e|es|ing|al)|declin(e|es|ing)|reject(ing)?|say(ing)? no|turn(ing)? (it |him |her |them )?down|bin (it|them)|delet(e|ing)|leave it|skip|avoid|keep off|stay off|stop|swipe)\b/,
  ],
  [
    'negation',
    /\b(not|no|never|dont|doesnt|didnt|isnt|arent|wont|cant|cannot|shouldnt|mustnt|without|nowt|none|nobody|neither)\b/,
  ],
  ['only', /\b(only|just|sole|free of|exempt|excused|outside|apart from|except|unless)\b/],
  ['tag', /\b(right|yeah|yes|correct|innit|is it|isnt it|arent i|dont i|eh|aye|true|no)[ ?]*$/],
];

/** How much each sort of feature counts. */
const worth = { run: 0.5, opening: 0.5, wordInClause: 0.7, cue: 0.7, clause: 1, vector: 0.5 } as const;

/**
 * How a question about a clause is put, as numbers: runs of words, above all at its beginning, each word together with
 * the clause (a yes to "can I ignore it" is right for one clause and wrong for another), and the vector.
 */
export function verdictFeatures(text: string, clauseId: string, vector: Float32Array): Features {
  const features: Features = new Map();
  const normalised = normalise(text.slice(0, readLength));
  const words = normalised.match(/[\p{L}\p{N}]+|\?/gu) ?? [];
  addFeature(features, `c:${clauseId}`, worth.clause);
  const found = cues.filter(([, cue]) => cue.test(normalised)).map(([name]) => name);
  for (const cue of found) addFeature(features, `q:${clauseId} ${cue}`, worth.cue);
  addFeature(features, `q:${clauseId} ${found.join(' ')}`, worth.cue);
  addFeature(features, `q:${found.join(' ')}`, worth.cue);
  for (const [start, word] of words.entries()) {
    addFeature(features, `k:${clauseId} ${word}`, worth.wordInClause);
    for (let length = 1; length <= longestRun && start + length <= words.length; length += 1) {
      addFeature(features, `r:${words.slice(start, start + length).join(' ')}`, worth.run);
    }
  }
  for (let length = 1; length <= longestRun; length += 1) {
    addFeature(features, `o:${words.slice(0, length).join(' ')}`, worth.opening);
  }
  return toUnitLength(addVector(toUnitLength(features), vector, worth.vector));
}
