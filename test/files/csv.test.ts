import assert from 'node:assert/strict';
import { csvLine } from '../../src/files/csv';

describe('a line of the table', () => {
  const cells: [typed: string, written: string][] = [
    ['Zoë Ní Bhriain', '"Zoë Ní Bhriain"'],
    ['Anne-Marie = two names', '"Anne-Marie = two names"'],
    ['=HYPERLINK("http://x.example")', '"\'=HYPERLINK(""http://x.example"")"'],
    ['+44 1632', '"\'+44 1632"'],
    ['-2+3', '"\'-2+3"'],
    ['@SUM(A1)', '"\'@SUM(A1)"'],
    ['  =1+1', '"  \'=1+1"'],
    ['\t=1+1', '" \'=1+1"'],
    ['＝1+1', '"\'＝1+1"'],
    ['Smith;=1+1', '"Smith;\'=1+1"'],
    ['Smith",=1+1', '"Smith"",\'=1+1"'],
    ['two\r\n=lines', '"two =lines"'],
    ['', '""'],
  ];
  for (const [typed, written] of cells) {
    it(`writes ${JSON.stringify(typed)} as a text and no formula`, () => {
      assert.equal(csvLine([typed]), `${written}\r\n`);
    });
  }
});
