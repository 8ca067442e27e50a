import { z } from 'zod';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';
import type { ContactList } from './caseFields';

const contactSchema = z.object({
  personId: z.string(),
  name: z.string(),
  /** A team that they belong to and the bot is in: whether they still do is asked of Teams when they act. */
  teamId: z.string(),
  /** Who named them. */
  by: z.object({ id: z.string(), name: z.string() }),
  /** ISO time. */
  at: z.string(),
});

/** Somebody whom the council named to be told of some reports at once. */
export type NamedContact = z.infer<typeof contactSchema>;

export const LIST_LABELS: Readonly<Record<ContactList, string>> = {
  safeguarding: 'Safeguarding',
  dataProtection: 'Data protection',
};

/** The people who are told at once: a partition for each list, each of a few. */
export class NamedContacts {
  private readonly table: Table<NamedContact>;

  constructor(storage: Pick<Storage, 'table'>) {
    this.table = storage.table('concernContacts', contactSchema);
  }

  async of(list: ContactList): Promise<NamedContact[]> {
    const found: NamedContact[] = [];
    for await (const { value } of this.table.list({ partition: list })) found.push(value);
    return found;
  }

  async find(list: ContactList, personId: string): Promise<NamedContact | undefined> {
    return (await this.table.get(list, personId))?.value;
  }

  async put(list: ContactList, contact: NamedContact): Promise<void> {
    await this.table.put(list, contact.personId, contact);
  }

  async remove(list: ContactList, personId: string): Promise<void> {
    await this.table.remove(list, personId);
  }
}
