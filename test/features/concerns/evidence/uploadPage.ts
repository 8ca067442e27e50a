import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { MessageView, PressAnswer } from '../../../../src/localTeams/api';
import type { PersonDriver } from '../../../../src/localTeams/driver';
import { z } from 'zod';

/** Of the upload page; the server's own number must agree. */
export const PIECE = 512 * 1024;
const toldSchema = z.object({
  refused: z.string().optional(),
  reference: z.string().optional(),
  number: z.number().optional(),
});

/** What the bot told the page. */
export interface Told extends z.infer<typeof toldSchema> {
  readonly status: number;
}

/** The token behind the # of the page that a press opened. */
export function tokenIn({ result }: PressAnswer): string {
  assert.equal(result.kind, 'dialog', JSON.stringify(result));
  const url = result.kind === 'dialog' ? result.dialog.url : undefined;
  const token = url?.split('#')[1];
  assert.ok(token, `no token in ${url}`);
  return token;
}

/** The upload page, as its browser speaks to the bot. */
export class UploadPage {
  constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly page = randomBytes(32).toString('base64url'),
  ) {}

  /** Opens it with the button of a card. */
  static async openedBy(url: string, person: PersonDriver, card?: MessageView): Promise<UploadPage> {
    const pressed = await person.presses(card ?? (await person.lastCardMessage()), 'Add a file');
    return new UploadPage(url, tokenIn(pressed));
  }

  /** The same page, whose next requests another instance of the bot gets. */
  at(url: string): UploadPage {
    return new UploadPage(url, this.token, this.page);
  }

  begin(): Promise<Told> {
    return this.ask('POST', 'begin');
  }

  piece(file: string, number: number, bytes: Uint8Array, type = ''): Promise<Told> {
    return this.ask('PUT', `${file}/pieces/${number}`, bytes, type);
  }

  finish(file: string, pieces: number, type = ''): Promise<Told> {
    return this.ask('POST', `${file}/pieces/${pieces - 1}/last`, undefined, type);
  }

  cancel(file: string): Promise<Told> {
    return this.ask('DELETE', file);
  }

  /** Piece after piece up to the end, or to the first that is refused. */
  async adds(file: string, bytes: Uint8Array, type = ''): Promise<Told> {
    const count = Math.ceil(bytes.length / PIECE);
    for (let number = 0; number < count; number++) {
      const told = await this.piece(file, number, bytes.subarray(number * PIECE, (number + 1) * PIECE), type);
      if (told.refused) return told;
    }
    return this.finish(file, count, type);
  }

  private async ask(method: string, path: string, bytes?: Uint8Array, type = ''): Promise<Told> {
    const response = await fetch(`${this.url}/api/files/${path}`, {
      method,
      headers: { Authorization: `Bearer ${this.token}.${this.page}`, ...(type && { 'Content-Type': type }) },
      ...(bytes && { body: Buffer.from(bytes) }),
    });
    return { ...toldSchema.parse(await response.json()), status: response.status };
  }
}

/** A file as its page fetches it. */
export async function openFile(
  url: string,
  token: string,
): Promise<{ status: number; bytes: Buffer; headers: Headers }> {
  const response = await fetch(`${url}/api/files/open`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, bytes, headers: response.headers };
}
