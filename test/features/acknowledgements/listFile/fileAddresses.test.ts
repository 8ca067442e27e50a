import assert from 'node:assert/strict';
import { readFileAddresses } from '../../../../src/features/acknowledgements/compose/list/upload/fileAddresses';
import { textOfFile } from '../../../../src/features/acknowledgements/compose/list/upload/fileText';
import { pictureWithPlace, PROGRAM } from '../../concerns/evidence/pictures';
import { compound, otherSheet, utf16, wordDocument, workbook } from './sampleFiles';

const both = ['zoë@example.org', 'b@example.org'];

async function read(bytes: Buffer) {
  const found = await textOfFile(bytes);
  assert.ok(typeof found === 'object');
  return readFileAddresses(found.text);
}

describe('the addresses in a file', () => {
  const commas = '"Sample, Zoë",zoë@example.org,Kitchen\r\n"Sample, Ben",b@example.org,Laundry\r\n';
  const files: [string, Buffer][] = [
    ['UTF-8', Buffer.from(commas)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${commas}`)],
    ['UTF-16', utf16(commas)],
    ['UTF-16 with the bytes turned', utf16(commas, 'big')],
    ['Windows-1252', Buffer.from(commas, 'latin1')],
    ['semicolons', Buffer.from(commas.replaceAll('",', '";').replaceAll('org,', 'org;'))],
    ['tabs', Buffer.from('Zoë\tzoë@example.org\nBen\tb@example.org')],
    ['tabs in UTF-16, as Excel saves "Unicode text"', utf16('Zoë\tzoë@example.org\r\nBen\tb@example.org')],
    ['headings', Buffer.from(`Name,E-mail,Team\n${commas}`)],
    ['headings below what Excel says of the columns', Buffer.from(`sep=,\r\nName,Mail address\r\n${commas}`)],
    ['the old mark of an end', Buffer.from(`${commas}\u001a`)],
    ['addresses alone', Buffer.from('zoë@example.org\rb@example.org')],
    ['first letters that a picture could have', Buffer.from(`BM,zoë@example.org\nBM,b@example.org`)],
  ];
  for (const [what, bytes] of files) {
    it(`are read from ${what}`, async () => {
      const { addresses, rubbish } = await read(bytes);
      assert.deepEqual(addresses, both);
      assert.deepEqual(rubbish, []);
    });
  }

  it('are all of a row; what stands beside them in a table with headings is no rubbish', async () => {
    const file = 'Name,E-mail,Manager\nAnna Sample,a@example.org,m@example.org\nBen,,m@example.org\nCleo,,\n';
    assert.deepEqual(await read(Buffer.from(file)), {
      addresses: ['a@example.org', 'm@example.org'],
      twice: ['m@example.org'],
      rubbish: ['Cleo,,'],
    });
  });

  it('are reported with the letters that Windows writes in a way of its own', async () => {
    const { rubbish } = await read(
      Buffer.from('\u0093O\u0092Neil\u0094 \u0096 Kitchen\nb@example.org', 'latin1'),
    );
    assert.deepEqual(rubbish, ['“O’Neil” – Kitchen']);
  });

  it('leave over a first row that is a person without one, and every broken one', async () => {
    const { rubbish } = await read(Buffer.from('Anna Sample,Kitchen\nBen,b@example.org\nCleo,c@example\n'));
    assert.deepEqual(rubbish, ['Anna Sample,Kitchen', 'c@example']);
  });

  const others: [string, () => Buffer | Promise<Buffer>, string][] = [
    ['an Excel workbook', workbook, 'workbook'],
    ['an old Excel workbook', () => compound('Workbook'), 'workbook'],
    ['a workbook with a password', () => compound('EncryptedPackage'), 'workbook'],
    [
      'a workbook saved as a page',
      () => Buffer.from('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><td>a@example.org</td>'),
      'workbook',
    ],
    [
      'a workbook saved as XML',
      () =>
        Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
      'workbook',
    ],
    ['another sheet', otherSheet, 'spreadsheet'],
    ['a Word document', wordDocument, 'notText'],
    ['an old Word document', () => compound('WordDocument'), 'notText'],
    ['a picture', pictureWithPlace, 'picture'],
    ['a program', () => PROGRAM, 'notText'],
    ['a PDF', () => Buffer.from('%PDF-1.7 a@example.org'), 'notText'],
    ['a rich text', () => Buffer.from('{\\rtf1 a@example.org}'), 'notText'],
    ['UTF-16 cut in a letter', () => utf16('a@example.org').subarray(0, -1), 'notText'],
    ['nothing', () => Buffer.alloc(0), 'empty'],
    ['empty lines', () => Buffer.from('\uFEFF \r\n\t\r\n'), 'empty'],
  ];
  for (const [what, make, why] of others) {
    it(`are looked for in no file that is ${what} by its content`, async () => {
      assert.equal(await textOfFile(await make()), why);
    });
  }

  it('take no longer for nonsense: a megabyte is read at once', () => {
    const before = process.cpuUsage();
    for (const sign of ['x', '@', 'a@', ',', ' ', '"', '\n'])
      readFileAddresses(sign.repeat(1_000_000 / sign.length));
    assert.ok(process.cpuUsage(before).user < 5_000_000);
  });
});
