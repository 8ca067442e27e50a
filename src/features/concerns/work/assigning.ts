import type { CaseAccess } from '../access/caseAccess';
import type { Case, Handler } from '../case/case';
import type { CaseStep, CaseStore } from '../case/caseStore';
import type { ConcernsDeps } from '../deps';
import { withTelling } from '../telling/tellings';
import type { Signed, Work } from './workForm';

const CLOSED = 'This report is closed. Open it again first.';
const NOBODY_ELSE =
  'There is nobody else who may see this report now. The complaints lead can confirm more handlers.';
const NOT_NOW = 'I could not find who else may see it. Please try again.';

const form = {
  ...{ verb: 'concerns.assign', button: 'Assign it' },
  lead: 'Both of you are told: whoever gets it, and whoever had it.',
} as const;

/**
 * A handler gives a case to a colleague. Who may get it is asked of Teams when the list is drawn and again at the
 * press: whoever may not see the case stands on no list, and is chosen by no press.
 */
export function assigningWork(
  deps: Pick<ConcernsDeps, 'complaints'>,
  access: CaseAccess,
  cases: CaseStore,
): Work {
  return {
    ...form,
    refused: () => NOT_NOW,
    decide: (now) => ({ next: now }),
    prepare: async (id) => {
      const [people, value] = [await colleagues(deps, access, id), await cases.get(id)];
      return assigningTo(people, value?.status === 'taken' ? value.handler?.id : undefined);
    },
  };
}

/** @param has whoever has it now: on the list as well, so that the same press again is known as one */
function assigningTo(people: readonly Handler[], has: string | undefined): Work {
  const options = people.map(({ id, name }) => ({
    value: id,
    title: id === has ? `${name} (has it now)` : name,
  }));
  const others = people.filter(({ id }) => id !== has);
  return {
    ...form,
    choice: { label: 'To whom?', options },
    refused: ({ status }) => (status === 'closed' ? CLOSED : others.length === 0 ? NOBODY_ELSE : undefined),
    decide: (now, { choice }, signed) => {
      const to = people.find(({ id }) => id === choice);
      return to ? assigned(now, to, signed) : { next: now };
    },
  };
}

/** The lead and whom the lead confirmed, as far as they may see the case now. */
async function colleagues(
  { complaints }: Pick<ConcernsDeps, 'complaints'>,
  access: CaseAccess,
  caseId: string,
): Promise<Handler[]> {
  const [lead, handlers] = await Promise.all([complaints.lead(), complaints.handlers()]);
  const known = [...(lead ? [lead] : []), ...handlers.filter(({ state }) => state === 'confirmed')];
  const people = new Map(known.map(({ personId, name }) => [personId, { id: personId, name }]));
  const seeing = await Promise.all(
    [...people.values()].map(async (one) => ((await access.maySee(one.id, caseId)) ? [one] : [])),
  );
  return seeing.flat().sort((one, other) => one.name.localeCompare(other.name));
}

/** A case that nobody had is taken on by it, which its reporter hears as ever. */
function assigned(now: Case, to: Handler, { by, at }: Signed): CaseStep {
  const { status, handler } = now;
  if (status === 'taken' && handler?.id === to.id) return { next: now };
  const next: Case = { ...now, status: 'taken', handler: to };
  const heard = status === 'new' ? withTelling(next, 'taken') : next;
  const given = withTelling(heard, 'given', to.id);
  return {
    next: handler && status === 'taken' ? withTelling(given, 'givenAway', handler.id) : given,
    event: { what: 'assigned', at, by, note: `to ${to.name}` },
  };
}
