import type { Campaign, Part } from '../../../src/features/acknowledgements/campaign/campaign';
import type { CheckQuestion } from '../../../src/features/acknowledgements/check/questions';
import type { Counts } from '../../../src/features/acknowledgements/campaign/counts';
import { noCounts } from '../../../src/features/acknowledgements/campaign/counts';
import type { Recipient } from '../../../src/features/acknowledgements/campaign/recipient';
import type { EvidenceRecord } from '../../../src/features/acknowledgements/asked/record';
import type { PolicyToConfirm } from '../../../src/features/acknowledgements/policyToConfirm';

export const NOW = new Date('2026-11-22T10:00:00.000Z');

/** A policy of three pages, plainly invented. */
export const samplePolicy: PolicyToConfirm = {
  id: 'sample',
  title: 'Sample policy',
  version: { number: 2, hash: 'ab'.repeat(32), approved: '1 November 2026' },
  statement: 'I have read the sample.',
  keyPoints: [{ text: 'Be kind.' }],
  clauses: [
    { id: 'P1', heading: 'First', text: 'The _first_ clause.' },
    { id: 'P2', heading: 'Second', text: 'The second clause.' },
    { id: 'R1', heading: 'Last', text: 'The last clause.' },
  ],
  sections: [
    { title: 'First part', paragraphs: [{ clauseId: 'P1', marker: '1.', text: 'The _first_ clause.' }] },
    { title: 'Second part', paragraphs: [{ clauseId: 'P2', marker: '·', text: 'The second clause.' }] },
    { title: 'Last part', paragraphs: [{ clauseId: 'R1', marker: '', text: 'The last clause.' }] },
  ],
};

/** Six questions, two to each page of the sample policy; "b" is right. */
export const sampleQuestions: CheckQuestion[] = ['P1', 'P2', 'R1'].flatMap((clause, at) =>
  ['one', 'two'].map((which): CheckQuestion => ({
    id: `${clause}-${which}`.toLowerCase(),
    clause,
    question: `Question ${which} about ${clause}?`,
    options: ['First option.', 'Second option.', 'Third option.'],
    right: 'b',
    explanation: `Why it is so in ${clause}.`,
    clauseText: samplePolicy.sections[at]?.paragraphs[0]?.text ?? '',
    section: samplePolicy.sections[at]?.title ?? '',
  })),
);

export function aCampaign(changes: Partial<Campaign> = {}): Campaign {
  return {
    kind: 'campaign',
    id: 'campaign-1',
    managerId: 'manager-1',
    managerName: 'Mona Sample',
    teams: [{ id: 'team-1', name: 'Sample team' }],
    title: 'Please read this',
    words: 'It matters.',
    due: '2026-12-06',
    senderIncluded: true,
    check: false,
    about: { kind: 'policy' },
    reminders: [],
    joinersIncluded: true,
    policyId: samplePolicy.id,
    versionNumber: samplePolicy.version.number,
    versionHash: samplePolicy.version.hash,
    state: 'sending',
    createdAt: NOW.toISOString(),
    ...changes,
  };
}

export function aRecipient(changes: Partial<Recipient> = {}): Recipient {
  return {
    kind: 'recipient',
    personId: 'person-1',
    teamsId: '29:person-1',
    name: 'Penny Sample',
    serviceUrl: 'http://teams.example/',
    delivery: 'pending',
    attempts: 0,
    ...changes,
  };
}

export function aRecord(changes: Partial<EvidenceRecord> = {}): EvidenceRecord {
  return {
    personId: 'person-1',
    personName: 'Penny Sample',
    policyId: samplePolicy.id,
    policyTitle: samplePolicy.title,
    versionNumber: samplePolicy.version.number,
    versionHash: samplePolicy.version.hash,
    statement: samplePolicy.statement,
    at: NOW.toISOString(),
    campaignId: 'campaign-1',
    partId: '0-0',
    activityId: 'activity-1',
    receipt: 'ABCD-EFGH',
    ...changes,
  };
}

export function aPart(id: string, counts: Partial<Counts>): Part {
  return {
    kind: 'part',
    id,
    teamName: 'Sample team',
    counts: { ...noCounts, ...counts },
    countedAt: NOW.toISOString(),
  };
}
