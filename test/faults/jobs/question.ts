import { z } from 'zod';
import type { MessageView } from '../../../src/localTeams/api';
import { BotStates } from '../../../src/storage/botState';
import type { Kill } from '../botUnderFire';
import { asker } from '../crowd';
import type { Field, Findings, Job } from '../field';
import { Ledger, personOf, shows } from '../field';

/** The last one cannot be understood without the one before: its answer shows that the state was kept. */
export const QUESTIONS = [
  'Can I accept a friend request from a client?',
  'Can I post a photo of a resident?',
  'Is a private group really private?',
  'What if they ask me to?',
];
/** People who ask at the same time. */
const AT_ONCE = 3;
/** The product keeps the last three questions of a conversation. */
const KEPT = 3;
const memory = z.object({ questions: z.array(z.string()) });

/** Job 1: somebody asks, and is answered once. */
export class QuestionJob implements Job {
  readonly name = 'question';
  readonly reach = { requests: 3, writes: 4 };
  private readonly asked: string[] = [];
  private expected: string[][] = [];

  constructor(
    private readonly field: Field,
    readonly rounds: number,
  ) {}

  static askersFor(rounds: number): number {
    return rounds * AT_ONCE + 1;
  }

  async prepare(): Promise<void> {
    const calm = asker(this.rounds * AT_ONCE);
    await this.ask(calm);
    this.expected = (await this.answersOf(calm)).map(({ answers }) => answers);
  }

  async play(round: number): Promise<void> {
    const askers = Array.from({ length: AT_ONCE }, (_, at) => asker(round * AT_ONCE + at));
    this.asked.push(...askers);
    await Promise.all(askers.map((key) => this.ask(key)));
  }

  /** What a turn left unsaid is said when its activity comes again: nothing beyond what is unanswered. */
  inDoubt(): Promise<string[]> {
    return Promise.resolve([]);
  }

  async check(kills: readonly Kill[]): Promise<Findings> {
    const ledger = new Ledger(kills);
    for (const key of this.asked) {
      const asked = await this.answersOf(key);
      ledger.must(`${key}: every question is in the chat`, asked.length === QUESTIONS.length);
      for (const [at, { activityId, answers }] of asked.entries()) {
        const expected = this.expected[at] ?? [];
        for (const words of expected) {
          const times = answers.filter((answer) => answer === words).length;
          ledger.once(`${key}: the answer to question ${at + 1}`, times, activityId);
        }
        const strange = answers.filter((answer) => !expected.includes(answer));
        ledger.must(`${key}: nothing but the answer to question ${at + 1}`, strange.length === 0);
      }
      await this.checkState(ledger, key);
    }
    return ledger.findings();
  }

  private async ask(key: string): Promise<void> {
    for (const question of QUESTIONS) {
      const status = await this.field.teams.person(key).says(question);
      if (status !== 200) throw new Error(`A question of ${key} was answered with status ${status}.`);
    }
  }

  /** The chat, cut at each question. */
  private async answersOf(key: string): Promise<{ activityId: string; answers: string[] }[]> {
    const asked: { activityId: string; answers: string[] }[] = [];
    for (const message of await this.field.teams.person(key).chat()) {
      if (message.from.kind === 'person') asked.push({ activityId: message.id, answers: [] });
      else asked.at(-1)?.answers.push(shows(message));
    }
    return asked;
  }

  private async checkState(ledger: Ledger, key: string): Promise<void> {
    const { chatId, aadObjectId } = personOf(this.field, key);
    const { state } = await new BotStates(this.field.storage).load(chatId, aadObjectId);
    const kept = memory.safeParse(state.slices['policies']).data?.questions ?? [];
    ledger.must(
      `${key}: the last questions are remembered`,
      JSON.stringify(kept) === JSON.stringify(QUESTIONS.slice(-KEPT)),
    );
    const remembered = new Set(state.recent.map(({ activityId }) => activityId));
    const own = (await this.field.teams.person(key).chat()).filter(isOwn);
    ledger.must(
      `${key}: every turn is remembered`,
      own.every(({ id }) => remembered.has(id)),
    );
    ledger.must(
      `${key}: nothing is left unsaid`,
      own.every(({ delivery }) => delivery === 'taken'),
    );
  }
}

const isOwn = ({ from }: MessageView): boolean => from.kind === 'person';
