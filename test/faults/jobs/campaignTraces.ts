import { z } from 'zod';
import type { MessageView } from '../../../src/localTeams/api';
import { Evidence } from '../../../src/features/acknowledgements/asked/record';
import type { CampaignView } from '../../../src/features/acknowledgements/campaign/campaign';
import { Campaigns } from '../../../src/features/acknowledgements/campaign/campaigns';
import type { Recipient } from '../../../src/features/acknowledgements/campaign/recipient';
import { Recipients } from '../../../src/features/acknowledgements/campaign/recipients';
import type { Kill } from '../botUnderFire';
import { carersOf, TEAM_SIZE } from '../crowd';
import type { Field, Findings } from '../field';
import { Ledger, personOf, shows } from '../field';

const campaignRow = z.object({ kind: z.string(), id: z.string().default(''), title: z.string().default('') });
export const titleOf = (round: number): string => `Request of round ${round}.`;
const cardKey = (personId: string): string => `card of ${personId}`;

/** What requests leave behind: rows, records and cards. */
export class CampaignTraces {
  private readonly campaigns: Campaigns;
  private readonly recipients: Recipients;
  private readonly evidence: Evidence;

  constructor(private readonly field: Field) {
    this.campaigns = new Campaigns(field.storage);
    this.recipients = new Recipients(field.storage);
    this.evidence = new Evidence(field.storage);
  }

  /** Who has the card in their chat while their row says that it is still to be sent. */
  async inDoubt(round: number): Promise<string[]> {
    const pending = (await this.rowsOf(round)).filter(({ delivery }) => delivery === 'pending');
    const found: string[] = [];
    for (const key of carersOf(round)) {
      const { aadObjectId } = personOf(this.field, key);
      const cards = await this.cardsOf(key, titleOf(round));
      if (cards.length > 0 && pending.some(({ personId }) => personId === aadObjectId))
        found.push(cardKey(aadObjectId));
    }
    return found;
  }

  async check(kills: readonly Kill[], played: readonly number[]): Promise<Findings> {
    const ledger = new Ledger(kills);
    const listed = await this.campaigns.newestOf(personOf(this.field, 'manager').aadObjectId, 10_000);
    ledger.must('every request was made once', (await this.made()).length === played.length);
    ledger.must("every request is in the manager's list", listed.length === played.length);
    for (const round of played) await this.checkRound(ledger, round);
    await this.checkManager(ledger);
    return ledger.findings();
  }

  private async checkRound(ledger: Ledger, round: number): Promise<void> {
    const rows = await this.rowsOf(round);
    ledger.must(`round ${round}: a row for everybody and no more`, rows.length === TEAM_SIZE);
    ledger.must(`round ${round}: nobody is pending`, (await this.viewOf(round))?.campaign.state === 'sent');
    ledger.must(`round ${round}: the status card is right`, await this.statusIsRight(round));
    for (const key of carersOf(round)) {
      const { aadObjectId } = personOf(this.field, key);
      const own = rows.filter(({ personId }) => personId === aadObjectId);
      ledger.must(`${key}: is accounted for`, own.length === 1 && own[0]?.delivery === 'delivered');
      const records = await this.evidence.allOf(aadObjectId);
      ledger.must(`${key}: one record`, records.length === 1 && own[0]?.receipt === records[0]?.receipt);
      const receipt = records[0]?.receipt ?? 'no receipt';
      const chat = await this.field.teams.person(key).chat();
      ledger.must(
        `${key}: sees the receipt`,
        chat.some((message) => shows(message).includes(receipt)),
      );
      const cards = chat.filter(
        (message) => shows(message).includes(titleOf(round)) || shows(message).includes(receipt),
      );
      ledger.once(`${key}: the card`, cards.length, cardKey(aadObjectId));
    }
  }

  /** One compose card for each "remind". */
  private async checkManager(ledger: Ledger): Promise<void> {
    const chat = await this.field.teams.person('manager').chat();
    const asked = chat.flatMap((message, at) => (message.text === 'remind' ? [at] : []));
    for (const [round, at] of asked.entries()) {
      const answers = chat.slice(at + 1, asked[round + 1]);
      ledger.once(`the answer to "remind" in round ${round}`, answers.length, chat[at]?.id ?? '');
    }
  }

  async statusIsRight(round: number): Promise<boolean> {
    const chat = await this.field.teams.person('manager').chat();
    const card = chat.findLast((message) => shows(message).includes(titleOf(round)));
    return card !== undefined && shows(card).includes(`${TEAM_SIZE} of ${TEAM_SIZE}`);
  }

  async cardsOf(key: string, title: string): Promise<MessageView[]> {
    const chat = await this.field.teams.person(key).chat();
    return chat.filter((message) => shows(message).includes(title));
  }

  /** Found past the manager's list, which is something to be checked itself. */
  private async viewOf(round: number): Promise<CampaignView | undefined> {
    const made = await this.made();
    const found = made.find(({ title }) => title === titleOf(round));
    return found && this.campaigns.view(found.id);
  }

  private async made(): Promise<z.infer<typeof campaignRow>[]> {
    const made: z.infer<typeof campaignRow>[] = [];
    for await (const { value } of this.field.storage.table('campaigns', campaignRow).list())
      if (value.kind === 'campaign') made.push(value);
    return made;
  }

  private async rowsOf(round: number): Promise<Recipient[]> {
    const view = await this.viewOf(round);
    const rows: Recipient[] = [];
    for (const part of view?.parts ?? [])
      for await (const { value } of this.recipients.list(view?.campaign.id ?? '', part.id)) rows.push(value);
    return rows;
  }
}
