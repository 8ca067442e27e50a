import type { Urgency } from './messengerPort';

export type RequestKind = 'send' | 'create' | 'read' | 'update';

/** What the gate must know of an outgoing request. */
export interface GateRequest {
  /** Conversation, channel or team id; for opening a chat, the person's id. */
  readonly conversation: string;
  readonly kind: RequestKind;
  readonly urgency: Urgency;
}

/** The process is stopping: nothing more is sent. */
export class GateClosed extends Error {
  readonly code = 'GateClosed';

  constructor() {
    super('The gate to Teams is closed.');
  }
}

/** Somebody waits for it, and Teams' limits do not let it through in the time that people wait. */
export class GateBusy extends Error {
  readonly code = 'GateBusy';

  constructor() {
    super('Teams takes no more in the time that somebody waits.');
  }
}
