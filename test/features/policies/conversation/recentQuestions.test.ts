import assert from 'node:assert/strict';
import type { TurnState } from '../../../../src/bot/turnState';
import { createPolicyConversation } from '../../../../src/features/policies/index';
import { depsFinding, pictures } from './example';
import { recordedTurn } from './recordedTurn';

/** Asks one after the other in one conversation. @returns what the engine was told of earlier questions */
async function asking(
  texts: readonly string[],
  options: { kind?: 'personal' | 'channel'; minutesBetween?: number } = {},
) {
  const { deps, ask, clock } = depsFinding(pictures);
  let state: TurnState | undefined;
  for (const text of texts) {
    const turn = recordedTurn(text, {
      place: { kind: options.kind ?? 'personal' },
      ...(state ? { state } : {}),
    });
    await createPolicyConversation(deps).answer(turn);
    state = turn.state;
    clock.time = new Date(clock.time.getTime() + (options.minutesBetween ?? 1) * 60_000);
  }
  return { previous: ask.lastCall.args[1] as string[], state };
}

describe('Earlier questions', () => {
  it('are given with the next one, the last three, oldest first', async () => {
    const { previous } = await asking(['one?', 'two?', 'three?', 'four?', 'five?']);
    assert.deepEqual(previous, ['two?', 'three?', 'four?']);
  });

  it('are not kept in a channel, where others ask too', async () => {
    const { previous, state } = await asking(['one?', 'two?'], { kind: 'channel' });
    assert.deepEqual(previous, []);
    assert.deepEqual(state?.toJSON(), {});
  });

  it('no longer count after half an hour', async () => {
    const { previous } = await asking(['one?', 'two?'], { minutesBetween: 31 });
    assert.deepEqual(previous, []);
  });

  it('are kept short', async () => {
    const { previous } = await asking(['post '.repeat(180), 'two?']);
    assert.equal(previous[0]?.length, 300);
  });

  it('are kept without names, dates and numbers', async () => {
    const { previous, state } = await asking([
      'Can I post a photo of Zebedee Quibblethwaite, born 3/4/1931, room 12, on Facebook?',
      'two?',
    ]);
    assert.match(previous[0] ?? '', /^Can I post a photo of .* on Facebook\?$/);
    assert.doesNotMatch(JSON.stringify(state?.toJSON()), /zebedee|quibble|1931|12/i);
  });
});
