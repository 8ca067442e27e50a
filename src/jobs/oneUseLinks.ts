import { z } from 'zod';
import type { Clock } from '../clock';
import { spread } from '../storage/keys';
import type { Table } from '../storage/table';
import { hashOfToken, newToken } from '../storage/tokens';
import type { Jobs } from './jobs';

/** Long enough to change from the phone to a computer, too short to be found in a chat later. */
export const LINK_MINUTES = 15;

/** The row of a link. @param about what it leads to, and for whom */
export const oneUseLinkSchema = <T extends z.ZodType>(about: T) =>
  z.object({
    about,
    endsAt: z.string(),
    /** Which taking has it; empty as long as it was not taken. */
    takenBy: z.string(),
  });

interface OneUseLink<T> {
  readonly about: T;
  readonly endsAt: string;
  readonly takenBy: string;
}

/** Links that are unguessable, for one person, once, and not for long. A job clears each away at its end. */
export class OneUseLinks<T> {
  /** @param ends the kind of that job, which is registered here */
  constructor(
    private readonly parts: { readonly jobs: Jobs; readonly clock: Clock },
    private readonly ends: string,
    private readonly rows: Table<OneUseLink<T>>,
  ) {
    parts.jobs.on(ends, async ({ key }) => {
      await rows.remove(spread(key), key);
      return 'done';
    });
  }

  /** @returns the token, which is kept nowhere: storage has its hash */
  async make(about: T): Promise<string> {
    const { jobs, clock } = this.parts;
    const token = newToken();
    const key = hashOfToken(token);
    const endsAt = new Date(clock.now().getTime() + LINK_MINUTES * 60_000);
    await jobs.schedule(this.ends, key, endsAt);
    await this.rows.put(spread(key), key, { about, endsAt: endsAt.toISOString(), takenBy: '' });
    return token;
  }

  /** Changes nothing: programs that look at every link find it too. @returns undefined for none, or no more */
  async find(token: string): Promise<T | undefined> {
    const key = hashOfToken(token);
    const link = (await this.rows.get(spread(key), key))?.value;
    return link && this.isOpen(link) ? link.about : undefined;
  }

  /** Uses the link up. @returns undefined for none, or no more: of several takings at once one has it */
  async take(token: string): Promise<T | undefined> {
    const key = hashOfToken(token);
    const takenBy = newToken();
    const now = await this.rows.change(spread(key), key, (link) =>
      link && this.isOpen(link) ? { ...link, takenBy } : undefined,
    );
    return now?.takenBy === takenBy ? now.about : undefined;
  }

  private isOpen({ endsAt, takenBy }: OneUseLink<T>): boolean {
    return takenBy === '' && this.parts.clock.now().toISOString() < endsAt;
  }
}
