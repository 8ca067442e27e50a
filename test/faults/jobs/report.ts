import type { MessageView, PressAnswer } from '../../../src/localTeams/api';
import type { PersonDriver } from '../../../src/localTeams/driver';
import type { Kill } from '../botUnderFire';
import { reporter } from '../crowd';
import { eventually } from '../eventually';
import type { Field, Findings, Job } from '../field';
import { AMID, BEFORE, CHANNEL, CLOSED, isCardOf, ReportTraces, TAKEN, whatOf } from './reportTraces';

/** Reporters at the same time; one more writes a draft and leaves it. */
const AT_ONCE = 2;
const PER_ROUND = AT_ONCE + 1;
/** Job 3: somebody reports, the case comes to the channel, is taken on and closed, and the reporter is told. */
export class ReportJob implements Job {
  readonly name = 'report';
  readonly reach = { requests: 8, writes: 6 };
  private readonly sent: string[] = [];
  private readonly left: string[] = [];
  private readonly traces: ReportTraces;

  constructor(
    private readonly field: Field,
    readonly rounds: number,
  ) {
    this.traces = new ReportTraces(field);
  }

  static reportersFor(rounds: number): number {
    return rounds * PER_ROUND;
  }

  async play(round: number): Promise<void> {
    const keys = Array.from({ length: PER_ROUND }, (_, at) => reporter(round * PER_ROUND + at));
    const [leaves = '', ...reports] = keys;
    this.left.push(leaves);
    this.sent.push(...reports);
    await Promise.all([this.write(leaves), ...reports.map((key, at) => this.report(key, at))]);
  }

  inDoubt(): Promise<string[]> {
    return this.traces.inDoubt(this.sent);
  }

  check(kills: readonly Kill[]): Promise<Findings> {
    return this.traces.check(kills, this.sent, this.left);
  }

  /** Up to the review. */
  private async write(key: string): Promise<void> {
    const person = this.field.teams.person(key);
    await taken(person.says(BEFORE));
    await taken(person.says('report'));
    await press(person, 'No');
    await taken(person.says(AMID));
    await press(person, 'Next', { kind: 'bullying', affected: 'me', what: whatOf(key) });
  }

  private async report(key: string, at: number): Promise<void> {
    await this.write(key);
    await press(this.field.teams.person(key), 'Send', { name: at % 2 === 0 ? 'kept' : 'shown' });
    const reference = await eventually(`the case of ${key}`, () => this.traces.referenceOf(key));
    const handler = this.field.teams.person(at % 2 === 0 ? 'complaints-officer' : 'complaints-lead');
    await this.takeOn(handler, reference);
    await eventually(
      `${key} is told that it is taken on`,
      async () => (await this.traces.newsOf(key, TAKEN)) > 0,
    );
    await this.close(handler, reference);
    await eventually(
      `${key} is told that it is closed`,
      async () => (await this.traces.newsOf(key, CLOSED)) > 0,
    );
    // Noting it comes after the news: a bot that died between the two notes it when the net is due.
    await eventually(`the case of ${key} knows what was told`, () => this.traces.isTold(key));
  }

  private async takeOn(handler: PersonDriver, reference: string): Promise<void> {
    const card = await eventually(`the card of ${reference} in the channel`, () =>
      cardOf(handler, reference),
    );
    await handler.presses(card, 'Take on');
  }

  private async close(handler: PersonDriver, reference: string): Promise<void> {
    const card = await eventually(`the card of ${reference}`, () => cardOf(handler, reference));
    const opened = await handler.presses(card, 'Open');
    const form = await handler.submitsDialog(opened, 'Close this report');
    const inputs = { outcome: 'upheld', reply: 'dealtWith', note: 'Looked into.' };
    closed(await handler.submitsDialog(form, 'Close the report', inputs));
  }
}

async function cardOf(handler: PersonDriver, reference: string): Promise<MessageView | undefined> {
  return (await handler.sees(CHANNEL)).find((message) => isCardOf(message, reference));
}

async function press(
  person: PersonDriver,
  title: string,
  inputs: Record<string, string> = {},
): Promise<void> {
  const answer = await person.presses(await person.lastCardMessage(), title, inputs);
  if (answer.result.kind === 'failed') throw new Error(`"${title}" failed: ${answer.result.code}.`);
}

async function taken(said: Promise<number>): Promise<void> {
  const status = await said;
  if (status !== 200) throw new Error(`A message was answered with status ${status}.`);
}

function closed({ result }: PressAnswer): void {
  if (result.kind !== 'closed') throw new Error(`Closing a report led to ${result.kind}.`);
}
