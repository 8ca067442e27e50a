import { isWritten } from '../../../../files/plainText';
import type { FileType } from '../caseFile';
import { FILE_TYPES } from '../caseFile';

/** What the library needs to know a file; it is given no more, so that it unpacks nothing. */
const LOOKED_AT = 4_100;

/**
 * What a file is, by its content.
 * @param claimed what its name made the browser say; @param whole false for a beginning, which may end in a character
 * @returns undefined for what is not taken, a text that calls itself a picture included
 */
export async function contentTypeOf(
  bytes: Uint8Array,
  claimed: string,
  whole: boolean,
): Promise<FileType | undefined> {
  // An ES module, and read only when the first file comes.
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes.subarray(0, LOOKED_AT));
  if (found) return FILE_TYPES.find((type) => type !== 'text/plain' && type === found.mime);
  const saysText = claimed === '' || claimed.startsWith('text/') || claimed === 'application/octet-stream';
  return saysText && isText(bytes, whole) ? 'text/plain' : undefined;
}

function isText(bytes: Uint8Array, whole: boolean): boolean {
  const text = textIn(bytes, whole);
  // What a shell would run is a program, whatever it is called.
  return text !== undefined && text.trim() !== '' && !text.startsWith('#!') && isWritten(text);
}

/** @returns undefined for what is not UTF-8. */
export function textIn(bytes: Uint8Array, whole: boolean): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole });
  } catch {
    return undefined;
  }
}
