import type { Eraser, MayErase } from '../../../storage/eraser';
import { SealBroken } from '../../../storage/sealing';
import type { Case } from '../case/case';
import type { CaseStore } from '../case/caseStore';
import type { ReportIndex } from '../case/reportIndex';
import { dayOf } from '../clocks/workingDays';
import type { ConcernsDeps } from '../deps';
import type { SealedFiles } from '../evidence/sealedFiles';
import { reporterOf } from '../report/submit';

/**
 * Erases closed cases with their files, details and history. It is first taken from everybody, unless it was opened
 * again or is to be kept by then, and goes last, so that a crash leaves it to go on from.
 */
export class CaseEraser implements Eraser {
  constructor(
    private readonly deps: Pick<ConcernsDeps, 'sealing' | 'clock' | 'log'>,
    private readonly cases: CaseStore,
    private readonly index: ReportIndex,
    private readonly files: SealedFiles,
  ) {}

  async eraseBefore(before: Date, mayGoOn: MayErase): Promise<number> {
    const erased: string[] = [];
    for await (const { id, value } of this.cases.every()) {
      if (!(await mayGoOn())) break;
      if (value.status !== 'closed') continue;
      const over = await this.cases.beginErasing(id, (now) => this.isOver(id, now, before.toISOString()));
      if (!over) continue;
      await this.erase(id, over);
      erased.push(id);
    }
    return erased.length;
  }

  private async isOver(id: string, { status, kept, receivedAt }: Case, before: string): Promise<boolean> {
    if (status !== 'closed' || kept || receivedAt >= before) return false;
    const closings = (await this.cases.events(id)).filter(({ what }) => what === 'closed');
    const last = closings.at(-1);
    return last !== undefined && last.at < before;
  }

  private async erase(id: string, value: Case): Promise<void> {
    await this.files.removeCopies({ caseId: id });
    await this.forgetReporter(id, value);
    const { reference, events, historyHead } = value;
    await this.cases.erase(id, {
      type: 'erased',
      reference,
      erasedOn: dayOf(this.deps.clock.now()),
      events,
      historyHead,
    });
  }

  private async forgetReporter(id: string, value: Case): Promise<void> {
    try {
      await this.index.remove(reporterOf(this.deps, id, value), id);
    } catch (error) {
      // Without the key nobody finds the case from the person either.
      if (!(error instanceof SealBroken)) throw error;
      this.deps.log.warn('concerns.reporterNotForgotten');
    }
  }
}
