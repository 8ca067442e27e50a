import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import { momentInWords } from '../dates';
import type { EvidenceRecord } from './record';

/** What the request's card becomes: drawn from the record alone, so that every press shows the same. */
export function receiptCard(record: EvidenceRecord): Card {
  return render('acknowledgements/receipt', {
    policy: record.policyTitle,
    version: record.versionNumber,
    when: momentInWords(record.at),
    receipt: record.receipt,
    statement: record.statement,
  });
}
