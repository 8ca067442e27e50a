import { fake } from 'sinon';
import { loadContacts } from '../../../../src/contacts/contacts';
import type { Outcome } from '../../../../src/features/policies/engine/outcome';
import type { PoliciesDeps } from '../../../../src/features/policies/index';
import { loadRedaction } from '../../../../src/features/policies/index';
import { loadPolicy } from '../../../../src/features/policies/policy';

export const policy = loadPolicy();
export const contacts = loadContacts();
export const clauseLink = (clauseId: string) => `https://bot.example/policy?clause=${clauseId}`;
export const context = { policy, contacts, link: clauseLink };

const redact = loadRedaction();

type OutcomeOf<K extends Outcome['outcome']> = Extract<Outcome, { outcome: K }>;

type Usual = 'report' | 'urgent' | 'clauses' | 'protectedTopic' | 'confession' | 'exact';

/** An outcome with nothing urgent, nothing protected and nothing to report, about pictures. */
export function outcome<K extends Outcome['outcome']>(
  fields: Omit<OutcomeOf<K>, Usual> & Partial<OutcomeOf<K>>,
) {
  const usual = { report: false, urgent: false, protectedTopic: null, confession: false, exact: true };
  return { ...usual, clauses: ['P5.11', 'P5.5', 'P6'], ...fields } as unknown as OutcomeOf<K>;
}

/** The answer about pictures. */
export const pictures = outcome<'answer'>({ outcome: 'answer', verdict: 'no', answer: 0 });

/** Everything that the conversation needs, with an engine that always finds the same. */
export function depsFinding(found: Outcome) {
  const ask = fake.returns(Promise.resolve(found));
  const clock = { time: new Date('2026-03-02T10:00:00Z'), now: () => clock.time };
  const log = { info: fake(), warn: fake(), error: fake() };
  const deps: PoliciesDeps = { engine: { ask }, policy, contacts, clauseLink, redact, clock, log };
  return { deps, ask, clock, log };
}
