import assert from 'node:assert/strict';
import type { Activity } from 'botbuilder';
import { ExtensionQueries } from '../../src/bot/extensionQueries';
import { FailureWords } from '../../src/bot/failures';
import type { ExtensionQueryHandler } from '../../src/bot/messageExtension';
import { Router } from '../../src/bot/router';
import { createLog } from '../../src/log';

const ASKED = {
  type: 'invoke',
  name: 'composeExtension/query',
  from: { id: '29:cook', aadObjectId: 'cook' },
  value: { commandId: 'find', parameters: [{ name: 'words', value: 'a secret' }] },
} as unknown as Activity;

function answering(handle: ExtensionQueryHandler, lines: string[] = []): ExtensionQueries {
  const router = new Router();
  router.onMessageExtensionQuery('zoo', 'find', handle);
  return new ExtensionQueries(
    router,
    new FailureWords(createLog('debug', { write: (line) => void lines.push(line) })),
  );
}

describe('A message extension', () => {
  it('that fails says so kindly, in the shape that Teams needs, with a reference that the log knows', async () => {
    const lines: string[] = [];
    const failing = answering(({ parameters }) => {
      throw new Error(`cannot find ${parameters.get('words')}`);
    }, lines);
    const { status, body } = await failing.answer(ASKED);
    const { composeExtension } = body as { composeExtension: { type: string; text: string } };
    assert.deepEqual([status, composeExtension.type], [200, 'message']);
    const reference = /reference: (\w{6})\.$/.exec(composeExtension.text)?.[1] ?? 'none';
    assert.match(lines.join(''), new RegExp(`"feature":"zoo".*"reference":"${reference}"`));
    assert.doesNotMatch(composeExtension.text + lines.join(''), /secret/);
  });

  it('that fails later, with a promise, says so too', async () => {
    const { body } = await answering(() => Promise.reject(new Error('late'))).answer(ASKED);
    assert.match(JSON.stringify(body), /"type":"message".*did not work/);
  });

  it('gets what was typed by its name, and nothing else of the person', async () => {
    const got: unknown[] = [];
    const queries = answering((query) => {
      got.push(...Object.keys(query), ...query.parameters);
      return Promise.resolve({ kind: 'notice', text: 'seen' });
    });
    await queries.answer(ASKED);
    assert.deepEqual(got, ['parameters', ['words', 'a secret']]);
  });

  it('cannot be registered twice for one command', () => {
    const router = new Router();
    const handle: ExtensionQueryHandler = () => Promise.resolve({ kind: 'notice', text: '' });
    router.onMessageExtensionQuery('zoo', 'find', handle);
    assert.throws(() => router.onMessageExtensionQuery('farm', 'find', handle), /registered twice/);
  });
});
