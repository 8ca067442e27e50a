import { isWritten } from '../../../../../files/plainText';
import { kindOfFile } from './fileKind';

/** Why a file gives no text. */
export type NoText = 'empty' | 'workbook' | 'spreadsheet' | 'picture' | 'notText';

const UTF_16 = [
  { label: 'utf-16le', mark: [0xff, 0xfe] },
  { label: 'utf-16be', mark: [0xfe, 0xff] },
] as const;
/** Its signs from 0x80 to 0x9F; a question mark where it has none. */
const OF_WINDOWS = '€?‚ƒ„…†‡ˆ‰Š‹Œ?Ž??‘’“”•–—˜™š›œ?žŸ';

/**
 * The text of a file, by its content and not by its name: UTF-8, UTF-16 with its mark, or what Excel on Windows writes.
 * @returns a word for why there is none
 */
export async function textOfFile(bytes: Buffer): Promise<{ readonly text: string } | NoText> {
  const text = decoded(bytes)?.replace(/\u001a+$/, '');
  if (text?.trim() === '') return 'empty';
  const isText = text !== undefined && isWritten(text);
  const kind = await kindOfFile(bytes, isText ? text : '');
  return isText && kind === undefined ? { text } : (kind ?? 'notText');
}

function decoded(bytes: Buffer): string | undefined {
  const marked = UTF_16.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  if (marked) return decodedAs(marked.label, bytes);
  return decodedAs('utf-8', bytes) ?? fromWindows(bytes);
}

/** Windows-1252: some versions of Node decode it as if it were Latin-1, which lacks these letters. */
function fromWindows(bytes: Buffer): string {
  return bytes
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (sign) => OF_WINDOWS.charAt(sign.charCodeAt(0) - 0x80));
}

function decodedAs(label: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    // The bytes are no such text, which is an answer and no fault.
    return undefined;
  }
}
