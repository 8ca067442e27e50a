import type { NamedChannel, SetupChange, SetupDecision, SetupFacts, SetupRefusal } from './setupDecision';

/** A card's worth of plain words. Names of teams are people's own words, so all of it is drawn without Markdown. */
export interface SetupWords {
  readonly title: string;
  readonly lines: readonly string[];
}

const ONLY_STANDARD = 'Please choose a standard channel of the complaints team, and say it there.';

/** Why a command changes nothing. */
export const REFUSALS: Readonly<Record<SetupRefusal, readonly string[]>> = {
  notAdministrator: [
    'Only an administrator of this bot can change how it is set up, and you are not one of them.',
    'If you think that this should change, please ask your IT help.',
  ],
  notInTeam: [
    'I can’t tell which team you mean from here. Please say it in a channel of that team and mention me, for example:',
    '“use this team for managers” or “use this channel for concerns”.',
  ],
  unknownTeam: [
    'I don’t know this team yet. Please remove me from the team, add me again, and try once more.',
  ],
  channelUnread: [
    'Teams did not tell me what kind of channel this is, so I changed nothing. Please try again in a minute.',
  ],
  channelUnlisted: [
    'Teams does not list this channel among the team’s own, so it may be private or shared, and others than the team may read it.',
    ONLY_STANDARD,
  ],
  channelPrivate: [
    'This is a private channel. Its members are not the team’s members, so I could not tell who may read concerns.',
    ONLY_STANDARD,
  ],
  channelShared: [
    'This is a shared channel. People from outside the team can be in it, so concerns must not go here.',
    ONLY_STANDARD,
  ],
};

/** What the administrator is told after a command that asks nobody else. */
export function setupWords(
  command: SetupChange,
  decision: Exclude<SetupDecision, { kind: 'ask' }>,
  facts: SetupFacts,
): SetupWords {
  const team = facts.team?.name ?? 'this team';
  switch (decision.kind) {
    case 'refuse':
      return refusalWords(decision.reason);
    case 'unchanged':
      return { title: 'Nothing to change', lines: [unchanged(command, team, facts)] };
    case 'setManagers':
      return { title: 'Done', lines: managersWords(decision.on, team) };
    case 'setConcerns':
      return { title: 'Done', lines: concernsWords(channelName(facts), team, facts) };
  }
}

/** Why nothing was changed or shown. */
export function refusalWords(reason: SetupRefusal): SetupWords {
  return { title: 'Nothing was changed', lines: REFUSALS[reason] };
}

/** Where reports go to no channel. */
export const NOWHERE =
  'No channel is set now, so nobody would see a new report. Please set one soon: “use this channel for concerns”.';

function managersWords(on: boolean, team: string): string[] {
  return on
    ? [`The members of ${team} are managers now. They can send requests to the teams that they belong to.`]
    : [`The members of ${team} are no longer managers, unless another managers’ team has them.`];
}

function concernsWords(channel: string, team: string, facts: SetupFacts): string[] {
  return [
    `From now on concerns go to the channel ${channel} of ${team}.`,
    `Members of ${team} whom the complaints lead confirms handle them. Guests and administrators do not.`,
    ...(facts.team?.managers
      ? [
          `${team} is also a managers’ team, so the complaints lead should confirm nobody who is only a manager.`,
        ]
      : []),
  ];
}

function unchanged(command: SetupChange, team: string, facts: SetupFacts): string {
  switch (command) {
    case 'managersOn':
      return `${team} is a managers’ team already.`;
    case 'managersOff':
      return `${team} is not a managers’ team.`;
    case 'concernsOn':
      return `Concerns go to the channel ${channelName(facts)} of ${team} already.`;
    case 'concernsOff':
      return facts.concerns
        ? `Concerns do not go to this channel. They go to ${named(facts.concerns)}.`
        : 'Concerns do not go to this channel.';
  }
}

function channelName({ channel }: SetupFacts): string {
  return typeof channel === 'string' ? 'this channel' : channel.name;
}

/** A channel by the names that people know. */
export function named(channel: NamedChannel): string {
  return `the channel ${channel.channelName} of ${channel.teamName}`;
}
