import { DateTime } from 'luxon';
import type { Turn } from '../../../bot/turn';
import type { CaseAccess } from '../access/caseAccess';
import type { CaseStore } from '../case/caseStore';
import { dayOf } from '../clocks/workingDays';
import type { ConcernsDeps } from '../deps';
import type { FileLinks } from '../fileLinks';
import { addressOf } from '../fileLinks';
import type { MadeLater } from '../filesToFetch';
import { reportCard } from './reportCard';
import { reportLines } from './reportFile';
import type { TrendCase, Trends } from './trends';
import { trendsOf } from './trends';

const COMMAND = /^(?:please )?(?:show )?(?:the |my )?concerns report$/i;
const LEAD_ONLY = 'Only the complaints lead gets this report. To report something yourself, type **report**.';
const MONTHS = 12;

/** `concerns report`: the complaints lead's counts, as a card and as a table. */
export class ConcernsReport {
  constructor(
    private readonly deps: Pick<ConcernsDeps, 'roles' | 'clock' | 'baseUrl'>,
    private readonly cases: CaseStore,
    private readonly access: CaseAccess,
    private readonly links: FileLinks,
  ) {}

  /** @returns false when the message is not this command */
  async message(turn: Turn): Promise<boolean> {
    if (!COMMAND.test(turn.text.replace(/[.!?\s]+$/, '').replace(/\s+/g, ' '))) return false;
    const { id } = turn.person;
    if (!(await this.isLead(id))) turn.say(LEAD_ONLY);
    else {
      turn.keepNothingSaid();
      const link = await addressOf(this.links, this.deps.baseUrl, { personId: id });
      turn.show(reportCard(await this.trends(id), { ...this.period(), link }));
    }
    return true;
  }

  /** The name of the file. */
  nameOf(): string {
    return `concerns-${this.period().to}.csv`;
  }

  /** `refused`: the person does not lead the team any more, or Teams does not say so. */
  async file(personId: string): Promise<MadeLater | 'refused'> {
    if (!(await this.isLead(personId))) return 'refused';
    const { from, to } = this.period();
    const lines = reportLines(await this.trends(personId), from, to);
    const file = { name: this.nameOf(), contentType: 'text/csv; charset=utf-8', lines };
    return { make: () => Promise.resolve(file) };
  }

  private isLead(personId: string): Promise<boolean> {
    return this.deps.roles.confirm(personId, 'complaintsLead');
  }

  /** Cases in which the reader is named are not among them. */
  private async trends(personId: string): Promise<Trends> {
    const { from } = this.period();
    const seen: TrendCase[] = [];
    for await (const one of this.access.visible(personId, this.cases.all()))
      if (dayOf(new Date(one.value.receivedAt)) >= from) seen.push(one);
    return trendsOf(seen, this.deps.clock.now());
  }

  private period(): { readonly from: string; readonly to: string } {
    const to = dayOf(this.deps.clock.now());
    const from = DateTime.fromISO(to, { zone: 'utc' }).minus({ months: MONTHS }).plus({ days: 1 });
    return { from: from.toFormat('yyyy-MM-dd'), to };
  }
}
