import type { KeyObject } from 'node:crypto';
import { generateKeyPairSync } from 'node:crypto';
import { Evidence } from '../../../src/features/acknowledgements/asked/record';
import { Chain } from '../../../src/features/acknowledgements/evidence/chain';
import type { FileSource } from '../../../src/features/acknowledgements/evidence/recordsFile';
import { recordsFile } from '../../../src/features/acknowledgements/evidence/recordsFile';
import type { Sealer } from '../../../src/features/acknowledgements/evidence/sealing';
import { seal } from '../../../src/features/acknowledgements/evidence/sealing';
import { Unsealed } from '../../../src/features/acknowledgements/evidence/unsealed';
import { Verifier } from '../../../src/features/acknowledgements/evidence/verifier';
import type { Genuine } from '../../../src/features/acknowledgements/evidence/verifier';
import type { DailyHead } from '../../../src/features/acknowledgements/evidence/fileFormat';
import type { DueJob } from '../../../src/jobs/jobs';
import { createSigning } from '../../../src/storage/signing';
import { aCampaign, aPart, aRecipient, aRecord, NOW } from './samples';
import { surroundings } from './surroundings';

export const MANAGER = { id: 'manager-1', name: 'Mona Sample' };
export const job = (mayGoOn = () => true): DueJob => ({ key: 'chain', payload: {}, attempts: 0, mayGoOn });

/** Records, a chain and a key, over real storage. */
export async function records() {
  const around = await surroundings();
  const { parties } = around;
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const evidence = new Evidence(parties.storage);
  const sealer: Sealer = {
    chain: new Chain(parties.storage),
    evidence,
    unsealed: new Unsealed(parties.storage),
    clock: parties.clock,
  };
  const source: FileSource = { ...parties, chain: sealer.chain, signing: createSigning(privateKey) };
  return { ...around, evidence, sealer, source, publicKey, privateKey };
}
export type Records = Awaited<ReturnType<typeof records>>;

export const personOf = (index: number): string => `p${String(index).padStart(3, '0')}`;

/** People who confirmed a request of this manager; nothing is sealed yet. */
export async function confirmed(
  { parties, evidence }: Records,
  managerId: string,
  people: readonly string[],
): Promise<void> {
  const campaign = await parties.campaigns.create(aCampaign({ id: `by-${managerId}`, managerId }));
  await parties.campaigns.enterInList(campaign);
  await parties.campaigns.putPart(campaign.id, aPart('0-0', { delivered: people.length }));
  const receiptOf = (personId: string): string => `R-${personId}`;
  await Promise.all(
    people.map((personId) =>
      evidence.add(
        aRecord({
          personId,
          personName: `Name of ${personId}`,
          receipt: receiptOf(personId),
          campaignId: campaign.id,
        }),
      ),
    ),
  );
  const recipients = people.map((personId) =>
    aRecipient({
      personId,
      name: `Name of ${personId}`,
      delivery: 'delivered',
      receipt: receiptOf(personId),
      acknowledgedAt: NOW.toISOString(),
    }),
  );
  await parties.recipients.add(campaign.id, '0-0', recipients);
}

/** Twelve records, sealed; the manager's own are every second one. @returns the lines of the manager's file */
export async function sealedFile(made: Records): Promise<string[]> {
  const people = Array.from({ length: 12 }, (_, index) => personOf(index));
  await confirmed(
    made,
    MANAGER.id,
    people.filter((_, index) => index % 2 === 0),
  );
  await confirmed(
    made,
    'manager-2',
    people.filter((_, index) => index % 2 === 1),
  );
  await seal(made.sealer, job());
  return linesOf(made);
}

export async function linesOf({ source }: Records, reader = MANAGER): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of recordsFile(source, reader)) lines.push(line.slice(0, -1));
  return lines;
}

/** What the verifier says to these lines. */
export function verified(lines: readonly string[], key: KeyObject, heads?: readonly DailyHead[]): Genuine {
  const verifier = new Verifier(key, heads);
  for (const line of lines) verifier.line(line);
  return verifier.end();
}
