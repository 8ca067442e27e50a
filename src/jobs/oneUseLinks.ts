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
    /** Which taking or which page has it, as a hash; empty as long as none has. */
    takenBy: z.string(),
  });

interface OneUseLink<T> {
  readonly about: T;
  readonly endsAt: string;
  readonly takenBy: string;
}

/** What a page shows: the token that it was opened with, and a secret of its own that makes it the only one. */
export interface PageKeys {
  readonly token: string;
  readonly page: string;
}
const SHORTEST_SECRET = 32;

interface Lasting<T> {
  readonly minutes?: number;
  /** What was begun before the end may come to its own end before it is cleared away. */
  readonly graceMs?: number;
  /** An exact time could be matched with the turn in which the link was made. */
  readonly wholeMinutes?: boolean;
  /** Clears away what belongs to the link, before it goes. @param key the token's hash */
  readonly atEnd?: (key: string, about: T | undefined) => Promise<void>;
}

/**
 * Links that are unguessable, for one person, and not for long: taken once, or held by the one page that was opened
 * with them. A job clears each away at its end.
 */
export class OneUseLinks<T> {
  /** @param ends the kind of that job, which is registered here */
  constructor(
    private readonly parts: { readonly jobs: Jobs; readonly clock: Clock },
    private readonly ends: string,
    private readonly rows: Table<OneUseLink<T>>,
    private readonly lasting: Lasting<T> = {},
  ) {
    parts.jobs.on(ends, async ({ key }) => {
      await lasting.atEnd?.(key, (await rows.get(spread(key), key))?.value.about);
      await rows.remove(spread(key), key);
      return 'done';
    });
  }

  /** @returns the token, which is kept nowhere: storage has its hash */
  make(about: T): Promise<string> {
    return this.makeBound(() => about);
  }

  /** Like `make`, for what is bound to the link. @param about is given the token's hash */
  async makeBound(about: (key: string) => T): Promise<string> {
    const { graceMs = 0 } = this.lasting;
    const token = newToken();
    const key = hashOfToken(token);
    const endsAt = this.end();
    await this.parts.jobs.schedule(this.ends, key, new Date(endsAt.getTime() + graceMs));
    await this.rows.put(spread(key), key, { about: about(key), endsAt: endsAt.toISOString(), takenBy: '' });
    return token;
  }

  /** Changes nothing: programs that look at every link find it too. @returns undefined for none, or no more */
  async find(token: string): Promise<T | undefined> {
    const key = hashOfToken(token);
    const link = (await this.rows.get(spread(key), key))?.value;
    return link && link.takenBy === '' && this.isInTime(link) ? link.about : undefined;
  }

  /** Uses the link up. @returns undefined for none, or no more: of several takings at once one has it */
  take(token: string): Promise<T | undefined> {
    return this.takeAs(token, newToken());
  }

  /** The first page that comes has the link; the same page may come again. @returns undefined for every other */
  async takeFor({ token, page }: PageKeys): Promise<T | undefined> {
    return page.length < SHORTEST_SECRET ? undefined : this.takeAs(token, hashOfToken(page));
  }

  /** Notes something about what the link leads to. @returns what is noted now */
  async change(token: string, decide: (about: T) => T | undefined): Promise<T | undefined> {
    const key = hashOfToken(token);
    const now = await this.rows.change(spread(key), key, (link) => {
      const about = link && decide(link.about);
      return link && about ? { ...link, about } : undefined;
    });
    return now?.about;
  }

  private async takeAs(token: string, takenBy: string): Promise<T | undefined> {
    const key = hashOfToken(token);
    const now = await this.rows.change(spread(key), key, (link) =>
      link?.takenBy === '' && this.isInTime(link) ? { ...link, takenBy } : undefined,
    );
    return now?.takenBy === takenBy && this.isInTime(now) ? now.about : undefined;
  }

  private end(): Date {
    const { minutes = LINK_MINUTES, wholeMinutes = false } = this.lasting;
    const now = this.parts.clock.now().getTime();
    const begins = wholeMinutes ? now - (now % 60_000) : now;
    return new Date(begins + minutes * 60_000);
  }

  private isInTime({ endsAt }: OneUseLink<T>): boolean {
    return this.parts.clock.now().toISOString() < endsAt;
  }
}
