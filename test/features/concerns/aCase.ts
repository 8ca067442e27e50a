import type { Case } from '../../../src/features/concerns/case/case';

export const AT = '2026-11-18T10:00:00.000Z';

/** A report of nobody in particular, as it is when it has just come. */
export const aCase: Case = {
  ...{
    type: 'case',
    reference: 'KH4-7RTW',
    danger: 'no',
    kind: 'other',
    affected: 'me',
    what: 'x',
    name: 'kept',
  },
  ...{ reporter: 's1.k.x', urgency: 'normal', receivedAt: AT, targetOn: '2026-11-23', status: 'new' },
  ...{ handOff: { state: 'waiting', failures: 0 }, channelCards: [], drawn: '', added: false, details: 0 },
  ...{ tellFailures: 0, events: 0 },
};
