import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { MessageView } from '../../../../src/localTeams/api';
import type { PersonDriver } from '../../../../src/localTeams/driver';
import { tokenIn } from '../../concerns/evidence/uploadPage';

const toldSchema = z.object({
  refused: z.string().optional(),
  say: z.string().optional(),
  title: z.string().optional(),
  intro: z.string().optional(),
  findings: z.array(z.object({ heading: z.string(), list: z.string() })).optional(),
});

/** What the bot told the page. */
export interface Told extends z.infer<typeof toldSchema> {
  readonly status: number;
}

/** The page on which a file of addresses is chosen, as its browser speaks to the bot. */
export class ListPage {
  constructor(
    private readonly url: string,
    readonly token: string,
    private readonly page = randomBytes(32).toString('base64url'),
  ) {}

  /** Opens it from the form of a request. */
  static async openedBy(url: string, manager: PersonDriver, form: MessageView): Promise<ListPage> {
    const list = await manager.presses(form, { verb: 'acknowledgements.openList' });
    return new ListPage(url, tokenIn(await manager.submitsDialog(list, 'Choose a file')));
  }

  begin(): Promise<Told> {
    return this.ask('POST', 'begin');
  }

  sends(bytes: Buffer | string): Promise<Told> {
    return this.ask('PUT', 'file', Buffer.from(bytes));
  }

  private async ask(method: string, path: string, body?: Buffer<ArrayBuffer>): Promise<Told> {
    const response = await fetch(`${this.url}/api/lists/${path}`, {
      method,
      headers: { Authorization: `Bearer ${this.token}.${this.page}` },
      body: body ?? null,
    });
    return { ...toldSchema.parse(await response.json()), status: response.status };
  }
}

/** The report as one text. */
export function reportOf({ findings, say }: Told): string {
  assert.ok(findings, say);
  return findings.map(({ heading, list }) => `${heading} ${list}`).join(' ');
}
