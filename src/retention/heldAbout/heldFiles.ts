import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../clock';
import type { HeldAbout } from '../../storage/heldAbout';
import { spread } from '../../storage/keys';
import type { Storage } from '../../storage/storage';
import type { Table } from '../../storage/table';

/** Long enough to change from the phone to a computer, too short to be found in a chat later. */
export const LINK_MINUTES = 15;
const TOKEN_BYTES = 32;

export const OPENING = 'This is not the full answer to a subject access request.';
const ALSO =
  'It is what this bot can find by your account alone. Other people may have written about you, here or elsewhere: this file says neither that they did nor that they did not. The data protection contact answers your request in full.';

const linkSchema = z.object({
  personId: z.string(),
  /** ISO time. */
  askedAt: z.string(),
  endsAt: z.string(),
  /** Which fetching has it; empty as long as it was not fetched. */
  fetchedBy: z.string(),
});
type Link = z.infer<typeof linkSchema>;

/** Storage holds hashes alone: whoever reads the table opens no file with it. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** One file for one person about themselves, by a link that is used once. */
export class HeldFiles {
  private readonly rows: Table<Link>;

  constructor(
    storage: Storage,
    private readonly clock: Clock,
    private readonly stores: readonly HeldAbout[],
  ) {
    this.rows = storage.table('heldFileLinks', linkSchema);
  }

  /** @returns the token, which is kept nowhere. */
  async make(personId: string): Promise<string> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const now = this.clock.now();
    const endsAt = new Date(now.getTime() + LINK_MINUTES * 60_000).toISOString();
    const link = { personId, askedAt: now.toISOString(), endsAt, fetchedBy: '' };
    await this.rows.put(spread(hashOf(token)), hashOf(token), link);
    return token;
  }

  async find(token: string): Promise<{ readonly name: string } | undefined> {
    const link = (await this.rows.get(spread(hashOf(token)), hashOf(token)))?.value;
    return link && this.isOpen(link) ? { name: nameOf(link) } : undefined;
  }

  /** Of several fetchings at once one has it. */
  async fetch(token: string) {
    const fetchedBy = randomBytes(TOKEN_BYTES).toString('base64url');
    const link = await this.rows.change(spread(hashOf(token)), hashOf(token), (now) =>
      now && this.isOpen(now) ? { ...now, fetchedBy } : undefined,
    );
    if (link?.fetchedBy !== fetchedBy) return 'gone' as const;
    return { name: nameOf(link), contentType: 'text/plain; charset=utf-8', lines: this.lines(link) };
  }

  private async *lines({ personId, askedAt }: Link): AsyncGenerator<string> {
    yield `${OPENING}\n\n${ALSO}\n\nAsked on ${askedAt.slice(0, 10)}.\n`;
    for (const store of this.stores) {
      const held = await store.of(personId);
      yield `\n${store.title}\n${held.map((line) => `- ${line}\n`).join('') || '- nothing\n'}`;
    }
  }

  private isOpen({ endsAt, fetchedBy }: Link): boolean {
    return fetchedBy === '' && this.clock.now().toISOString() < endsAt;
  }
}

const nameOf = ({ askedAt }: Link): string => `held-about-me-${askedAt.slice(0, 10)}.txt`;
