import { z } from 'zod';
import type { Clock } from '../../../clock';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';

const accountSchema = z.object({
  personId: z.string(),
  name: z.string(),
  byId: z.string(),
  byName: z.string(),
  /** ISO. */
  at: z.string(),
});
/** An account that several people use: it may ask, and a confirmation would not say whose it is. */
export type SharedAccount = z.infer<typeof accountSchema>;

/** They are few (one for a house or a ward), so they lie together and are read in one request. */
const ACCOUNTS = 'accounts';
/** More than this is a mistake. */
export const MOST_SHARED = 200;
/** Presses of a whole council at once do not all read the list; what was changed here counts at once. */
const REMEMBERED_MS = 5_000;

/** The accounts that an administrator listed as shared. */
export class SharedAccounts {
  private readonly rows: Table<SharedAccount>;
  private remembered: { readonly until: number; readonly accounts: readonly SharedAccount[] } | undefined;

  constructor(
    storage: Storage,
    private readonly clock: Clock,
  ) {
    this.rows = storage.table('sharedaccounts', accountSchema);
  }

  async has(personId: string): Promise<boolean> {
    return (await this.all()).some((account) => account.personId === personId);
  }

  /** By name. */
  async all(): Promise<readonly SharedAccount[]> {
    const now = this.clock.now().getTime();
    if (this.remembered && now < this.remembered.until) return this.remembered.accounts;
    const accounts: SharedAccount[] = [];
    for await (const { value } of this.rows.list({ partition: ACCOUNTS })) accounts.push(value);
    accounts.sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
    this.remembered = { until: now + REMEMBERED_MS, accounts };
    return accounts;
  }

  /** Who listed it first stays. */
  async add(account: SharedAccount): Promise<void> {
    await this.rows.insert(ACCOUNTS, account.personId, account);
    this.remembered = undefined;
  }

  async remove(personId: string): Promise<void> {
    await this.rows.remove(ACCOUNTS, personId);
    this.remembered = undefined;
  }
}
