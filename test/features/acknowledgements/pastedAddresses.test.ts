import assert from 'node:assert/strict';
import { readAddresses } from '../../../src/features/acknowledgements/compose/list/addresses';
import { readPaperPeople } from '../../../src/features/acknowledgements/compose/list/paperPeople';

const both = ['a@example.org', 'b@example.org'];

describe('pasted e-mail addresses', () => {
  const forms: [string, string][] = [
    ['one a line', 'a@example.org\nb@example.org\r\n'],
    ['with commas', 'a@example.org,b@example.org, '],
    ['with semicolons, as Outlook writes them', 'Anna Sample <a@example.org>; Ben Sample <B@Example.org>'],
    ['with surnames first', '"Sample, Anna" <a@example.org>; Sample, Ben <b@example.org>'],
    ['with spaces alone', '  a@example.org   b@example.org '],
    ['with tabs, from a spreadsheet', 'Anna\ta@example.org\tCook\nBen\tb@example.org\tDriver'],
    ['from a file with quotes and semicolons', '"Anna";"a@example.org"\n"Ben";"b@example.org"'],
    ['from a file with commas', '"Sample, Anna",a@example.org,Kitchen\n"Sample, Ben",b@example.org,Laundry'],
    ['from a page with links', 'mailto:a@example.org\n(b@example.org).'],
    ['with NULs between, as wrongly read text has', 'a@example.org\u0000b@example.org'],
  ];
  for (const [what, text] of forms) {
    it(`are read ${what}`, () => {
      assert.deepEqual(readAddresses(text), { addresses: both, twice: [], rubbish: [] });
    });
  }

  it('count once whatever their case, and are named when they were there twice', () => {
    assert.deepEqual(readAddresses('a@example.org\nA@EXAMPLE.ORG\na@Example.org'), {
      addresses: ['a@example.org'],
      twice: ['a@example.org'],
      rubbish: [],
    });
  });

  it('leave over what is none', () => {
    const text =
      'Name;E-mail\n@example.org\nanna@\na@@example.org\na@example\na@example.org, rubbish, b@example.org';
    assert.deepEqual(readAddresses(text), {
      addresses: both,
      twice: [],
      rubbish: ['Name;E-mail', '@example.org', 'anna@', 'a@@example.org', 'a@example', 'rubbish'],
    });
  });

  it('may have an apostrophe, and letters beyond English', () => {
    assert.deepEqual(readAddresses("o'neil@example.org\nzoë@exämple.org").addresses, [
      "o'neil@example.org",
      'zoë@exämple.org',
    ]);
  });

  it('take no longer for nonsense: 200,000 signs in a row are read at once', () => {
    const began = performance.now();
    for (const sign of ['x', '@', 'a@', ',', ' ', '"', '<'])
      readAddresses(sign.repeat(200_000 / sign.length));
    assert.ok(performance.now() - began < 2_000);
  });
});

describe('people to be asked on paper', () => {
  it('are read as name and place, and lines without either are given back', () => {
    assert.deepEqual(
      readPaperPeople('Pat Sample, Laundry\n\n Max  Sample\tKitchen, North \nNobody\n, Garden'),
      {
        people: [
          { name: 'Pat Sample', place: 'Laundry' },
          { name: 'Max Sample', place: 'Kitchen, North' },
        ],
        unclear: ['Nobody', ', Garden'],
      },
    );
  });
});
