import { systemClock } from '../../../src/clock';
import { loadConfig } from '../../../src/config';
import { loadContacts } from '../../../src/contacts/contacts';
import { createLog } from '../../../src/log';
import { startProduct } from '../../../src/product';

/** Where the other end has no limit either, the bot goes as fast as it can. */
const LIFTED = { requestsPerSecond: 100_000, bulkPerSecond: 100_000 };

/** The product as main.ts starts it, without Teams' limits. */
async function main(): Promise<void> {
  const log = createLog('error');
  const options = {
    config: loadConfig(),
    contacts: loadContacts(),
    log,
    clock: systemClock(0),
    gate: LIFTED,
  };
  const product = await startProduct(options);
  const stop = (): void => void product.stop().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('disconnect', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
