import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { startProduct } from './support/product';

/** Somebody who begins to send an activity and never ends. */
async function dawdler(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.on('error', () => undefined);
  socket.write('POST /api/messages HTTP/1.1\r\nHost: bot\r\nContent-Length: 1000\r\n\r\n{"type":');
  return socket;
}

describe('Stopping', () => {
  it('does not wait for somebody who never ends what they send, and the jobs pass to another', async () => {
    const product = await startProduct();
    const other = await product.startAnother('two');
    const socket = await dawdler(product.bot.port);
    const closed = once(socket, 'close');
    const stopped = product.stop();
    await closed;
    await stopped;
    assert.equal(product.bot.jobs.health(), 'stopped');
    await other.stop();
  });
});
