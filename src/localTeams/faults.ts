import type { FaultRequest, FaultView, SeenRequest } from './api';
import type { EventBus } from './events';
import { Refusal, USUAL_CODE } from './refusal';

/** Misbehaviour to order: which requests of the bot get which answer. */
export class Faults {
  private set: { fault: FaultView; matched: number }[] = [];
  private count = 0;

  constructor(
    private readonly bus: EventBus,
    /** gives the id of a conversation for the key of a person or channel */
    private readonly conversationId: (name: string) => string,
  ) {}

  list(): FaultView[] {
    return this.set.map(({ fault }) => ({ ...fault }));
  }

  add(request: FaultRequest): FaultView {
    this.count += 1;
    const place = request.conversation;
    const fault = {
      ...request,
      ...(place ? { conversation: this.conversationId(place) } : {}),
      id: String(this.count),
      hits: 0,
    };
    this.set.push({ fault, matched: 0 });
    this.bus.emit({ type: 'faults' });
    return fault;
  }

  clear(id?: string): void {
    this.set = id ? this.set.filter(({ fault }) => fault.id !== id) : [];
    this.bus.emit({ type: 'faults' });
  }

  /** The fault that answers this request, if one does. */
  take(request: SeenRequest): FaultView | undefined {
    for (const entry of this.set) {
      const { fault } = entry;
      if (!matches(fault, request)) continue;
      entry.matched += 1;
      if (!isItsTurn(entry.matched, fault.share ?? 1)) continue;
      fault.hits += 1;
      this.bus.emit({ type: 'faults' });
      return fault;
    }
    return undefined;
  }
}

/** The refusal of a fault that is a status. */
export function refusalOf(fault: FaultView): Refusal | undefined {
  if (typeof fault.answer !== 'number') return undefined;
  const code = fault.code ?? USUAL_CODE[fault.answer] ?? 'ServiceError';
  const retryAfter = fault.retryAfter ?? (fault.answer === 429 ? 1 : undefined);
  return new Refusal(fault.answer, code, 'Local Teams was told to answer so.', retryAfter);
}

function matches(fault: FaultView, request: SeenRequest): boolean {
  if (fault.times !== undefined && fault.hits >= fault.times) return false;
  if (fault.operation && fault.operation !== request.operation) return false;
  return !fault.conversation || fault.conversation === request.conversationId;
}

// A share of 0.25 fails every fourth: a run with faults is the same each time.
function isItsTurn(matched: number, share: number): boolean {
  return Math.floor(matched * share) > Math.floor((matched - 1) * share);
}
