import type { DeliveryView, LocalEvent } from '../../src/localTeams/api';

/** Which activities wait for the bot's answer, and how often one was brought again. */
export class Unanswered {
  redeliveries = 0;
  private readonly waiting = new Set<string>();

  /** To be subscribed to the events of local Teams. */
  readonly hear = (event: LocalEvent): void => {
    if (event.type === 'delivery') this.note(event.delivery);
  };

  ids(): string[] {
    return [...this.waiting];
  }

  private note({ activityId, state, attempts }: DeliveryView): void {
    if (state === 'answered' || state === 'given up') return void this.waiting.delete(activityId);
    this.waiting.add(activityId);
    if (state === 'under way' && attempts > 1) this.redeliveries += 1;
  }
}
