import type { Card } from '../../../cards/render';
import { render } from '../../../cards/render';
import type { EvidenceRecord } from '../asked/record';
import { dayInWords, momentInWords } from '../dates';
import type { PolicyToConfirm } from '../policyToConfirm';
import type { PaperInput } from './paperInput';
import { LONGEST_WITNESS } from './paperInput';

/** Whose paper it is, and where their row is: not a permission, the row is looked up. */
export interface PaperOf {
  readonly campaign: string;
  readonly part: string;
  readonly person: string;
  readonly name: string;
}

/** The form for a signature on paper, with what was typed so far. @param days the first and last day that it may bear */
export function paperCard(
  policy: PolicyToConfirm,
  of: PaperOf,
  input: PaperInput,
  days: { readonly first: string; readonly today: string },
  problem = '',
): Card {
  return render('acknowledgements/paper', {
    ...of,
    problem,
    hasProblem: problem !== '',
    policy: policy.title,
    version: policy.version.number,
    statement: policy.statement,
    ...input,
    ...days,
    longestWitness: LONGEST_WITNESS,
  });
}

/** What is recorded, to the manager who recorded it; the same at every repeat. */
export function paperRecordedCard(record: EvidenceRecord): Card {
  return render('acknowledgements/paperRecorded', {
    name: record.personName,
    signedOn: dayInWords(record.paper?.signedOn ?? ''),
    witness: record.paper?.witness ?? '',
    recordedBy: record.paper?.recordedByName ?? '',
    when: momentInWords(record.at),
    receipt: record.receipt,
    campaign: record.campaignId,
  });
}
