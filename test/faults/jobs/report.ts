import type { MessageView, PressAnswer } from '../../../src/localTeams/api';
import type { PersonDriver } from '../../../src/localTeams/driver';
import { caseRowSchema } from '../../../src/features/concerns/case';
import type { Case, CaseRow } from '../../../src/features/concerns/case';
import { DraftStore } from '../../../src/features/concerns/draftStore';
import { nextStep } from '../../../src/features/concerns/nextStep';
import { BotStates } from '../../../src/storage/botState';
import type { Kill } from '../botUnderFire';
import { reporter } from '../crowd';
import { eventually } from '../eventually';
import type { Field, Findings, Job } from '../field';
import { Ledger, personOf, shows } from '../field';

/** Reporters at the same time; one more writes a draft and leaves it. */
const AT_ONCE = 2;
const PER_ROUND = AT_ONCE + 1;
const CHANNEL = 'complaints/concerns';
/** Asked before the report, and in the middle of it. */
const BEFORE = 'Can I accept a friend request from a client?';
const AMID = 'Can I post a photo of a resident?';
const TAKEN = 'has taken on your report';
const CLOSED = 'Your report is closed';
const whatOf = (key: string): string => `Somebody wrote unkind things about me (${key}.).`;
const shownKey = (reference: string): string => `channel card of ${reference}`;
const toldKey = (reference: string, step: 'taken' | 'closed'): string => `${step} told of ${reference}`;

/** Job 3: somebody reports, the case comes to the channel, is taken on and closed, and the reporter is told. */
export class ReportJob implements Job {
  readonly name = 'report';
  readonly reach = { requests: 4, writes: 6 };
  private readonly sent: string[] = [];
  private readonly left: string[] = [];
  private readonly drafts: DraftStore;

  constructor(
    private readonly field: Field,
    readonly rounds: number,
  ) {
    this.drafts = new DraftStore(field.storage, field.sealing);
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

  /** Cards in the channel, and news to reporters, that the case does not know of yet. */
  async inDoubt(): Promise<string[]> {
    const found: string[] = [];
    const channel = await this.field.teams.channel(CHANNEL).messages();
    for (const { reference, handOff, channelCards, told, status, what } of await this.cases()) {
      const shown = channel.filter((message) => isCardOf(message, reference));
      if (handOff.state === 'waiting' || shown.length > channelCards.length) found.push(shownKey(reference));
      if (status !== 'new' && !told.includes(status)) {
        const key = this.sent.find((one) => what === whatOf(one)) ?? '';
        const news = await this.newsOf(key, status === 'taken' ? TAKEN : CLOSED);
        if (news > 0) found.push(toldKey(reference, status));
      }
    }
    return found;
  }

  async check(kills: readonly Kill[]): Promise<Findings> {
    const ledger = new Ledger(kills);
    const cases = await this.cases();
    ledger.must('no case but those that were sent', cases.length === this.sent.length);
    const channel = await this.field.teams.channel(CHANNEL).messages();
    for (const key of this.sent) await this.checkSent(ledger, key, cases, channel);
    for (const key of this.left) await this.checkDraft(ledger, key);
    return ledger.findings();
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
    const reference = await eventually(`the case of ${key}`, () => this.referenceOf(key));
    const handler = this.field.teams.person(at % 2 === 0 ? 'complaints-officer' : 'complaints-lead');
    await this.takeOn(handler, reference);
    await eventually(`${key} is told that it is taken on`, async () => (await this.newsOf(key, TAKEN)) > 0);
    await this.close(handler, reference);
    await eventually(`${key} is told that it is closed`, async () => (await this.newsOf(key, CLOSED)) > 0);
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

  private async checkSent(
    ledger: Ledger,
    key: string,
    cases: readonly Case[],
    channel: readonly MessageView[],
  ): Promise<void> {
    const own = cases.filter(({ what }) => what === whatOf(key));
    ledger.must(`${key}: one case`, own.length === 1);
    const [value] = own;
    if (!value) return;
    const { reference, status, handOff, handler, told, outcome } = value;
    ledger.must(`${key}: closed by its handler`, status === 'closed' && outcome === 'upheld' && !!handler);
    ledger.must(`${key}: handed off`, handOff.state === 'posted');
    ledger.must(`${key}: told of each step`, told.join() === 'taken,closed');
    const shown = channel.filter((message) => isCardOf(message, reference)).length;
    ledger.once(`${key}: the card in the channel`, shown, shownKey(reference));
    ledger.once(
      `${key}: told that it is closed`,
      await this.newsOf(key, CLOSED),
      toldKey(reference, 'closed'),
    );
    ledger.once(
      `${key}: told that it is taken on`,
      await this.newsOf(key, TAKEN),
      toldKey(reference, 'taken'),
    );
    const chat = await this.field.teams.person(key).chat();
    ledger.must(
      `${key}: has the reference`,
      chat.some((message) => shows(message).includes(reference)),
    );
    const { aadObjectId } = personOf(this.field, key);
    ledger.must(`${key}: the draft is gone`, (await this.drafts.of(aadObjectId)) === undefined);
    await this.checkState(ledger, key, false);
    await this.checkAnswers(ledger, key);
  }

  private async checkDraft(ledger: Ledger, key: string): Promise<void> {
    const draft = await this.drafts.of(personOf(this.field, key).aadObjectId);
    ledger.must(`${key}: the draft is at its step`, draft !== undefined && nextStep(draft) === 'review');
    const answers = [draft?.danger, draft?.kind, draft?.affected, draft?.what].join('|');
    ledger.must(`${key}: every answer is kept`, answers === `no|bullying|me|${whatOf(key)}`);
    await this.checkState(ledger, key, true);
    await this.checkAnswers(ledger, key);
  }

  /** Both features remember: the question that was asked, and the place in the report while there is one. */
  private async checkState(ledger: Ledger, key: string, inReport: boolean): Promise<void> {
    const { chatId, aadObjectId } = personOf(this.field, key);
    const { slices } = (await new BotStates(this.field.storage).load(chatId, aadObjectId)).state;
    ledger.must(
      `${key}: the question is remembered`,
      JSON.stringify(slices['policies'] ?? '').includes(BEFORE),
    );
    ledger.must(`${key}: the place in the report`, (slices['concerns'] !== undefined) === inReport);
  }

  private async checkAnswers(ledger: Ledger, key: string): Promise<void> {
    const chat = await this.field.teams.person(key).chat();
    for (const question of [BEFORE, AMID]) {
      const at = chat.findIndex(({ text }) => text === question);
      const next = chat.findIndex(({ from }, place) => place > at && from.kind === 'person');
      const answers = chat.slice(at + 1, next < 0 ? undefined : next).filter(({ text }) => text !== '');
      ledger.once(`${key}: the answer to a question`, answers.length, chat[at]?.id ?? '');
    }
  }

  private async cases(): Promise<Case[]> {
    const rows = this.field.storage.table<CaseRow>('concernCases', caseRowSchema);
    const cases: Case[] = [];
    for await (const { value } of rows.list()) if (value.type === 'case') cases.push(value);
    return cases;
  }

  private async referenceOf(key: string): Promise<string | undefined> {
    return (await this.cases()).find(({ what }) => what === whatOf(key))?.reference;
  }

  private async newsOf(key: string, words: string): Promise<number> {
    const chat = await this.field.teams.person(key).chat();
    return chat.filter((message) => shows(message).includes(words)).length;
  }
}

const isCardOf = (message: MessageView, reference: string): boolean =>
  shows(message).includes(`Report ${reference}`);

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
