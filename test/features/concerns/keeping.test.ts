import assert from 'node:assert/strict';
import type { CardReply } from '../../../src/bot/cardReply';
import type { Turn } from '../../../src/bot/turn';
import type { Case } from '../../../src/features/concerns/case/case';
import type { CaseStep } from '../../../src/features/concerns/case/caseStore';
import { CaseStore } from '../../../src/features/concerns/case/caseStore';
import type { ConcernsDeps } from '../../../src/features/concerns';
import type { HandlerPresses } from '../../../src/features/concerns/handling/handlerPresses';
import { Keeping } from '../../../src/features/concerns/retention/keeping';
import { freshStorage } from '../../support/freshStorage';
import { aCase, AT } from './aCase';

type Answer = (turn: Turn, press: { readonly case: string }, data: object) => Promise<CardReply>;

describe('a report whose erasure begins while the complaints lead presses Keep', () => {
  it('is not said to be kept', async () => {
    const cases = new CaseStore(await freshStorage());
    await cases.create('old', { ...aCase, status: 'closed' }, { what: 'received', at: AT });
    const answers = new Map<string, Answer>();
    const presses = {
      on: (verb: string, answer: Answer) => void answers.set(verb, answer),
      now: () => AT,
      step: async (_turn: Turn, id: string, decide: (now: Case) => CaseStep | undefined) => {
        assert.ok(await cases.beginErasing(id, () => Promise.resolve(true)));
        return cases.step(id, decide);
      },
    } as unknown as HandlerPresses;
    const roles = { confirm: () => Promise.resolve(true) } as unknown as ConcernsDeps['roles'];
    new Keeping(presses, cases, { roles }).register();
    const turn = { person: { id: 'lead', name: 'Lettice Ledgerly' } } as unknown as Turn;
    const keep = answers.get('concerns.keepCaseNow') ?? assert.fail();
    assert.match(
      JSON.stringify(await keep(turn, { case: 'old' }, { reason: 'An invented inquiry.' })),
      /cannot find that report/,
    );
  });
});
