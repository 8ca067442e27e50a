import { isSignedOnPaper } from '../campaign/onPaper';
import type { Delivery, Recipient } from '../campaign/recipient';
import { dayInWords, momentForTables, momentInWords } from '../dates';
import { BYTE_ORDER_MARK, csvLine } from '../../../files/csv';
import { WHAT_IT_SHOWS } from './fileFormat';
import type { AskedPerson } from './ownRequests';
import { peopleOf } from './ownRequests';
import type { FileSource, Reader } from './recordsFile';

const COLUMNS = [
  'Name',
  'Team',
  'Request',
  'Sent',
  'Confirm by',
  'Policy version',
  'How it stands',
  'Request received',
  'Confirmed',
  'Receipt number',
];

const HOW_IT_STANDS: Readonly<Record<Delivery, string>> = {
  pending: 'Not sent yet',
  delivered: 'Has the request, has not confirmed',
  blocked: 'Not reached: has blocked the bot',
  notInstalled: 'Not reached: does not have the bot in Teams',
  left: 'Not reached: is no longer in Teams',
  failed: 'Not reached: Teams did not take the message',
  onPaper: 'On paper',
  covered: 'Has this request from somebody else too',
  cancelled: 'Withdrawn',
};

/** The table for a spreadsheet: a line for everybody of every request that the reader sent. */
export async function* tableFile(source: FileSource, reader: Reader): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(COLUMNS);
  let people = 0;
  for await (const asked of peopleOf(source, reader.id)) {
    people += 1;
    yield csvLine(cellsOf(asked));
  }
  const made = momentInWords(source.clock.now().toISOString());
  yield (
    csvLine([]) + csvLine([WHAT_IT_SHOWS]) + csvLine([`${people} lines, made on ${made} for ${reader.name}.`])
  );
}

function cellsOf({ view: { campaign }, part, recipient }: AskedPerson): string[] {
  return [
    recipient.name,
    part.teamName,
    campaign.title,
    momentForTables(campaign.createdAt),
    campaign.due,
    `${campaign.versionNumber} (${campaign.versionHash.slice(0, 12)})`,
    howItStands(recipient),
    recipient.deliveredAt ? momentForTables(recipient.deliveredAt) : '',
    recipient.acknowledgedAt ? momentForTables(recipient.acknowledgedAt) : '',
    recipient.receipt ?? '',
  ];
}

function howItStands(recipient: Recipient): string {
  const { acknowledgedAt, delivery, paper } = recipient;
  if (acknowledgedAt) return 'Confirmed';
  if (isSignedOnPaper(recipient) && paper)
    return `Recorded as signed on paper on ${dayInWords(paper.signedOn)}`;
  return paper?.disputedAt
    ? 'Recorded as signed on paper; the person says that they did not sign'
    : HOW_IT_STANDS[delivery];
}
