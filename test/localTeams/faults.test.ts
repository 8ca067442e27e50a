import assert from 'node:assert/strict';
import { Stage } from './stage';

const TEXT = { type: 'message', text: 'Hello' };

describe('faults on demand', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await Stage.set();
  });
  afterEach(() => stage.strike());

  const textsOf = async (key: string) =>
    (await stage.teams.person(key).chat()).map((message) => message.text);

  it('answer a status without doing anything, as often as they were set', async () => {
    await stage.teams.fail({ answer: 429, retryAfter: 7, times: 2 });
    const answers = [
      await stage.send('cook', TEXT),
      await stage.send('cook', TEXT),
      await stage.send('cook', TEXT),
    ];
    assert.deepEqual(
      answers.map((answer) => answer.status),
      [429, 429, 201],
    );
    assert.equal(answers[0]?.headers.get('retry-after'), '7');
    assert.deepEqual(await textsOf('cook'), ['Hello']);
  });

  it("answer every status with Teams' code", async () => {
    const codes = [];
    for (const answer of [412, 500, 502, 503, 504]) {
      await stage.teams.fail({ answer, times: 1 });
      codes.push((await stage.send('cook', TEXT)).code);
    }
    assert.deepEqual(codes, [
      'PreconditionFailed',
      'ServiceError',
      'BadGateway',
      'ServiceUnavailable',
      'GatewayTimeout',
    ]);
  });

  it('lose the answer of what was done', async () => {
    await stage.teams.fail({ answer: 'lost', times: 1 });
    assert.equal((await stage.send('cook', TEXT)).status, 504);
    assert.deepEqual(await textsOf('cook'), ['Hello']);
  });

  it('cut the connection of what was done', async () => {
    await stage.teams.fail({ answer: 'reset', times: 1 });
    await assert.rejects(stage.send('cook', TEXT));
    assert.deepEqual(await textsOf('cook'), ['Hello']);
    assert.equal(stage.teams.requests.at(-1)?.status, 0);
  });

  it('hit only the operation and the person that they name', async () => {
    await stage.teams.fail({ answer: 503, operation: 'send', conversation: 'cook' });
    const { id } = await stage.personNamed('cook');
    const created = await stage.ask('POST', 'v3/conversations', { members: [{ id }] });
    const statuses = [
      created.status,
      (await stage.send('nurse', TEXT)).status,
      (await stage.send('cook', TEXT)).status,
    ];
    assert.deepEqual(statuses, [201, 201, 503]);
  });

  it('hit a share of the requests, evenly', async () => {
    await stage.teams.fail({ answer: 500, share: 0.5 });
    const statuses = [];
    for (const key of ['cook', 'nurse', 'driver', 'office'])
      statuses.push((await stage.send(key, TEXT)).status);
    assert.deepEqual(statuses, [201, 500, 201, 500]);
  });

  it('end when they are cleared, one or all', async () => {
    const clear = await stage.teams.fail({ answer: 500, conversation: 'cook' });
    await stage.teams.fail({ answer: 502, conversation: 'nurse' });
    await clear();
    assert.equal((await stage.send('cook', TEXT)).status, 201);
    assert.equal((await stage.send('nurse', TEXT)).status, 502);
    await stage.teams.clearFaults();
    assert.equal((await stage.send('nurse', TEXT)).status, 201);
  });

  it('let a test act at a request of its choice, before anything is done', async () => {
    const seen: [number, string[]][] = [];
    stage.teams.onRequest = async (n: number) => void seen.push([n, await textsOf('cook')]);
    await stage.send('cook', TEXT);
    await stage.send('cook', TEXT);
    assert.deepEqual(seen, [
      [1, []],
      [2, ['Hello']],
    ]);
  });
});
