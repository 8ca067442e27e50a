import { done, showPrivately } from '../../bot/cardReply';
import type { Router } from '../../bot/router';
import type { Turn } from '../../bot/turn';
import type { Roles } from '../../storage/roles';
import { helpCard, offerCard } from './helpCards';
import { openingFor } from './openings';

export type { Welcome, WelcomeDeps } from './welcome';
export { createWelcome } from './welcome';

export interface HelpDeps {
  readonly roles: Pick<Roles, 'of'>;
  /** The command that somebody typed, in their own words. */
  readonly commandIn: (text: string) => Promise<string | undefined>;
  /** Questions that the bot answers well, for somebody who does not know what to ask. The first three are shown. */
  readonly exampleQuestions: readonly string[];
}

const ASK = 'Ask me in your own words, as you would ask a colleague. Here are some examples:';
const CONFIRMING =
  'When your manager asks you to read a policy, I show you a card here. Press **Read and confirm** on it. ' +
  'Type **my confirmations** to see what you have confirmed already.';

/** Help, and the offer for whatever no other feature took: it stands last in line and takes every message. */
export function registerHelp(router: Router, deps: HelpDeps): void {
  router.onMessage('help', async (turn) => {
    const command = await deps.commandIn(turn.text);
    turn.show(command === 'help' ? await cardFor(turn, deps) : offerCard(openingFor(command)));
    return true;
  });
  router.onCardAction('help.ask', (turn) => {
    turn.say(ASK, { suggestions: deps.exampleQuestions.slice(0, 3) });
    return Promise.resolve(done);
  });
  router.onCardAction('help.confirming', (turn) => {
    turn.say(CONFIRMING, { suggestions: ['My acknowledgements', 'Policy'] });
    return Promise.resolve(done);
  });
  router.onCardAction('help.show', async (turn) => showPrivately(await cardFor(turn, deps)));
}

async function cardFor(turn: Turn, deps: HelpDeps) {
  return helpCard(await deps.roles.of(turn.person.id));
}
