import type { Router } from '../../bot/router';
import type { Turn } from '../../bot/turn';
import { showOwnRecords } from './asked/ownRecords';
import { asksForForm } from './compose/askedForForm';
import { remind } from './compose/composing';
import { asksForEvidence, showEvidence } from './evidence/evidenceCommand';
import { asksForInspection, showInspection } from './inspection/inspectionCommand';
import { showNewest } from './progress/watching';
import { askForTime } from './remind/ownTime';
import { asksForOwnTime, asksForTeamTimes } from './remind/remindCommands';
import { showTeamTimes } from './remind/teamTime';
import { asksForSharedAccounts, meansSharedAccounts, showSharedAccounts } from './shared/sharing';
import { asksForPolicyChanges, showPolicyChanges } from './versions/deciding';
import { asksAboutAway, meansAway, sayAway } from './away/sayingAway';
import type { All } from './all';

type Command = (parties: All, turn: Turn) => Promise<void>;
interface ExactCommand {
  readonly name: string;
  readonly isIn: (text: string) => boolean;
  /** Where others may mean something else by the words, which is for the next feature then. */
  readonly isMeant?: (all: All, turn: Turn) => Promise<boolean>;
  readonly work: Command;
}

/** Commands in people's own words, by the name that the answering engine gives them. */
const COMMANDS: Readonly<Record<string, Command | undefined>> = {
  remind,
  status: showNewest,
  my_acknowledgements: showOwnRecords,
};

/** Commands that are known by their own words alone. */
const EXACT_COMMANDS: readonly ExactCommand[] = [
  { name: 'away until', isIn: asksAboutAway, isMeant: meansAway, work: sayAway },
  { name: 'evidence', isIn: asksForEvidence, work: showEvidence },
  { name: 'inspection', isIn: asksForInspection, work: showInspection },
  {
    name: 'shared accounts',
    isIn: asksForSharedAccounts,
    isMeant: meansSharedAccounts,
    work: showSharedAccounts,
  },
  { name: 'policy changes', isIn: asksForPolicyChanges, work: showPolicyChanges },
  { name: 'new reminder', isIn: asksForForm, work: remind },
  { name: 'when to remind me', isIn: asksForOwnTime, work: askForTime },
  { name: 'reminder times', isIn: asksForTeamTimes, work: showTeamTimes },
];

/** The name of every command, for the test of who may use which. */
export const commandNames: readonly string[] = [
  ...Object.keys(COMMANDS),
  ...EXACT_COMMANDS.map(({ name }) => name),
];

/** Messages that are a command of this feature; all others are for the next one. */
export function onCommands(router: Router, all: All): void {
  const take = async (turn: Turn, work: Command | undefined): Promise<boolean> => {
    await work?.(all, turn);
    return work !== undefined;
  };
  router.onExactWords('acknowledgements', async (turn) => take(turn, await exactCommand(all, turn)));
  router.onMessage('acknowledgements', async (turn) =>
    take(turn, COMMANDS[(await all.commandIn(turn.text)) ?? '']),
  );
}

async function exactCommand(all: All, turn: Turn): Promise<Command | undefined> {
  const exact = EXACT_COMMANDS.find(({ isIn }) => isIn(turn.text));
  const isMeant = exact && (!exact.isMeant || (await exact.isMeant(all, turn)));
  return isMeant ? exact.work : undefined;
}
