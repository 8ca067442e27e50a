import type { MessageView } from '../../../src/localTeams/api';
import { caseRowSchema } from '../../../src/features/concerns/case/case';
import type { Case, CaseRow } from '../../../src/features/concerns/case/case';
import { DraftStore } from '../../../src/features/concerns/report/drafts/draftStore';
import { nextStep } from '../../../src/features/concerns/report/nextStep';
import { BotStates } from '../../../src/storage/botState';
import type { Kill } from '../botUnderFire';
import type { Field, Findings } from '../field';
import { Ledger, personOf, shows } from '../field';

export const CHANNEL = 'complaints/concerns';
/** Asked before the report, and in the middle of it. */
export const BEFORE = 'Can I accept a friend request from a client?';
export const AMID = 'Can I post a photo of a resident?';
/** What the reporter is told. */
export const TAKEN = 'has taken on your report';
export const CLOSED = 'Your report is closed';
export const whatOf = (key: string): string => `Somebody wrote unkind things about me (${key}.).`;
export const isCardOf = (message: MessageView, reference: string): boolean =>
  shows(message).includes(`Report ${reference}`);
/** Here drafts are looked at and never made. */
const refused = (): never => {
  throw new Error('Only the bot puts work down.');
};
const READS_ONLY = { on: refused, schedule: refused, scheduleByLatest: refused, cancel: refused };
const shownKey = (reference: string): string => `channel card of ${reference}`;
const toldKey = (reference: string, step: 'taken' | 'closed'): string => `${step} told of ${reference}`;

/** What reports leave behind: cases, drafts, cards and the conversation's state. */
export class ReportTraces {
  private readonly drafts: DraftStore;

  constructor(private readonly field: Field) {
    const { storage, sealing } = field;
    this.drafts = new DraftStore({ storage, sealing, jobs: READS_ONLY, clock: { now: () => new Date() } });
  }

  /** Cards in the channel, and news to reporters, that the case does not know of yet. */
  async inDoubt(sent: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    const channel = await this.field.teams.channel(CHANNEL).messages();
    for (const { reference, handOff, channelCards, tellings, status, what } of await this.cases()) {
      const shown = channel.filter((message) => isCardOf(message, reference));
      if (handOff.state === 'waiting' || shown.length > channelCards.length) found.push(shownKey(reference));
      if (status !== 'new' && tellings?.some((telling) => telling.what === status)) {
        const key = sent.find((one) => what === whatOf(one)) ?? '';
        const news = await this.newsOf(key, status === 'taken' ? TAKEN : CLOSED);
        if (news > 0) found.push(toldKey(reference, status));
      }
    }
    return found;
  }

  async check(kills: readonly Kill[], sent: readonly string[], left: readonly string[]): Promise<Findings> {
    const ledger = new Ledger(kills);
    const cases = await this.cases();
    ledger.must('no case but those that were sent', cases.length === sent.length);
    const channel = await this.field.teams.channel(CHANNEL).messages();
    for (const key of sent) await this.checkSent(ledger, key, cases, channel);
    for (const key of left) await this.checkDraft(ledger, key);
    return ledger.findings();
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
    const { reference, status, handOff, handler, tellings, outcome } = value;
    ledger.must(`${key}: closed by its handler`, status === 'closed' && outcome === 'upheld' && !!handler);
    ledger.must(`${key}: handed off`, handOff.state === 'posted');
    ledger.must(`${key}: told of each step`, tellings?.length === 0);
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

  async referenceOf(key: string): Promise<string | undefined> {
    return (await this.cases()).find(({ what }) => what === whatOf(key))?.reference;
  }

  /** Nothing is left to be told. */
  async isTold(key: string): Promise<boolean> {
    const value = (await this.cases()).find(({ what }) => what === whatOf(key));
    return value?.tellings?.length === 0;
  }

  async newsOf(key: string, words: string): Promise<number> {
    const chat = await this.field.teams.person(key).chat();
    return chat.filter((message) => shows(message).includes(words)).length;
  }
}
