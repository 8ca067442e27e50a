import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clause, Policy } from '../../src/features/policies/policy';
import { contentFolder } from '../../src/features/policies/policy';

const texts = JSON.parse(readFileSync(join(contentFolder, 'clauses.json'), 'utf8')) as {
  id: string;
  text: string;
}[];

/** The real text of the policy with invented headings and answers, so that these tests do not follow the owner's edits. */
export function testPolicy(overrides: Partial<Policy> = {}): Policy {
  const clauses = texts.map(({ id, text }) => testClause(id, text));
  return {
    id: 'social-media',
    title: 'Social media policy',
    organisation: 'Westmorland & Furness Care Services',
    version: { number: 3, hash: 'ab12'.repeat(16), approved: '2026-03-01' },
    statement: 'I have read it.',
    keyPoints: [],
    clauses,
    topics: [],
    smallTalk: [],
    protectedTopics: { line: '', topics: [] },
    reasons: {},
    languages: [],
    text: clauses.map((clause) => clause.text).join('\n'),
    starts: [
      { title: 'What this policy is for', from: 'A0' },
      { title: 'Procedure', from: 'P1' },
      { title: 'Reporting and concerns', from: 'R1' },
    ],
    ...overrides,
  };
}

function testClause(id: string, text: string): Clause {
  const plain =
    id === 'P5.11' ? 'A selfie with a workmate counts as well.' : `Invented plain answer for ${id}.`;
  const answers = [
    { verdict: 'no' as const, fits: [], text: `No, says the invented answer for ${id}.` },
    { verdict: null, fits: [], text: plain },
  ];
  return { id, text, heading: `Heading ${id}`, answers, suggestions: [] };
}
