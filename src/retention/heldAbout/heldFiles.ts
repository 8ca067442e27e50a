import { z } from 'zod';
import type { Clock } from '../../clock';
import type { Jobs } from '../../jobs/jobs';
import { OneUseLinks, oneUseLinkSchema } from '../../jobs/oneUseLinks';
import type { HeldAbout } from '../../storage/heldAbout';
import type { Storage } from '../../storage/storage';

const HELD_LINK_ENDS = 'retention.heldLinkEnds';

export const OPENING = 'This is not the full answer to a subject access request.';
const ALSO =
  'It is what this bot can find by your account alone. Other people may have written about you, here or elsewhere: this file says neither that they did nor that they did not. The data protection contact answers your request in full.';

const askedSchema = z.object({
  personId: z.string(),
  /** ISO time. */
  askedAt: z.string(),
});
type Asked = z.infer<typeof askedSchema>;

interface HeldParts {
  readonly storage: Storage;
  readonly jobs: Jobs;
  readonly clock: Clock;
}

/** One file for one person about themselves, by a link that is used once. */
export class HeldFiles {
  private readonly links: OneUseLinks<Asked>;

  constructor(
    private readonly parts: HeldParts,
    private readonly stores: readonly HeldAbout[],
  ) {
    const rows = parts.storage.table('heldFileLinks', oneUseLinkSchema(askedSchema));
    this.links = new OneUseLinks(parts, HELD_LINK_ENDS, rows);
  }

  /** @returns the token, which is kept nowhere. */
  make(personId: string): Promise<string> {
    return this.links.make({ personId, askedAt: this.parts.clock.now().toISOString() });
  }

  async find(token: string): Promise<{ readonly name: string } | undefined> {
    const asked = await this.links.find(token);
    return asked && { name: nameOf(asked) };
  }

  /** Of several fetchings at once one has it. */
  async fetch(token: string) {
    const asked = await this.links.take(token);
    if (!asked) return 'gone' as const;
    return { name: nameOf(asked), contentType: 'text/plain; charset=utf-8', lines: this.lines(asked) };
  }

  private async *lines({ personId, askedAt }: Asked): AsyncGenerator<string> {
    yield `${OPENING}\n\n${ALSO}\n\nAsked on ${askedAt.slice(0, 10)}.\n`;
    for (const store of this.stores) {
      const held = await store.of(personId);
      yield `\n${store.title}\n${held.map((line) => `- ${line}\n`).join('') || '- nothing\n'}`;
    }
  }
}

const nameOf = ({ askedAt }: Asked): string => `held-about-me-${askedAt.slice(0, 10)}.txt`;
