import assert from 'node:assert/strict';
import { blackOut } from '../../../../src/features/concerns/chronology/blackOut';

const KNOWN = [
  { name: 'Lettice Ledgerly', mark: 'Handler 1' },
  { name: 'Foldersby, Fergus (Complaints)', mark: 'Handler 2' },
  { name: 'Will Dean', mark: 'the reporter' },
];
const out = (text: string, naming: readonly string[] = []): string =>
  blackOut(KNOWN, { texts: [text], naming })(text);

describe('names in a text of a report', () => {
  const texts: [string, string][] = [
    ['Lettice Ledgerly rang', 'Handler 1 rang'],
    ['lettice  ledgerly rang, and LETTICE wrote', 'Handler 1 rang, and Handler 1 wrote'],
    [
      'I spoke with Mrs Ledgerly and with Lettice’s deputy',
      'I spoke with Handler 1 and with Handler 1’s deputy',
    ],
    ['Fergus opened it', 'Handler 2 opened it'],
    ['She will come, said Will.', 'She will come, said the reporter.'],
    [
      'Yesterday Ada Jane Exampleby fell. Ada cried, Exampleby laughed.',
      'Yesterday [name] fell. [name] cried, [name] laughed.',
    ],
    ['Rang Mrs O’Brien-Smith today', 'Rang [name] today'],
    ['her number is 943 476 5919, born 3 May 1931', 'her number is [NHS number], born [date of birth]'],
    ['write to ada.exampleby@example.org or @adaex', 'write to [e-mail address] or [account]'],
    ['at https://example.org/ada and facebook.com/ada.e.5', 'at [link] and [link]'],
    ['On Monday it was on Facebook Messenger', 'On Monday it was on Facebook Messenger'],
    ['\ue000 and \ue001 mean nothing', ' and  mean nothing'],
    ['$& stays ${as} it is [name]', '$& stays ${as} it is [name]'],
  ];
  for (const [text, shown] of texts) it(`"${text}" becomes "${shown}"`, () => assert.equal(out(text), shown));

  it('are the same person’s in no text when two known people share a word', () => {
    const known = [
      { name: 'Ada Exampleby', mark: 'Handler 1' },
      { name: 'Bea Exampleby', mark: 'Handler 2' },
    ];
    const text = 'Exampleby, then Ada Exampleby, then Ada';
    assert.equal(
      blackOut(known, { texts: [text], naming: [] })(text),
      '[name], then Handler 1, then Handler 1',
    );
  });

  it('that an answer says are gone from every other text', () => {
    assert.equal(
      out('I saw Ivy there. The Carer left.', ['Carer Ivy, at night']),
      'I saw [name] there. The Carer left.',
    );
  });

  it('are taken out of the longest text in no time', () => {
    const began = performance.now();
    out('Ab Cd, '.repeat(1_400));
    out('a-'.repeat(5_000));
    out('x.'.repeat(5_000));
    assert.ok(performance.now() - began < 1_000);
  });
});
