import { Chats } from './chats';
import { MessageIds } from './ids';
import { noJournal, openJournal, readJournal, type Journal } from './journal';
import type { JsonObject } from './json';
import type { LocalRecord } from './records';
import type { World } from './world';

/** All that Local Teams knows and keeps. It changes through `commit` only. */
export class State {
  readonly chats = new Chats();
  readonly ids: MessageIds;
  /** activities that the bot has not answered yet, by id */
  readonly sending = new Map<string, JsonObject>();
  /** true when there was nothing before this start */
  readonly isNew: boolean;
  private readonly journal: Journal;
  private readonly standing = new Map<string, LocalRecord>();

  constructor(
    readonly world: World,
    now: () => number,
    dataDir?: string,
  ) {
    this.ids = new MessageIds(now);
    const earlier = dataDir ? readJournal(dataDir) : [];
    for (const record of earlier) this.apply(record);
    this.isNew = earlier.length === 0;
    this.journal = dataDir ? openJournal(dataDir, this.records()) : noJournal;
  }

  commit(record: LocalRecord): void {
    this.journal.append(record);
    this.apply(record);
  }

  /** Whether the bot was ever installed for, or removed from, a person or team. */
  hasInstallRecord(scope: 'person' | 'team', key: string): boolean {
    return this.standing.has(scope === 'person' ? `person ${key} installed` : `team ${key}`);
  }

  close(): void {
    this.journal.close();
  }

  private *records(): Generator<LocalRecord> {
    yield* this.standing.values();
    yield* this.chats.records();
    for (const [activityId, activity] of this.sending) yield { what: 'sending', activityId, activity };
  }

  private apply(record: LocalRecord): void {
    switch (record.what) {
      case 'message':
        this.ids.after(record.message.id);
        return this.chats.add(record.message);
      case 'read':
        return this.chats.read(record.person, record.conversationId, record.upTo);
      case 'sending':
        this.ids.after(record.activityId);
        return void this.sending.set(record.activityId, record.activity);
      case 'answered':
        return void this.sending.delete(record.activityId);
      case 'person':
      case 'team':
      case 'member':
      case 'channel':
        return this.applyToWorld(record);
      default:
        return this.chats.change(record);
    }
  }

  private applyToWorld(
    record: Extract<LocalRecord, { what: 'person' | 'team' | 'member' | 'channel' }>,
  ): void {
    this.standing.set(standingKey(record), record);
    if (record.what === 'person') {
      const person = this.world.people.get(record.person);
      if (person) person[record.fact] = record.on;
      return;
    }
    const team = this.world.teams.get(record.team);
    if (!team) return;
    if (record.what === 'team') team.installed = record.installed;
    else if (record.what === 'channel') this.world.addChannel(team, record.channel);
    else if (record.on) team.members.add(record.person);
    else team.members.delete(record.person);
  }
}

// The newest record of a kind and subject is all that a new journal needs.
function standingKey(
  record: Extract<LocalRecord, { what: 'person' | 'team' | 'member' | 'channel' }>,
): string {
  switch (record.what) {
    case 'person':
      return `person ${record.person} ${record.fact}`;
    case 'team':
      return `team ${record.team}`;
    case 'member':
      return `member ${record.team} ${record.person}`;
    case 'channel':
      return `channel ${record.team} ${record.channel.key}`;
  }
}
