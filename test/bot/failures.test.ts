import assert from 'node:assert/strict';
import { z } from 'zod';
import { startAzurite } from '../support/azurite';
import { lossyStorage } from '../support/lossyStorage';
import { startProduct } from '../support/product';

describe('When something fails', () => {
  it('the person gets kind words and a reference that the log knows, and nothing that they typed is in the log', async () => {
    const lines: string[] = [];
    const product = await startProduct({ onLog: (line) => lines.push(line) });
    try {
      const manager = product.teams.person('manager');
      const { aadObjectId } = product.teams.sampleActivity('messagePersonal', 'manager')['from'] as {
        aadObjectId: string;
      };
      // A row that no version of the product wrote: reading it is a fault inside one feature.
      await product.storage
        .table('campaignsbymanager', z.object({ nonsense: z.number() }))
        .put(aadObjectId, 'x', { nonsense: 1 });
      assert.equal(await manager.says('status'), 200);
      const { text } = await manager.lastMessage();
      const reference = /reference: \*\*([A-Z0-9]{6})\*\*/.exec(text)?.[1];
      assert.ok(reference, text);
      const line = lines.find((each) => each.includes('turn.failed'));
      assert.ok(line?.includes(reference) && line.includes('"feature":"acknowledgements"'), line);
      assert.equal(await manager.says('Can I post a photo of a resident?'), 200);
      assert.match((await manager.lastMessage()).text, /P5\.11/);
      assert.doesNotMatch(lines.join('\n'), /photo|Marnie|resident/);
    } finally {
      await product.stop();
    }
  });

  it('a press is answered in a well-formed way, with a reference, and the card stays', async () => {
    const product = await startProduct();
    try {
      const carer = product.teams.person('night-carer');
      const from = product.teams.sampleActivity('messagePersonal', 'night-carer')['from'] as {
        aadObjectId: string;
      };
      await product.storage
        .table('memberships', z.object({ nonsense: z.number() }))
        .put(from.aadObjectId, 'x', { nonsense: 1 });
      const press = product.teams.sampleActivity('invokeAdaptiveCardAction', 'night-carer', {
        value: { action: { type: 'Action.Execute', verb: 'help.show', data: { verb: 'help.show' } } },
      });
      const { status, body } = await product.teams.sendRaw(press);
      assert.equal(status, 200);
      assert.equal((body as { type: string }).type, 'application/vnd.microsoft.activity.message');
      assert.match(JSON.stringify(body), /reference: [A-Z0-9]{6}/);
      assert.ok((await carer.lastCard())['body']);
    } finally {
      await product.stop();
    }
  });

  it('storage that is away is told kindly, /health says 503, and the bot goes on when it is back', async () => {
    const line = await lossyStorage((await startAzurite()).connectionString);
    const product = await startProduct({ connectionString: line.connectionString });
    try {
      line.cut();
      const carer = product.teams.person('night-carer');
      assert.equal(await carer.says('Can I post a photo of a resident?'), 200);
      assert.match((await carer.lastMessage()).text, /Nothing is lost\. Please try again/);
      const health = await fetch(`${product.url}/health`);
      assert.equal(health.status, 503);
      assert.equal(((await health.json()) as { parts: { storage: string } }).parts.storage, 'away');
      line.mend();
      assert.equal(await carer.says('Can I post a photo of a resident?'), 200);
      assert.match((await carer.lastMessage()).text, /P5\.11/);
    } finally {
      await product.stop();
      await line.close();
    }
  });

  it('a press while storage is away keeps the card and says so', async () => {
    const line = await lossyStorage((await startAzurite()).connectionString);
    const product = await startProduct({ connectionString: line.connectionString });
    try {
      const carer = product.teams.person('night-carer');
      const card = await carer.lastCardMessage();
      line.cut();
      const answer = await carer.presses(card, 'Report a concern');
      assert.match(JSON.stringify(answer), /Please try again/);
    } finally {
      line.mend();
      await product.stop();
      await line.close();
    }
  });
});
