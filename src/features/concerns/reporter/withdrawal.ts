import type { CardReply } from '../../../bot/cardReply';
import { notice, showCard } from '../../../bot/cardReply';
import { render } from '../../../cards/render';
import type { Turn } from '../../../bot/turn';
import type { ConcernsDeps } from '../deps';
import { wholeMinute } from '../report/submit';
import { withTelling } from '../telling/tellings';
import type { OwnPress, OwnReports } from './ownReport';
import { plainCard } from './receipt';

const CLOSED = 'This report is closed already, so there is nothing to stop.';

/** A reporter takes a report back: the team stops if it can, and the record stays. */
export class Withdrawal {
  constructor(
    private readonly own: OwnReports,
    private readonly deps: Pick<ConcernsDeps, 'clock'>,
  ) {}

  register(): void {
    this.own.on('concerns.withdraw', (turn, press) => Promise.resolve(this.ask(turn, press)));
    this.own.on('concerns.withdrawNow', (turn, press) => this.withdraw(turn, press));
  }

  private ask(turn: Turn, { id, value }: OwnPress): CardReply {
    if (value.status === 'closed') return notice(CLOSED);
    turn.show(render('concerns/withdraw', { case: id, reference: value.reference }));
    return notice('Please answer below.');
  }

  private async withdraw(turn: Turn, { id, value: { reference, status } }: OwnPress): Promise<CardReply> {
    if (status === 'closed') return notice(CLOSED);
    const at = wholeMinute(this.deps.clock.now());
    await this.own.step(turn, id, (now) =>
      now.withdrawnAt || now.status === 'closed'
        ? undefined
        : {
            next: withTelling({ ...now, withdrawnAt: at, added: true }, 'withdrawn'),
            event: { what: 'withdrawn', at },
          },
    );
    return showCard(
      plainCard(
        'The complaints team is told',
        `You asked to take report ${reference} back. We will stop if we can. If someone is at risk we must go on.`,
      ),
    );
  }
}
