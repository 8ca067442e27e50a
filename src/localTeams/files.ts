import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { UploadRequest } from './api';
import { ClientRefusal, notNow } from './clientRefusal';
import type { Core } from './core';
import type { JsonObject } from './json';
import { UPLOAD_BYTES } from './limits';
import { tell, type Said } from './talk';
import type { Person, Place } from './world';

/** The files that people sent, in the data directory or, without one, in memory. */
export class Files {
  private readonly inMemory = new Map<string, Buffer>();

  constructor(private readonly dataDir?: string) {}

  /** Returns the file's id, which nobody can guess: whoever has the address may read the file. */
  save(content: Buffer): string {
    const id = randomUUID();
    if (!this.dataDir) {
      this.inMemory.set(id, content);
      return id;
    }
    mkdirSync(join(this.dataDir, 'files'), { recursive: true });
    writeFileSync(this.path(this.dataDir, id), content);
    return id;
  }

  read(id: string): Buffer | undefined {
    if (!/^[0-9a-f-]{36}$/.test(id)) return undefined;
    if (!this.dataDir) return this.inMemory.get(id);
    const path = this.path(this.dataDir, id);
    return existsSync(path) ? readFileSync(path) : undefined;
  }

  private path(dataDir: string, id: string): string {
    return join(dataDir, 'files', id);
  }
}

/** A person sends a file in the personal chat, as an app whose manifest says supportsFiles gets it. */
export function upload(
  core: Core,
  files: Files,
  person: Person,
  place: Place,
  request: UploadRequest,
): Promise<Said> {
  if (place.kind !== 'personal')
    throw notNow('PersonalChatOnly', 'Files go to a bot in the personal chat only.');
  const content = Buffer.from(request.contentBase64, 'base64');
  if (content.length > UPLOAD_BYTES) throw new ClientRefusal(400, 'FileTooBig', 'A file is at most 10 MB.');
  const id = files.save(content);
  const url = `${core.serviceUrl}files/${id}/${encodeURIComponent(request.name)}`;
  return tell(core, { person, place }, 'messageFile', {
    text: request.text ?? '',
    attachments: [fileAttachment(request.name, id, url)],
  });
}

function fileAttachment(name: string, id: string, url: string): JsonObject {
  return {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    contentUrl: url,
    name,
    content: { downloadUrl: url, uniqueId: id, fileType: extname(name).slice(1), etag: `"{${id}},1"` },
  };
}
