import type { JsonObject } from '../../src/localTeams/json';
import { textAt } from '../../src/localTeams/json';
import { launchBot } from '../../src/localTeams/launchBot';
import { BotStates } from '../../src/storage/botState';
import { pair } from './crowd';
import type { Field } from './field';
import { personOf } from './field';
import { freePort } from './run';

const [FIRST, SECOND, THIRD] = [
  'Can I post a photo of a resident?',
  'Can I accept a friend request from a client?',
  'Is a private group really private?',
] as const;

/** What came of turns at once in two processes. */
export interface PairFigures {
  readonly rounds: number;
  readonly expected: number;
  readonly lost: readonly string[];
}

/**
 * Two turns of one conversation at once, one in each of two processes on the same storage: no field may be lost and
 * each must be answered once. First two turns that write the same field, then two that write different ones.
 */
export async function twoProcesses(field: Field, rounds: number): Promise<PairFigures> {
  const port = await freePort();
  const environment = field.bot.environment({ INSTANCE_ID: 'two', PORT: String(port) });
  const other = await launchBot(environment, () => undefined);
  const lost: string[] = [];
  const must = (what: string, holds: boolean): void => void (holds || lost.push(what));
  try {
    for (let round = 0; round < rounds; round++) {
      const turns = new Pair(field, [field.bot.url, `http://127.0.0.1:${port}`], pair(round));
      await turns.sameField(must);
      await turns.differentFields(must);
    }
  } finally {
    await other.stop();
  }
  return { rounds, expected: rounds * CHECKS, lost };
}

/** Calls of `must` in a round. */
const CHECKS = 9;
type Must = (what: string, holds: boolean) => void;

/** One person, heard by two processes at once. */
class Pair {
  constructor(
    private readonly field: Field,
    private readonly bots: readonly [string, string],
    private readonly key: string,
  ) {}

  async sameField(must: Must): Promise<void> {
    const { statuses, said } = await this.both(FIRST, SECOND);
    must(
      `${this.key}: both questions are taken (${statuses.join()})`,
      statuses.every((status) => status === 200),
    );
    must(`${this.key}: each question is answered once, not ${said.length} times`, said.length === 2);
    const { slices, remembered } = await this.state();
    const kept = JSON.stringify(slices['policies'] ?? '');
    must(`${this.key}: both questions are kept`, kept.includes(FIRST) && kept.includes(SECOND));
    must(`${this.key}: both turns are remembered, not ${remembered.length}`, remembered.length === 2);
  }

  async differentFields(must: Must): Promise<void> {
    const { statuses, said, ids } = await this.both(THIRD, 'report');
    const [question = ''] = ids;
    must(
      `${this.key}: both messages are taken (${statuses.join()})`,
      statuses.every((status) => status === 200),
    );
    const { slices, remembered } = await this.state();
    const kept = JSON.stringify(slices['policies'] ?? '');
    must(`${this.key}: the place in the report is kept`, slices['concerns'] !== undefined);
    // A question that came after the report's beginning is part of it: answered, and neither it nor its turn is kept.
    const inReport = !remembered.includes(question);
    must(`${this.key}: the questions before are kept`, kept.includes(FIRST) && kept.includes(SECOND));
    must(`${this.key}: the question is kept`, inReport || kept.includes(THIRD));
    must(`${this.key}: the question is answered once`, said.filter((text) => text !== '').length === 1);
  }

  /** @returns the texts that the bot said, empty for a card, and the ids of the two activities. */
  private async both(
    one: string,
    other: string,
  ): Promise<{ statuses: number[]; said: string[]; ids: string[] }> {
    const person = this.field.teams.person(this.key);
    const before = (await person.chat()).length;
    const { teams } = this.field;
    const activities = [one, other].map((text) =>
      teams.sampleActivity('messagePersonal', this.key, { text }),
    );
    const statuses = await Promise.all(activities.map((each, at) => this.send(this.bots[at] ?? '', each)));
    const said = (await person.chat()).slice(before).map(({ text }) => text);
    return { statuses, said, ids: activities.map((each) => textAt(each, 'id') ?? '') };
  }

  private async send(bot: string, activity: JsonObject): Promise<number> {
    const response = await fetch(`${bot}/api/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.field.teams.token()}`, 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    return response.status;
  }

  private async state(): Promise<{ slices: Record<string, unknown>; remembered: string[] }> {
    const { chatId, aadObjectId } = personOf(this.field, this.key);
    const { state } = await new BotStates(this.field.storage).load(chatId, aadObjectId);
    // Messages have numbers for ids; the installation does not.
    const remembered = state.recent.map(({ activityId }) => activityId).filter((id) => /^\d+$/.test(id));
    return { slices: state.slices, remembered };
  }
}
