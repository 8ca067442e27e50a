import { ZipFile } from 'yazl';

/** A zip as programs of an office write it, with these names in it. */
function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
    zip.outputStream.on('error', reject);
    zip.outputStream.on('end', () => resolve(Buffer.concat(chunks)));
  });
}

const ADDRESSES = '<t>anna@example.org</t>';

/** An Excel workbook. */
export const workbook = (): Promise<Buffer> =>
  zipOf({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': '<workbook/>',
    'xl/sharedStrings.xml': ADDRESSES,
  });
export const wordDocument = (): Promise<Buffer> =>
  zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': ADDRESSES });

/** A sheet of LibreOffice: what it is stands at its beginning, and is not packed. */
export const otherSheet = (): Buffer =>
  Buffer.concat([
    Buffer.from('PK\u0003\u0004\u0014\u0000\u0000\u0000', 'latin1'),
    Buffer.from('mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
  ]);

/** A workbook of Excel before 2007, or one with a password. */
export const compound = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1_000),
    Buffer.from(stream, 'utf16le'),
  ]);

/** A text as Notepad and Excel save it as "Unicode". */
export const utf16 = (text: string, order: 'little' | 'big' = 'little'): Buffer => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return order === 'little' ? bytes : bytes.swap16();
};
