import assert from 'node:assert/strict';
import { StoredDirectory } from '../../src/storage/directory';
import { ForgetPeople, monthOf } from '../../src/storage/forgetPeople';
import type { Storage } from '../../src/storage/storage';
import { freshStorage } from '../support/freshStorage';
import { FakeClock } from '../support/fakeClock';
import type { TestProduct } from '../support/product';
import { startProduct } from '../support/product';

const DAY_MS = 24 * 60 * 60_000;
const YEAR_MS = 365 * DAY_MS;

describe('Somebody who is in no team', () => {
  let storage: Storage;
  let directory: StoredDirectory;
  let clock: FakeClock;

  beforeEach(async () => {
    storage = await freshStorage();
    directory = new StoredDirectory(storage);
    clock = new FakeClock();
  });

  const speaks = (to = directory): Promise<void> =>
    to.rememberPerson({
      ...{
        id: 'somebody',
        teamsId: '29:somebody',
        name: 'Somebody Sample',
        serviceUrl: 'http://teams.example/',
      },
      spokeIn: monthOf(clock.now()),
    });
  const forgotten = (): Promise<number> =>
    new ForgetPeople(storage, directory, clock).eraseBefore(
      new Date(clock.now().getTime() - YEAR_MS),
      () => true,
    );

  it('is forgotten a year after they were found so', async () => {
    await speaks();
    assert.equal(await forgotten(), 0);
    clock.advance(YEAR_MS + 32 * DAY_MS);
    assert.equal(await forgotten(), 1);
    assert.equal(await directory.person('somebody'), undefined);
  });

  it('is kept for as long as they go on talking to the bot, and a year more', async () => {
    await speaks();
    assert.equal(await forgotten(), 0);
    clock.advance(YEAR_MS);
    await speaks();
    clock.advance(YEAR_MS - DAY_MS);
    assert.equal(await forgotten(), 0);
    clock.advance(32 * DAY_MS);
    assert.equal(await forgotten(), 1);
  });

  it('is known again when they speak to an instance that knew them before they were forgotten', async () => {
    const other = new StoredDirectory(storage);
    await speaks(other);
    assert.equal(await forgotten(), 0);
    clock.advance(YEAR_MS + 32 * DAY_MS);
    assert.equal(await forgotten(), 1);
    await speaks(other);
    assert.equal((await directory.person('somebody'))?.name, 'Somebody Sample');
  });
});

describe('Whoever writes to the bot', () => {
  let product: TestProduct;
  before(async () => void (product = await startProduct()));
  after(() => product.stop());

  it('is known to have spoken this month, and not when', async () => {
    await product.advance(40 * DAY_MS);
    await product.teams.person('cook').says('hello');
    const { aadObjectId } = product.teams.sampleActivity('messagePersonal', 'cook')['from'] as {
      aadObjectId: string;
    };
    const known = await new StoredDirectory(product.storage).person(aadObjectId);
    assert.equal(known?.spokeIn, monthOf(product.clock.now()));
  });
});
