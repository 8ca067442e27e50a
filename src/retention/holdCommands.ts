import type { Turn } from '../bot/turn';
import type { Clock } from '../clock';
import type { Roles } from '../storage/roles';
import type { Holds } from './holds';

const KEEP = /^(?:please )?keep acknowledgement records(?::|,? because)?\s*(?<reason>.{0,500}?)$/is;
const LET_GO = /^(?:please )?stop keeping acknowledgement records[.!]*$/i;
const GROUP = 'acknowledgements';

const ONLY_ADMINISTRATORS = 'Only administrators can stop records from being erased.';
const WHY = 'Please add why, for example: **keep acknowledgement records because of an inspection**.';
const LET_GO_WORDS = 'Acknowledgement records are erased again when their time has come.';

interface CommandDeps {
  readonly holds: Holds;
  readonly roles: Roles;
  readonly clock: Clock;
}

/** What an administrator says to hold the records of who confirmed what, in these words alone. */
export async function holdCommand({ holds, roles, clock }: CommandDeps, turn: Turn): Promise<boolean> {
  const keep = KEEP.exec(turn.text.trim());
  if (!keep && !LET_GO.test(turn.text.trim())) return false;
  if (!(await roles.confirm(turn.person.id, 'administrator'))) return said(turn, ONLY_ADMINISTRATORS);
  if (!keep) {
    await holds.takeOff(GROUP);
    return said(turn, LET_GO_WORDS);
  }
  const reason = keep.groups?.['reason']?.trim();
  if (!reason) return said(turn, WHY);
  const { id, name } = turn.person;
  const hold = await holds.put(GROUP, { by: { id, name }, at: clock.now().toISOString(), reason });
  return said(
    turn,
    `No acknowledgement record is erased until an administrator writes **stop keeping acknowledgement records**. Held since ${hold.at.slice(0, 10)}.`,
  );
}

function said(turn: Turn, words: string): true {
  turn.say(words);
  return true;
}
