/** A file that is no list of addresses, as far as its sender has to know it. */
export type FileKind = 'workbook' | 'spreadsheet' | 'picture' | 'notText';

/** What the library needs to know a file; it is given no more, so that it unpacks nothing. */
const LOOKED_AT = 4_100;
const ZIP = Buffer.from('PK');
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Signs of a program's own form in what reads as a text. */
const WRITTEN_BY_PROGRAM = /^\s*(%PDF-|\{\\rtf|<\?xml|<!doctype|<html)/i;
const OF_EXCEL = /urn:schemas-microsoft-com:office:(excel|spreadsheet)/i;

/**
 * What a file is where it is no plain text, by its content and not by its name.
 * @param text what it reads as; empty where it reads as none
 */
export async function kindOfFile(bytes: Buffer, text: string): Promise<FileKind | undefined> {
  if (text !== '') {
    if (!WRITTEN_BY_PROGRAM.test(text)) return undefined;
    return OF_EXCEL.test(text) ? 'workbook' : 'notText';
  }
  if (bytes.subarray(0, ZIP.length).equals(ZIP)) return kindInZip(bytes);
  if (bytes.subarray(0, COMPOUND.length).equals(COMPOUND)) return kindInCompound(bytes);
  // An ES module, and read only when the first file comes.
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes.subarray(0, LOOKED_AT));
  return found?.mime.startsWith('image/') ? 'picture' : 'notText';
}

/** The names of what is in a zip stand in it as they are, so that nothing has to be unpacked. */
function kindInZip(bytes: Buffer): FileKind {
  if (bytes.includes('xl/workbook') && !bytes.includes('word/document')) return 'workbook';
  return bytes.includes('opendocument.spreadsheet') ? 'spreadsheet' : 'notText';
}

/** Workbooks of older programs, and those with a password. */
function kindInCompound(bytes: Buffer): FileKind {
  const names = ['Workbook', 'Book', 'EncryptedPackage'];
  const isWorkbook = names.some((name) => bytes.includes(Buffer.from(name, 'utf16le')));
  return isWorkbook ? 'workbook' : 'notText';
}
