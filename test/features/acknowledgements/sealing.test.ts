import assert from 'node:assert/strict';
import type { Chain, Head, NewEntry } from '../../../src/features/acknowledgements/evidence/chain';
import { BLOCK } from '../../../src/features/acknowledgements/evidence/chain';
import { eraseRecordsOf, recordsEraser } from '../../../src/features/acknowledgements/evidence/erasing';
import { hashOf, linkAfter } from '../../../src/features/acknowledgements/evidence/links';
import type { Sealer } from '../../../src/features/acknowledgements/evidence/sealing';
import { seal, sealBatch } from '../../../src/features/acknowledgements/evidence/sealing';
import { aRecord } from './samples';
import type { Records } from './provingRecords';
import { confirmed, job, linesOf, MANAGER, personOf, records, verified } from './provingRecords';

class Dead extends Error {}

/** A sealer that dies at its write number `at`, before or after the write took effect. */
function dying(sealer: Sealer, at: number, when: 'before' | 'after'): Sealer {
  let writes = 0;
  const mortal = <T extends object>(part: T, methods: readonly string[]): T =>
    new Proxy(part, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        const call = value.bind(target) as (...args: unknown[]) => Promise<unknown>;
        if (!methods.includes(String(name))) return call;
        return async (...args: unknown[]) => {
          const mine = ++writes;
          if (mine === at && when === 'before') throw new Dead();
          const result = await call(...args);
          if (mine === at) throw new Dead();
          return result;
        };
      },
    });
  return {
    ...sealer,
    chain: mortal(sealer.chain, ['append', 'moveHead', 'erase']),
    evidence: mortal(sealer.evidence, ['noteSealed']),
    unsealed: mortal(sealer.unsealed, ['remove']),
  };
}

/** A sealer for which something happens just before it moves the head for the `at`th time. */
function beforeMoveOfHead(sealer: Sealer, at: number, happens: () => Promise<void>): Sealer {
  let moves = 0;
  const moveHead = async (...move: Parameters<Chain['moveHead']>): Promise<Head> => {
    if (++moves === at) await happens();
    return sealer.chain.moveHead(...move);
  };
  return { ...sealer, chain: Object.create(sealer.chain, { moveHead: { value: moveHead } }) as Chain };
}

async function entriesOf({ sealer }: Records) {
  const entries: { number: number; personId: string }[] = [];
  for await (const { number, record } of sealer.chain.upTo((await sealer.chain.head()).count)) {
    entries.push({ number, personId: (JSON.parse(record?.text ?? '{}') as { personId: string }).personId });
  }
  return entries;
}

async function assertSealedOnce(made: Records, people: readonly string[]): Promise<void> {
  const entries = await entriesOf(made);
  assert.deepEqual(
    entries.map(({ number }) => number),
    people.map((_, index) => index + 1),
  );
  assert.deepEqual(entries.map(({ personId }) => personId).sort(), [...people].sort());
  for (const { number, personId } of entries) {
    assert.equal((await made.evidence.allOf(personId))[0]?.sealedAs, number);
  }
  assert.deepEqual(await made.sealer.unsealed.some(1_000), []);
  assert.equal(verified(await linesOf(made), made.publicKey).count, people.length);
}

/** A chain with so many records of nobody in particular. */
async function filled({ sealer: { chain } }: Records, count: number): Promise<void> {
  const salt = '0'.repeat(64);
  const text = JSON.stringify(aRecord({ personId: 'nobody' }));
  const hash = hashOf(text, salt);
  let head = await chain.head();
  while (head.count < count) {
    const entries: NewEntry[] = [];
    let link = head.link;
    while (entries.length < Math.min(chain.roomAfter(head), count - head.count)) {
      link = linkAfter(link, hash);
      entries.push({ hash, link, record: { text, salt } });
    }
    assert.ok(await chain.append(head, entries));
    const end = head.count + entries.length;
    head = await chain.moveHead(head, { count: end, link, noted: end });
  }
}

const peopleOf = (count: number): string[] => Array.from({ length: count }, (_, index) => personOf(index));

describe('sealing records into the chain', () => {
  it('seals each record once, batch after batch, and then waits a minute', async () => {
    const made = await records();
    await confirmed(made, MANAGER.id, peopleOf(80));
    const result = await seal(made.sealer, job());
    assert.deepEqual(result, { againAt: new Date(made.time.now.getTime() + 60_000) });
    await assertSealedOnce(made, peopleOf(80));
  });

  for (const when of ['before', 'after'] as const) {
    it(`goes on wherever it died ${when} a write, and seals nothing twice and leaves nothing out`, async () => {
      let died = true;
      for (let at = 1; died; at++) {
        const made = await records();
        await confirmed(made, MANAGER.id, peopleOf(4));
        died = await seal(dying(made.sealer, at, when), job()).then(
          () => false,
          (error: unknown) => error instanceof Dead,
        );
        await made.evidence.add(aRecord({ personId: 'late', receipt: 'R-late' }));
        await seal(made.sealer, job());
        await assertSealedOnce(made, [...peopleOf(4), 'late']);
        assert.ok(at > 9 || died, 'it was not seen to die');
      }
    });
  }

  it('told to stop between two batches, goes on from there', async () => {
    const made = await records();
    await confirmed(made, MANAGER.id, peopleOf(70));
    let rounds = 0;
    assert.notEqual(
      await seal(
        made.sealer,
        job(() => rounds++ < 1),
      ),
      undefined,
    );
    assert.notEqual((await made.sealer.unsealed.some(100)).length, 0);
    await seal(made.sealer, job());
    await assertSealedOnce(made, peopleOf(70));
  });

  it('by two instances at once makes one chain', async () => {
    const made = await records();
    await confirmed(made, MANAGER.id, peopleOf(60));
    await Promise.allSettled([seal(made.sealer, job()), seal(made.sealer, job()), seal(made.sealer, job())]);
    await seal(made.sealer, job());
    await assertSealedOnce(made, peopleOf(60));
  });

  it('seals nothing twice when another instance goes on while it notes a batch, and dies', async () => {
    const made = await records();
    await confirmed(made, MANAGER.id, peopleOf(60));
    await sealBatch(made.sealer);
    const overtaken = beforeMoveOfHead(made.sealer, 2, async () => {
      await sealBatch(made.sealer);
      await assert.rejects(sealBatch(dying(made.sealer, 1, 'after')), Dead);
    });
    await seal(overtaken, job());
    await assertSealedOnce(made, peopleOf(60));
  });

  it('is not misled by a press that was made twice and announced its record again', async () => {
    const made = await records();
    await confirmed(made, MANAGER.id, peopleOf(2));
    await seal(made.sealer, job());
    await made.evidence.add(aRecord({ personId: personOf(0), at: '2027-01-01T00:00:00.000Z' }));
    await seal(made.sealer, job());
    await assertSealedOnce(made, peopleOf(2));
  });

  it('waits an hour for a record that was announced, because its turn may have died in between', async () => {
    const made = await records();
    await made.sealer.unsealed.put({ ...aRecord(), kind: 'press' });
    assert.equal(await sealBatch(made.sealer), false);
    assert.equal((await made.sealer.unsealed.some(9)).length, 1);
    made.time.now = new Date(made.time.now.getTime() + 3_600_001);
    await seal(made.sealer, job());
    assert.deepEqual(await made.sealer.unsealed.some(9), []);
    await made.evidence.add(aRecord());
    await seal(made.sealer, job());
    assert.equal((await made.sealer.chain.head()).count, 1);
  });

  it('stops where somebody wrote into the chain behind its head', async () => {
    const made = await records();
    await made.sealer.chain.append(await made.sealer.chain.head(), [
      { hash: 'ab'.repeat(32), link: 'cd'.repeat(32), record: { text: '{}', salt: '' } },
    ]);
    await assert.rejects(seal(made.sealer, job()), /Link 1 does not fit/);
  });

  it('goes over the border of a partition in order', async () => {
    const made = await records();
    await filled(made, BLOCK - 5);
    await confirmed(made, MANAGER.id, peopleOf(60));
    await seal(made.sealer, job());
    const { count, shown } = verified(await linesOf(made), made.publicKey);
    assert.deepEqual([count, shown], [BLOCK + 55, 60]);
    assert.equal((await made.sealer.chain.after(BLOCK)).length, 55);
  });
});

describe('erasing somebody’s records', () => {
  it('takes record and salt away and leaves the chain whole', async () => {
    const made = await records();
    await confirmed(made, MANAGER.id, peopleOf(5));
    await seal(made.sealer, job());
    await eraseRecordsOf({ evidence: made.evidence, chain: made.sealer.chain }, personOf(2));
    await eraseRecordsOf({ evidence: made.evidence, chain: made.sealer.chain }, personOf(2));
    assert.deepEqual(await made.evidence.allOf(personOf(2)), []);
    const lines = await linesOf(made);
    assert.ok(!lines.join().includes(personOf(2)));
    const { count, shown } = verified(lines, made.publicKey);
    assert.deepEqual([count, shown], [5, 4]);
  });

  it('takes those away whose time has come, stops where it is told to, and leaves the chain whole', async () => {
    const made = await records();
    await confirmed(made, MANAGER.id, peopleOf(5));
    await seal(made.sealer, job());
    const eraser = recordsEraser({ evidence: made.evidence, chain: made.sealer.chain });
    const allowed = { steps: 2 };
    assert.equal(await eraser.eraseBefore(new Date('1999-01-01'), () => true), 0);
    assert.equal(await eraser.eraseBefore(new Date('2099-01-01'), () => allowed.steps-- > 0), 2);
    assert.equal(verified(await linesOf(made), made.publicKey).shown, 3);
    assert.equal(await eraser.eraseBefore(new Date('2099-01-01'), () => true), 3);
    const { count, shown } = verified(await linesOf(made), made.publicKey);
    assert.deepEqual([count, shown], [5, 0]);
  });

  it('at any moment of its sealing leaves nothing of it', async () => {
    let died = true;
    for (let at = 1; died; at++) {
      const made = await records();
      await confirmed(made, MANAGER.id, peopleOf(2));
      died = await seal(dying(made.sealer, at, 'after'), job()).then(
        () => false,
        () => true,
      );
      await eraseRecordsOf({ evidence: made.evidence, chain: made.sealer.chain }, personOf(0));
      await seal(made.sealer, job());
      const lines = await linesOf(made);
      assert.ok(!lines.join().includes(personOf(0)), `died at ${at}`);
      assert.equal(verified(lines, made.publicKey).shown, 1);
    }
  });
});
