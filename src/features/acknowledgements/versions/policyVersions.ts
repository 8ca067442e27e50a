import { z } from 'zod';
import type { Clock } from '../../../clock';
import type { Storage } from '../../../storage/storage';
import type { Table } from '../../../storage/table';
import type { PolicyToConfirm, VersionRef } from '../policyToConfirm';
import { sameVersion, versionOf } from '../policyToConfirm';
import { VersionTexts } from './versionTexts';

const versionSchema = z.object({ policyId: z.string(), versionNumber: z.number(), versionHash: z.string() });
const inForceSchema = z.object({ kind: z.literal('inForce'), version: versionSchema });
const changeSchema = z.object({
  kind: z.literal('change'),
  from: versionSchema,
  to: versionSchema,
  /** ISO. */
  foundAt: z.string(),
  /** Administrators who have the question. */
  askedIds: z.array(z.string()).optional(),
  /** `material`: people must confirm again. `minor`: what was confirmed counts for the new version too. */
  decision: z.enum(['material', 'minor']).optional(),
  decidedAt: z.string().optional(),
  decidedById: z.string().optional(),
  decidedByName: z.string().optional(),
});
const rowSchema = z.discriminatedUnion('kind', [inForceSchema, changeSchema]);
type Row = z.infer<typeof rowSchema>;

/** A new version of the policy, and what an administrator said about it. */
export type VersionChange = z.infer<typeof changeSchema>;
export type Decision = NonNullable<VersionChange['decision']>;

const IN_FORCE = 'inForce';
/** Presses of a whole council at once do not all read the decisions; one that is made here counts at once. */
const REMEMBERED_MS = 5_000;

/** A version as a card's data names it. */
export function versionKey({ versionNumber, versionHash }: VersionRef): string {
  return `${String(versionNumber).padStart(6, '0')}:${versionHash}`;
}

/**
 * Which versions of the policy there were, and for which of them a confirmation of the version before counts: where
 * the change was minor, or nobody has said yet what it is.
 */
export class PolicyVersions {
  readonly texts: VersionTexts;
  private readonly rows: Table<Row>;
  private noted: Promise<void> | undefined;
  private remembered: { readonly until: number; readonly changes: readonly VersionChange[] } | undefined;

  constructor(
    storage: Storage,
    private readonly policy: PolicyToConfirm,
    private readonly clock: Clock,
  ) {
    this.rows = storage.table('policyversions', rowSchema);
    this.texts = new VersionTexts(storage);
  }

  /** Versions whose confirmations count for this one as its own do, the newest first. */
  async sameAs(version: VersionRef): Promise<VersionRef[]> {
    const changes = await this.changes();
    const root = rootOf(version, changes);
    const all = [version, ...changes.flatMap(({ from, to }) => [from, to])];
    const same = all.filter((each) => sameVersion(rootOf(each, changes), root));
    return unique(same).sort((one, other) => other.versionNumber - one.versionNumber);
  }

  /** The oldest version of those: who is asked for one of them is asked for all. */
  async rootOf(version: VersionRef): Promise<VersionRef> {
    return rootOf(version, await this.changes());
  }

  /** How this version came to be in force; undefined for the first one and for one that nobody knows. */
  async changeTo(key: string): Promise<VersionChange | undefined> {
    return (await this.changes()).find(({ to }) => versionKey(to) === key);
  }

  /** The version with this number that was in force before another one. */
  async numbered(versionNumber: number): Promise<VersionRef | undefined> {
    return (await this.changes()).find(({ from }) => from.versionNumber === versionNumber)?.from;
  }

  /** The change to the version in force that nobody has decided on. */
  async undecided(): Promise<VersionChange | undefined> {
    const change = await this.changeTo(versionKey(versionOf(this.policy)));
    return change?.decision ? undefined : change;
  }

  /** Once: a decision that is there stays. @returns the change as it now is */
  async decide(
    key: string,
    decision: Decision,
    by: { readonly id: string; readonly name: string },
  ): Promise<VersionChange | undefined> {
    const decidedAt = this.clock.now().toISOString();
    const row = await this.rows.change(this.policy.id, key, (now) =>
      now?.kind === 'change' && !now.decision
        ? { ...now, decision, decidedAt, decidedById: by.id, decidedByName: by.name }
        : undefined,
    );
    this.remembered = undefined;
    return row?.kind === 'change' ? row : undefined;
  }

  /** Notes that an administrator has the question. */
  async noteAsked(key: string, personId: string): Promise<void> {
    await this.rows.change(this.policy.id, key, (now) => {
      if (now?.kind !== 'change' || now.askedIds?.includes(personId)) return undefined;
      return { ...now, askedIds: [...(now.askedIds ?? []), personId] };
    });
    this.remembered = undefined;
  }

  private async changes(): Promise<readonly VersionChange[]> {
    const now = this.clock.now().getTime();
    if (this.remembered && now < this.remembered.until) return this.remembered.changes;
    await this.noteOnce();
    const changes: VersionChange[] = [];
    for await (const { value } of this.rows.list({ partition: this.policy.id })) {
      if (value.kind === 'change') changes.push(value);
    }
    this.remembered = { until: now + REMEMBERED_MS, changes };
    return changes;
  }

  /** Before anything is asked: otherwise a new version would look for a moment as if nothing led to it. */
  private async noteOnce(): Promise<void> {
    this.noted ??= this.note();
    try {
      await this.noted;
    } catch (error) {
      this.noted = undefined;
      throw error;
    }
  }

  /**
   * Notes which version is in force. The change comes before the mark, so that a crash in between finds it again. An
   * instance of an older version that is still running, or came back, changes nothing.
   */
  private async note(): Promise<void> {
    const current = versionOf(this.policy);
    await this.texts.keep(current, this.policy);
    const inForce = (await this.rows.get(this.policy.id, IN_FORCE))?.value;
    const before = inForce?.kind === 'inForce' ? inForce.version : undefined;
    if (before && (sameVersion(before, current) || before.versionNumber > current.versionNumber)) return;
    if (before) {
      const foundAt = this.clock.now().toISOString();
      const change: VersionChange = { kind: 'change', from: before, to: current, foundAt };
      await this.rows.insert(this.policy.id, versionKey(current), change);
    }
    await this.rows.put(this.policy.id, IN_FORCE, { kind: 'inForce', version: current });
  }
}

/** Goes back over every change that was not said to be material. */
function rootOf(version: VersionRef, changes: readonly VersionChange[]): VersionRef {
  let root = version;
  // As many steps as there are changes: a policy that went back to an older text must not go round in circles.
  for (let step = 0; step < changes.length; step++) {
    const change = changes.find(({ to }) => sameVersion(to, root));
    if (!change || change.decision === 'material') return root;
    root = change.from;
  }
  return root;
}

function unique(versions: readonly VersionRef[]): VersionRef[] {
  return versions.filter((one, at) => versions.findIndex((other) => sameVersion(one, other)) === at);
}
