import assert from 'node:assert/strict';
import type { TestProduct } from './product';

/** The second administrator approves what was asked of them last. */
export async function secondApproves(product: TestProduct, who: string): Promise<void> {
  await product.idle();
  const person = product.teams.person(who);
  const asked = (await person.chat()).findLast(({ card }) =>
    JSON.stringify(card ?? {}).includes('setup.approve'),
  );
  await person.presses(asked ?? assert.fail('nothing was asked'), 'Approve');
  await product.idle();
}
