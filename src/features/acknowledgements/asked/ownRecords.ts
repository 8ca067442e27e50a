import type { Turn } from '../../../bot/turn';
import { dayInWords, momentInWords } from '../dates';
import type { Asked } from './reading';
import type { EvidenceRecord } from './record';
import { kindOf } from './record';

const NOT_SIGNED = ' You told me that you did not sign it, so it does not count.';

/** `my acknowledgements`: what this person confirmed, in their own chat. */
export async function showOwnRecords({ evidence }: Asked, turn: Turn): Promise<void> {
  const all = await evidence.allOf(turn.person.id);
  const disputed = new Set(all.filter(({ dispute }) => dispute).map(({ receipt }) => receipt));
  const records = all.filter((record) => kindOf(record) !== 'dispute');
  if (records.length === 0) {
    turn.say(
      'You have not confirmed a policy yet. When somebody asks you to, the request comes to this chat.',
    );
    return;
  }
  const lines = records.map(
    (record) =>
      `- **${record.policyTitle}**, version ${record.versionNumber}: ${howConfirmed(record)}. ` +
      `Receipt number ${record.receipt}.${record.paper && disputed.has(record.receipt) ? NOT_SIGNED : ''}`,
  );
  turn.say(['You have confirmed:', '', ...lines].join('\n'));
}

function howConfirmed({ at, paper, checkPassedAt }: EvidenceRecord): string {
  if (paper)
    return `recorded as signed on paper on ${dayInWords(paper.signedOn)}, by a manager on ${momentInWords(at)}`;
  const check = checkPassedAt ? `, the questions answered on ${momentInWords(checkPassedAt)}` : '';
  return `confirmed on ${momentInWords(at)}${check}`;
}
