import type { FaultRequest, FaultView } from '../../api';

/** A way to misbehave that has a switch. */
export interface FaultKind {
  name: string;
  explains: string;
  request: FaultRequest;
}

/** The switches of the panel. */
export const FAULT_KINDS: FaultKind[] = [
  {
    name: 'Throttle',
    explains: 'Every second request of the bot is refused with 429: wait 2 seconds.',
    request: { answer: 429, retryAfter: 2, share: 0.5 },
  },
  {
    name: 'Server errors',
    explains: 'Every second request of the bot is refused with 503.',
    request: { answer: 503, share: 0.5 },
  },
  {
    name: 'Lose answers',
    explains: 'Every second message arrives, and the bot is told that it did not (504).',
    request: { answer: 'lost', share: 0.5 },
  },
  {
    name: 'Cut the line',
    explains: 'Every third request is done, and the connection is cut before the answer.',
    request: { answer: 'reset', share: 0.34 },
  },
];

/** Which of the faults that are set is of this kind. */
export function setFaultOf(kind: FaultKind, faults: FaultView[]): FaultView | undefined {
  return faults.find((fault) => fault.answer === kind.request.answer);
}

/** Faults that were set from elsewhere and have no switch here. */
export function otherFaults(faults: FaultView[]): FaultView[] {
  return faults.filter((fault) => !FAULT_KINDS.some((kind) => kind.request.answer === fault.answer));
}

/** The request that sets a fault again. */
export function requestOf(fault: FaultView): FaultRequest {
  const copy: Partial<FaultView> = { ...fault };
  delete copy.id;
  delete copy.hits;
  return { ...copy, answer: fault.answer };
}
