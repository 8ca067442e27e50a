/** A file as the page shows it. */
export interface ShownFile {
  readonly name: string;
  readonly isOriginal: boolean;
  /** Of a picture or of what is saved: lives in the memory of this page alone. */
  readonly address: string;
  /** Undefined for a picture. */
  readonly text: string | undefined;
}

/** Why there is nothing to show. */
export class NoFile extends Error {
  constructor(readonly status: number) {
    super(`The file came with status ${status}.`);
  }
}

/** Uses the link up. @throws NoFile */
export async function fetchFile(token: string): Promise<ShownFile> {
  const response = await fetch('/api/files/open', {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}` },
  });
  if (!response.ok) throw new NoFile(response.status);
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'file';
  const blob = await response.blob();
  const text = blob.type.startsWith('image/') ? undefined : await blob.text();
  return { name, text, isOriginal: name.includes('original'), address: URL.createObjectURL(blob) };
}
