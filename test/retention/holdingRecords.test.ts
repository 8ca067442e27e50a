import assert from 'node:assert/strict';
import { allStored } from '../support/allStored';
import type { TestProduct } from '../support/product';
import { startProduct } from '../support/product';
import { readAndConfirm, sendRequest } from '../features/acknowledgements/frontDoor';

const DAY_MS = 24 * 60 * 60_000;
const SEVEN_YEARS_MS = 7 * 366 * DAY_MS;

describe('A hold on acknowledgement records', () => {
  let product: TestProduct;
  beforeEach(async () => {
    product = await startProduct();
    await sendRequest(product);
    await readAndConfirm(product, 'cook');
    await product.advance(60_000);
  });
  afterEach(() => product.stop());

  /** Whether each of these tables names the cook. */
  async function namingCook(): Promise<Record<string, boolean>> {
    const rows = await allStored(product);
    const names = (store: string): boolean =>
      rows.some((row) => row.store === store && row.text.includes('Crispin Crumpet'));
    return {
      evidence: names('evidence'),
      evidencechain: names('evidencechain'),
      recipients: names('recipients'),
    };
  }
  const says = async (words: string): Promise<void> => {
    await product.teams.person('admin').says(words);
    await product.idle();
  };
  const ALL = { evidence: true, evidencechain: true, recipients: true };
  const NONE = { evidence: false, evidencechain: false, recipients: false };

  it('stops their erasure for as long as it stands; once it is taken off the next night erases them', async () => {
    assert.deepEqual(await namingCook(), ALL);
    await says('keep acknowledgement records because of an invented inspection');
    await product.advance(SEVEN_YEARS_MS);
    await product.advance(DAY_MS);
    assert.deepEqual(await namingCook(), ALL);
    await says('stop keeping acknowledgement records');
    await product.advance(DAY_MS);
    assert.deepEqual(await namingCook(), NONE);
  });

  it('is what keeps them: without one they are erased when their time has come, and not before', async () => {
    await product.advance(5 * 365 * DAY_MS);
    assert.deepEqual(await namingCook(), ALL);
    await product.advance(SEVEN_YEARS_MS);
    assert.deepEqual(await namingCook(), NONE);
  });

  it('stands after a restart, and is not taken off by anybody else', async () => {
    await says('keep acknowledgement records because of an invented inspection');
    await product.teams.person('manager').says('stop keeping acknowledgement records');
    await product.restart();
    await product.advance(SEVEN_YEARS_MS);
    assert.deepEqual(await namingCook(), ALL);
  });
});
