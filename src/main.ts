import { systemClock } from './clock';
import { ConfigError, loadConfig } from './config';
import type { Config } from './config';
import type { Contacts } from './contacts/contacts';
import { contactProblems, loadContacts } from './contacts/contacts';
import type { Log } from './log';
import { createLog } from './log';
import { startProduct } from './product';
import type { Product } from './product';

/** A stop that hangs is ended after this long. */
const STOP_LIMIT_MS = 15_000;

async function main(): Promise<void> {
  const config = loadConfig();
  const contacts = loadContacts();
  refuseUncheckedContacts(config, contacts);
  const log = createLog(config.logLevel);
  const product = await startProduct({ config, contacts, log, clock: systemClock(config.timeOffsetMs) });
  log.info('started', { port: product.port, mode: config.mode });
  stopOnSignals(product, log);
}

/** People in trouble ring these numbers: a placeholder in Teams would leave them alone. */
function refuseUncheckedContacts({ mode }: Config, contacts: Contacts): void {
  const problems = mode === 'teams' ? contactProblems(contacts, new Date()) : [];
  if (problems.length > 0) {
    throw new ConfigError(`src/contacts/contacts.json is not ready for Teams:\n  ${problems.join('\n  ')}`);
  }
}

function stopOnSignals(product: Product, log: Log): void {
  let asked = false;
  const stop = (): void => {
    if (asked) return;
    asked = true;
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    product.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('stop.failed', error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // The launcher of `npm run local` holds a channel: when it is gone, so is the bot.
  process.on('disconnect', stop);
}

/** With its cause: what ended a part of the bot is said there alone. */
function inWords(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return 'The bot could not start.';
  const said = error.stack ?? error.message;
  return error.cause === undefined ? said : `${said}\nCause: ${inWords(error.cause)}`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${inWords(error)}\n`);
  process.exit(1);
});
