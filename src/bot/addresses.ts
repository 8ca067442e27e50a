/** A conversation that the product may write to. */
export interface ConversationAddress {
  readonly serviceUrl: string;
  readonly conversationId: string;
}

/** A channel of a team. */
export interface ChannelAddress {
  readonly serviceUrl: string;
  readonly channelId: string;
}

/** A member as Teams' roster names them. */
export interface Member {
  readonly teamsId: string;
  /** Entra object id. */
  readonly id: string;
  readonly name: string;
  readonly email: string | undefined;
  /** What they sign in with, where that is not their e-mail address. */
  readonly userPrincipalName?: string | undefined;
  readonly guest: boolean;
}

/** A channel as Teams lists it. Private and shared channels have other members than their team. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly type: 'standard' | 'private' | 'shared';
}
