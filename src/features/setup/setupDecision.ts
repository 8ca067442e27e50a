import type { Channel } from '../../bot/addresses';
import type { ChannelChange } from './secondWord/request';
import type { SetupCommand } from './setupCommand';

/** A command that changes something; `status` only shows. */
export type SetupChange = Exclude<SetupCommand, 'status'>;

/** A channel with the team that it lies in, by the names that people know. */
export interface NamedChannel {
  readonly teamId: string;
  readonly teamName: string;
  readonly channelId: string;
  readonly channelName: string;
}

/** What is known at the moment of the command. */
export interface SetupFacts {
  readonly administrator: boolean;
  /** Where it was said; undefined outside a team's channel. */
  readonly here: { readonly teamId: string; readonly channelId: string } | undefined;
  /** The team as the product knows it; undefined when it does not. */
  readonly team: { readonly name: string; readonly managers: boolean } | undefined;
  /** The channel's kind and name as Teams lists it. `unread`: Teams did not answer. `unlisted`: it lists no such channel. */
  readonly channel: Pick<Channel, 'type' | 'name'> | 'unread' | 'unlisted';
  /** The channel that concerns go to now. */
  readonly concerns: NamedChannel | undefined;
  /** A channel was set for concerns once, whatever became of it. */
  readonly concernsBefore: boolean;
}

export type SetupRefusal =
  | 'notAdministrator'
  | 'notInTeam'
  | 'unknownTeam'
  | 'channelUnread'
  | 'channelUnlisted'
  | 'channelPrivate'
  | 'channelShared';

/**
 * What follows from a command. `unchanged`: it was so before, and is said to be so. `ask`: another channel decides who
 * can come to see reports, so a second administrator has to approve it.
 */
export type SetupDecision =
  | { readonly kind: 'refuse'; readonly reason: SetupRefusal }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'setManagers'; readonly on: boolean }
  | { readonly kind: 'setConcerns' }
  | { readonly kind: 'ask'; readonly change: ChannelChange };

/** Decides what a command does; refusals first, in the order in which they help most. */
export function decideSetup(command: SetupChange, facts: SetupFacts): SetupDecision {
  const reason = refusalOf(command, facts);
  if (reason) return { kind: 'refuse', reason };
  switch (command) {
    case 'managersOn':
    case 'managersOff': {
      const on = command === 'managersOn';
      return facts.team?.managers === on ? { kind: 'unchanged' } : { kind: 'setManagers', on };
    }
    case 'concernsOn':
      if (isHere(facts)) return { kind: 'unchanged' };
      return facts.concernsBefore ? asked(facts, namedHere(facts)) : { kind: 'setConcerns' };
    case 'concernsOff':
      return isHere(facts) ? asked(facts, undefined) : { kind: 'unchanged' };
  }
}

function asked({ concerns: from }: SetupFacts, to: NamedChannel | undefined): SetupDecision {
  return { kind: 'ask', change: { what: 'channel', ...(from && { from }), ...(to && { to }) } };
}

/** What Teams did not give of a name is refused before. */
function namedHere({ here, team, channel }: SetupFacts): NamedChannel | undefined {
  const channelName = typeof channel === 'string' ? 'this channel' : channel.name;
  return here && { ...here, teamName: team?.name ?? 'this team', channelName };
}

function refusalOf(command: SetupChange, facts: SetupFacts): SetupRefusal | undefined {
  if (!facts.administrator) return 'notAdministrator';
  if (!facts.here) return 'notInTeam';
  if (!facts.team) return 'unknownTeam';
  return command === 'concernsOn' ? channelRefusal(facts.channel) : undefined;
}

/** Why a channel is not for concerns. */
export function channelRefusal(channel: SetupFacts['channel']): SetupRefusal | undefined {
  if (channel === 'unread') return 'channelUnread';
  if (channel === 'unlisted') return 'channelUnlisted';
  if (channel.type === 'private') return 'channelPrivate';
  return channel.type === 'shared' ? 'channelShared' : undefined;
}

function isHere({ here, concerns }: SetupFacts): boolean {
  return here !== undefined && concerns?.teamId === here.teamId && concerns.channelId === here.channelId;
}
