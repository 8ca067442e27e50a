import type { Turn } from '../../../bot/turn';
import { dayInWords, dayOf } from '../dates';
import type { Parties } from '../parties';
import { awayCommandIn } from './awayCommands';
import { dayAhead, problemWithAway } from './awayDay';
import { comeBack, goAway } from './awaySoon';

const HOW = 'Please give the day on which you are back, for example **away until 3 December**.';
const BACK = 'Welcome back. I send you what has waited for you, with enough time to do it.';
const NOT_AWAY = 'You are not marked as away, so there is nothing to change.';

/** `away until …`, `away` and `back`. */
export const asksAboutAway = (text: string): boolean => awayCommandIn(text) !== undefined;

/** Whether the words say by themselves that they are about being away; others may be about anything. */
export function meansAway({ clock }: Parties, { text }: Turn): Promise<boolean> {
  const command = awayCommandIn(text);
  if (command?.kind !== 'away') return Promise.resolve(true);
  return Promise.resolve(command.isCertain || dayAhead(command.day, dayOf(clock.now())) !== undefined);
}

/** Marks the person as away, or as back; for themselves alone. */
export async function sayAway(parties: Parties, turn: Turn): Promise<void> {
  const command = awayCommandIn(turn.text);
  if (!command) return;
  const personId = turn.person.id;
  if (command.kind === 'back') {
    turn.say((await comeBack(parties, personId)) ? BACK : NOT_AWAY);
    return;
  }
  const today = dayOf(parties.clock.now());
  const until = dayAhead(command.day, today);
  const problem = until === undefined ? HOW : problemWithAway(until, today);
  if (until === undefined || problem) {
    turn.say(problem ?? HOW);
    return;
  }
  await goAway(parties, personId, until);
  turn.say(
    `You are away until ${dayInWords(until)}. Until then I send you no requests and no reminders. ` +
      'On that day you get what has waited, with enough time to do it. Back earlier? Type **I am back**.',
  );
}
