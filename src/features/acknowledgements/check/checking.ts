import type { CardReply } from '../../../bot/cardReply';
import { showPrivately } from '../../../bot/cardReply';
import type { Turn } from '../../../bot/turn';
import type { Asked, RequestIds } from '../asked/reading';
import { requestIds, settle, showPage, standingIn } from '../asked/reading';
import { afterCheck } from '../campaign/checkPassed';
import { versionOf } from '../policyToConfirm';
import type { Answered } from './answers';
import { allRight, judge } from './answers';
import { checkCard } from './checkCard';
import { questionsFor } from './pick';
import type { WrongTries } from './wrongTries';

/** What the check of understanding works with. */
export interface Checking extends Asked {
  readonly wrongTries: WrongTries;
}

/**
 * The questions, opened and answered. Of a person only "passed" and the date are kept; what was answered rightly
 * travels with the card and is judged anew, and a wrong try is counted for its question alone.
 */
export async function check(
  checking: Checking,
  turn: Turn,
  data: Record<string, unknown>,
): Promise<CardReply> {
  const ids = requestIds.parse(data);
  const found = await standingIn(checking, turn.person.id, ids);
  if (found.record) return settle(checking, turn, ids, found.record);
  if (!found.checkFirst) return showPage(checking, found, ids, checking.policy.sections.length);
  const version = versionOf(checking.policy);
  const answers = judge(questionsFor(checking.checkQuestions, turn.person.id, version), data);
  countWrong(checking, turn, answers);
  if (allRight(answers)) await pass(checking, turn, ids);
  return showPrivately(checkCard(checking.policy, answers, ids));
}

function countWrong({ wrongTries, policy }: Checking, turn: Turn, answers: readonly Answered[]): void {
  const wrong = answers.filter(({ outcome }) => outcome === 'wrong');
  if (wrong.length === 0) return;
  turn.afterwards(async () => {
    for (const { question } of wrong) await wrongTries.add(versionOf(policy), question.id);
  });
}

async function pass({ recipients, policy, clock }: Checking, turn: Turn, ids: RequestIds): Promise<void> {
  const passed = { at: clock.now().toISOString(), versionHash: policy.version.hash };
  await recipients.change(ids.campaign, ids.part, turn.person.id, (row) => afterCheck(row, passed));
}
