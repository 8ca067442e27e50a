import type { LocalTeams } from '../../src/localTeams/localTeams';
import type { MessageView, WorldView } from '../../src/localTeams/api';
import type { NameSeal } from '../../src/storage/nameSeal';
import type { KeyRing } from '../../src/storage/keyRing';
import type { Sealing } from '../../src/storage/sealing';
import type { Storage } from '../../src/storage/storage';
import type { BotUnderFire, Kill } from './botUnderFire';

/** What the jobs are played on and checked with. The storage is read past the bot. */
export interface Field {
  readonly teams: LocalTeams;
  readonly bot: BotUnderFire;
  readonly storage: Storage;
  readonly sealing: Sealing & { readonly names: NameSeal; readonly files: KeyRing };
  readonly world: WorldView;
}

/** One of the product's jobs, played as people would. */
export interface Job {
  readonly name: string;
  /** How far a kill may be away: requests to local Teams, then writes to storage. */
  readonly reach: { readonly requests: number; readonly writes: number };
  /** How often it can be played. */
  readonly rounds: number;
  /** Before the first kill: what it looks like when nothing goes wrong. */
  prepare?(): Promise<void>;
  /** Plays one round to its end; kills hit wherever they do. @throws when something never comes. */
  play(round: number): Promise<void>;
  /** What is done and not recorded, with the bot down. */
  inDoubt(): Promise<string[]>;
  /** What is there in the end, of everything that was played. */
  check(kills: readonly Kill[]): Promise<Findings>;
}

/** What came of a job. */
export interface Findings {
  /** How many things were to be kept: answers, cards, records, cases. */
  readonly expected: number;
  /** What is missing or wrong, in words without anybody's text. */
  readonly lost: readonly string[];
  /** Things that are there more than once. */
  readonly doubled: number;
  /** Those of them that no kill accounts for. */
  readonly unexplained: readonly string[];
}

/** Collects findings. */
export class Ledger {
  private expected = 0;
  private doubled = 0;
  private readonly lost: string[] = [];
  private readonly unexplained: string[] = [];

  constructor(private readonly kills: readonly Kill[]) {}

  /** Something that must be so. */
  must(what: string, holds: boolean): void {
    this.expected += 1;
    if (!holds) this.lost.push(what);
  }

  /**
   * Something that must be there, and once. More often is explained only by kills that left it in doubt.
   * @param keys the activity or the name under which a kill has it as unanswered or in doubt.
   */
  once(what: string, times: number, ...keys: readonly string[]): void {
    this.must(what, times > 0);
    if (times <= 1) return;
    this.doubled += times - 1;
    const explained = this.kills.filter(({ unanswered, inDoubt }) =>
      keys.some((key) => unanswered.includes(key) || inDoubt.includes(key)),
    ).length;
    if (times - 1 > explained) this.unexplained.push(`${what}: ${times} times with ${explained} kills`);
  }

  findings(): Findings {
    const { expected, lost, doubled, unexplained } = this;
    return { expected, lost, doubled, unexplained };
  }
}

/** What a message shows, as one text. */
export const shows = (message: MessageView): string => `${message.text}${JSON.stringify(message.card ?? '')}`;

/** Somebody of the people file. */
export function personOf({ world }: Field, key: string): WorldView['people'][number] {
  const person = world.people.find((one) => one.key === key);
  if (!person) throw new Error(`Nobody is called ${key}.`);
  return person;
}
