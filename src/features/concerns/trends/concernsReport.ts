import { DateTime } from 'luxon';
import type { Turn } from '../../../bot/turn';
import type { CaseAccess } from '../access/caseAccess';
import type { CaseStore } from '../case/caseStore';
import { dayOf } from '../clocks/workingDays';
import type { ConcernsDeps } from '../deps';
import { reportCard } from './reportCard';
import { reportLines } from './reportFile';
import type { ReportLinks } from './reportLinks';
import type { TrendCase, Trends } from './trends';
import { trendsOf } from './trends';

const COMMAND = /^(?:please )?(?:show )?(?:the |my )?concerns report$/i;
const LEAD_ONLY = 'Only the complaints lead gets this report. To report something yourself, type **report**.';
const MONTHS = 12;

/** A file on its way to a browser. */
export interface ReportFile {
  readonly name: string;
  readonly contentType: string;
  readonly lines: readonly string[];
}

/** `concerns report`: the complaints lead's counts, as a card and as a table. */
export class ConcernsReport {
  constructor(
    private readonly deps: Pick<ConcernsDeps, 'roles' | 'clock' | 'baseUrl'>,
    private readonly cases: CaseStore,
    private readonly access: CaseAccess,
    private readonly links: ReportLinks,
  ) {}

  /** @returns false when the message is not this command */
  async message(turn: Turn): Promise<boolean> {
    if (!COMMAND.test(turn.text.replace(/[.!?\s]+$/, '').replace(/\s+/g, ' '))) return false;
    const { id } = turn.person;
    if (!(await this.isLead(id))) turn.say(LEAD_ONLY);
    else {
      turn.keepNothingSaid();
      const link = `${this.deps.baseUrl}/records/${await this.links.make({ personId: id })}`;
      turn.show(reportCard(await this.trends(id), { ...this.period(), link }));
    }
    return true;
  }

  /** Changes nothing: programs that look at every link open it too. */
  async find(token: string): Promise<{ readonly name: string } | undefined> {
    return (await this.links.find(token)) && { name: this.nameOf() };
  }

  /** Uses the link up. `refused`: the person does not lead the team any more, or Teams does not say so. */
  async fetch(token: string): Promise<ReportFile | 'gone' | 'refused'> {
    const link = await this.links.find(token);
    if (!link) return 'gone';
    if (!(await this.isLead(link.personId))) return 'refused';
    if (!(await this.links.take(token))) return 'gone';
    const { from, to } = this.period();
    const lines = reportLines(await this.trends(link.personId), from, to);
    return { name: this.nameOf(), contentType: 'text/csv; charset=utf-8', lines };
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

  private nameOf(): string {
    return `concerns-${this.period().to}.csv`;
  }
}
