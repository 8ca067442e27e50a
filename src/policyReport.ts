import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config, StorageConfig } from './config';
import { ConfigError, LOCAL_STORAGE_FILE, loadStorageConfig } from './config';
import { createFeedback } from './features/policies/conversation/feedback';
import { loadPolicy } from './features/policies/policy';
import { policyReport, reportText } from './features/policies/sentQuestions/policyReport';
import { createSentQuestionStore } from './features/policies/sentQuestions/sentQuestionStore';
import { storageOf } from './product';
import { StorageUnavailable } from './storage/errors';

/** `npm run policy:report`: prints what staff sent to the policy team, and how the answers were taken. */
async function main(): Promise<void> {
  const storage = await storageOf({ storage: accountOf(loadStorageConfig()) });
  const report = await policyReport({
    store: createSentQuestionStore(storage),
    feedback: createFeedback(storage),
  });
  process.stdout.write(`${reportText(report, loadPolicy())}\n`);
}

/** @throws ConfigError when nothing says where storage is */
function accountOf(config: StorageConfig): Config['storage'] {
  if (!('dataDir' in config)) return config;
  const file = join(config.dataDir, LOCAL_STORAGE_FILE);
  if (existsSync(file)) return { connectionString: readFileSync(file, 'utf8') };
  throw new ConfigError(
    'There is no storage to read. Set AZURE_STORAGE_CONNECTION_STRING or AZURE_STORAGE_ACCOUNT, ' +
      'or start `npm run local` in another window (with the same DATA_DIR).',
  );
}

function said(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof StorageUnavailable)
    return 'Storage does not answer. Is it running, and is its key right?';
  return error instanceof Error ? (error.stack ?? error.message) : 'The report could not be made.';
}

main().catch((error: unknown) => {
  process.stderr.write(`${said(error)}\n`);
  process.exitCode = 1;
});
