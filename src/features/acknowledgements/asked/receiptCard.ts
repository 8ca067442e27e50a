import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import { dayInWords, momentInWords } from '../dates';
import type { EvidenceRecord } from './record';

/** What the request's card becomes: drawn from the record alone, so that every press shows the same. */
export function receiptCard(record: EvidenceRecord): Card {
  if (record.paper) return paperReceiptCard(record, record.paper);
  return render('acknowledgements/receipt', {
    policy: record.policyTitle,
    version: record.versionNumber,
    when: momentInWords(record.at),
    receipt: record.receipt,
    statement: record.statement,
    hasCheck: record.checkPassedAt !== undefined,
    checkPassed: record.checkPassedAt === undefined ? '' : momentInWords(record.checkPassedAt),
  });
}

/** A receipt for a signature on paper, which its owner can say is not theirs. */
function paperReceiptCard(record: EvidenceRecord, paper: NonNullable<EvidenceRecord['paper']>): Card {
  return render('acknowledgements/paperReceipt', {
    policy: record.policyTitle,
    version: record.versionNumber,
    signedOn: dayInWords(paper.signedOn),
    witness: paper.witness,
    recordedBy: paper.recordedByName,
    when: momentInWords(record.at),
    receipt: record.receipt,
    statement: record.statement,
    campaign: record.campaignId,
    part: record.partId,
  });
}
