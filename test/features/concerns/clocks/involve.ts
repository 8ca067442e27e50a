import assert from 'node:assert/strict';
import { CaseStore } from '../../../../src/features/concerns/case/caseStore';
import type { TestProduct } from '../../../support/product';

/** Has somebody named as involved in a report that was sent already. */
export async function involve(product: TestProduct, reference: string, personId: string): Promise<void> {
  const cases = new CaseStore(product.storage);
  for await (const { id, value } of cases.open()) {
    if (value.reference !== reference) continue;
    await cases.step(id, (now) => ({ next: { ...now, involved: [personId] } }));
    return;
  }
  assert.fail(`no open report ${reference}`);
}
