import type { Turn } from '../../../bot/turn';
import { momentInWords } from '../dates';
import type { Asked } from './reading';

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
      `- **${record.policyTitle}**, version ${record.versionNumber}: confirmed on ${momentInWords(record.at)}. ` +
      `Receipt number ${record.receipt}.`,
  );
  turn.say(['You have confirmed:', '', ...lines].join('\n'));
}
