import type { Turn } from '../../../bot/turn';
import { dayInWords, dayOf } from '../dates';
import type { Parties } from '../parties';
import type { AwayCommand } from './awayCommands';
import { dayAhead, problemWithAway } from './awayDay';
import { comeBack, goAway } from './awaySoon';

const HOW = 'Please give the day on which you are back, for example **away until 3 December**.';
const BACK = 'Welcome back. I send you what has waited for you, with enough time to do it.';
const NOT_AWAY = 'You are not marked as away, so there is nothing to change.';

/** `away until …`, `away` and `back`, for the person alone. @returns false when the message is for somebody else */
export async function sayAway(parties: Parties, turn: Turn, command: AwayCommand): Promise<boolean> {
  const personId = turn.person.id;
  if (command.kind === 'back') {
    turn.say((await comeBack(parties, personId)) ? BACK : NOT_AWAY);
    return true;
  }
  const today = dayOf(parties.clock.now());
  const until = dayAhead(command.day, today);
  if (!until && !command.isCertain) return false;
  const problem = until === undefined ? HOW : problemWithAway(until, today);
  if (until === undefined || problem) {
    turn.say(problem ?? HOW);
    return true;
  }
  await goAway(parties, personId, until);
  turn.say(
    `You are away until ${dayInWords(until)}. Until then I send you no requests and no reminders. ` +
      'On that day you get what has waited, with enough time to do it. Back earlier? Type **I am back**.',
  );
  return true;
}
