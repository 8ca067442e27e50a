import { loadEngine } from '../../src/features/policies/engine/loadEngine';
import { KEPT } from '../../src/features/policies/engine/rememberingLast';
import { whoseOutcome } from '../features/policies/engine/ask';

const OPENINGS = [
  'Can I',
  'Am I allowed to',
  'Is it OK to',
  'Quick one: could I',
  'My manager was not sure. May I',
  'Would I be in the wrong to',
  'Before I finish my shift, can I',
  'Do the rules let me',
  'I have been wondering, is it all right to',
  'A colleague says no, but can I',
  'Could I',
  'Please may I',
  'Is anybody allowed to',
  'Would it be fine to',
  'Am I right that staff may',
  'I work nights. May I',
  'Just checking, can we',
  'On my day off, can I',
  'Tell me, is it acceptable to',
  'Does the policy let me',
  'Is there any harm if I',
  'Asking for a friend: can she',
  'As a volunteer, may I',
  'Hello, is it against the policy to',
];
const DEEDS = [
  'post a picture of a resident on Facebook',
  'share a photo of the Christmas party with service users in it',
  'put up a selfie in my uniform',
  'accept a friend request from a client',
  'add a service user on Instagram',
  'send a message to the son of somebody I care for on WhatsApp',
  'say on my own page where I work',
  'moan about my manager in a private group',
  'write about a hard day with a client without their name',
  'use my work email to sign up for TikTok',
  'join a group for carers on Facebook',
  'comment on a news story about the council',
  'share a post that somebody else wrote about our service',
  'post a video from a resident’s house on Snapchat',
  'tell people online that a colleague is off sick',
  'give my opinion about an election on my own account',
  'write a review of the care home I work at',
  'like a rude comment about a colleague',
  'keep my profile open for everybody to see',
  'set up a page in the name of my team',
  'put a story with the name of a client on Instagram',
  'post something funny that a resident said',
  'talk to a former service user on Messenger',
  'upload a photo of the rota',
];

/**
 * Questions that the engine answers, each different, none of them a line of its example banks; and more of them than it
 * keeps in mind, so that asked in turn each has to be read anew.
 */
export interface Questions {
  readonly texts: readonly string[];
  /** Milliseconds from nothing until the engine could answer, in this process. */
  readonly engineLoadMs: number;
  /** Milliseconds that the engine alone takes for each of them, once it is warm. */
  readonly engineMs: readonly number[];
}

const PHRASINGS = OPENINGS.flatMap((opening) => DEEDS.map((deed) => `${opening} ${deed}?`));

/**
 * Puts the questions together and leaves out what the engine does not answer directly.
 * @param most so many phrasings of all, where the figures are not looked at
 * @throws Error when the engine answers so few of all that it could keep them in mind.
 */
export async function prepareQuestions(most?: number): Promise<Questions> {
  const began = performance.now();
  const engine = await loadEngine();
  const engineLoadMs = performance.now() - began;
  const answered = await whoseOutcome(
    PHRASINGS.slice(0, most),
    (text) => engine.ask(text),
    ({ outcome }) => outcome === 'answer',
  );
  if (most === undefined && answered.length <= KEPT)
    throw new Error(`The engine answers only ${answered.length} of the ${PHRASINGS.length} questions.`);
  const engineMs: number[] = [];
  // In the order in which they were asked before: by now the engine has forgotten whichever comes next.
  for (const text of answered) {
    const asked = performance.now();
    await engine.ask(text);
    engineMs.push(performance.now() - asked);
  }
  return { texts: shuffled(answered), engineLoadMs, engineMs };
}

/** The same order in every run: neighbours differ in both halves. */
function shuffled(texts: readonly string[]): string[] {
  const stride = [67, 71, 73].find((prime) => texts.length % prime !== 0) ?? 1;
  return texts.map((_, index) => texts[(index * stride) % texts.length] ?? '');
}
