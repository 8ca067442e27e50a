import type { Channel } from '../../bot/addresses';
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
}

export type SetupRefusal =
  | 'notAdministrator'
  | 'notInTeam'
  | 'unknownTeam'
  | 'channelUnread'
  | 'channelUnlisted'
  | 'channelPrivate'
  | 'channelShared';

/** What follows from a command. `unchanged`: it was so before, and is said to be so. */
export type SetupDecision =
  | { readonly kind: 'refuse'; readonly reason: SetupRefusal }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'setManagers'; readonly on: boolean }
  | { readonly kind: 'setConcerns'; readonly previous: NamedChannel | undefined }
  | { readonly kind: 'clearConcerns'; readonly previous: NamedChannel };

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
      return isHere(facts) ? { kind: 'unchanged' } : { kind: 'setConcerns', previous: facts.concerns };
    case 'concernsOff':
      return facts.concerns && isHere(facts)
        ? { kind: 'clearConcerns', previous: facts.concerns }
        : { kind: 'unchanged' };
  }
}

function refusalOf(command: SetupChange, facts: SetupFacts): SetupRefusal | undefined {
  if (!facts.administrator) return 'notAdministrator';
  if (!facts.here) return 'notInTeam';
  if (!facts.team) return 'unknownTeam';
  return command === 'concernsOn' ? channelRefusal(facts.channel) : undefined;
}

function channelRefusal(channel: SetupFacts['channel']): SetupRefusal | undefined {
  if (channel === 'unread') return 'channelUnread';
  if (channel === 'unlisted') return 'channelUnlisted';
  if (channel.type === 'private') return 'channelPrivate';
  return channel.type === 'shared' ? 'channelShared' : undefined;
}

function isHere({ here, concerns }: SetupFacts): boolean {
  return here !== undefined && concerns?.teamId === here.teamId && concerns.channelId === here.channelId;
}
