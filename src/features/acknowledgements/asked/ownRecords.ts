import type { Turn } from '../../../bot/turn';
import { dayInWords, momentInWords } from '../dates';
import type { Asked } from './reading';
import type { EvidenceRecord } from './record';

/** `my acknowledgements`: what this person confirmed, in their own chat. */
export async function showOwnRecords({ evidence }: Asked, turn: Turn): Promise<void> {
  const records = await evidence.allOf(turn.person.id);
  if (records.length === 0) {
    turn.say(
      'You have not confirmed a policy yet. When somebody asks you to, the request comes to this chat.',
    );
    return;
  }
  const lines = records.map(
    (record) =>
      `- **${record.policyTitle}**, version ${record.versionNumber}: ${howConfirmed(record)}. ` +
      `Receipt number ${record.receipt}.`,
  );
  turn.say(['You have confirmed:', '', ...lines].join('\n'));
}

function howConfirmed({ at, paper, checkPassedAt }: EvidenceRecord): string {
  if (paper)
    return `recorded as signed on paper on ${dayInWords(paper.signedOn)}, by a manager on ${momentInWords(at)}`;
  const check = checkPassedAt ? `, the questions answered on ${momentInWords(checkPassedAt)}` : '';
  return `confirmed on ${momentInWords(at)}${check}`;
}
